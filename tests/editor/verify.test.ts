/** `gongbao verify`: what has been done to a site after it was built is seen, in a folder and over the web. */
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { serve } from "../../scripts/audit/serve.ts";
import { readSettings } from "../../src/commands/configuration.ts";
import { hashOf } from "../../src/export/hash.ts";
import { listed, manifestText } from "../../src/export/manifest.ts";
import { fingerprintOf, publicKeyOf, signatureOf } from "../../src/export/signature.ts";
import { emptyFolder, gongbao, put } from "./workplace.ts";

const SEED = "某县人民政府公报\n";
const FILES = {
  "index.html": "<h1>公报</h1>",
  "2021-03/index.html": "<h1>2021年第3期</h1>",
  "2021-03/图 1.svg": "<svg/>",
  "data/2021-03/issue.json": "{}",
};

const keyPair = (): string =>
  generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

let root = "";
let site = "";
/** Tells what the manifest lists, and signs it. */
function publish(key?: string): void {
  if (key !== undefined) put(site, "data/manifest.pem", publicKeyOf(key));
  const paths = [...Object.keys(FILES), ...(key === undefined ? [] : ["data/manifest.pem"])];
  const files = paths.map((path) => listed(path, readFileSync(join(site, path))));
  const source = { issue: "2021-03", file: "2021-03.txt", bytes: null, sha256: hashOf(Buffer.from(SEED)) };
  const text = manifestText(files.toReversed(), [source]);
  put(site, "data/manifest.json", text);
  if (key !== undefined) put(site, "data/manifest.sig", signatureOf(Buffer.from(text), key));
}

beforeEach(() => {
  root = emptyFolder();
  site = join(root, "dist");
  for (const [path, text] of Object.entries(FILES)) put(site, path, text);
  publish();
});

const UNSIGNED = "data/manifest.json 没有签名\n";

describe("a folder", () => {
  test("as it was built", async () => {
    expect(await gongbao(root, "verify", site)).toEqual({
      code: 0,
      out: `清单所列文件 4 个\n${UNSIGNED}与清单一致\n`,
      err: "",
    });
    expect((await gongbao(root, "verify", site, "--lang", "en")).out).toBe(
      "4 files in the manifest\ndata/manifest.json is not signed\nAll agrees with the manifest\n",
    );
  });

  test("with one byte changed, a file missing, a file too many", async () => {
    put(site, "2021-03/index.html", "<h1>2021年第4期</h1>");
    rmSync(join(site, "index.html"));
    put(site, "2021-03/.hidden", "");
    expect(await gongbao(root, "verify", site)).toEqual({
      code: 1,
      out: `已改动：2021-03/index.html（23 字节，原为 23 字节）\n缺少：index.html\n多出：2021-03/.hidden\n清单所列文件 4 个\n${UNSIGNED}与清单不一致：3 处\n`,
      err: "",
    });
    const english = await gongbao(root, "verify", site, "--lang", "en");
    expect(english.out).toContain("changed: 2021-03/index.html (23 bytes, was 23)\nmissing: index.html\n");
    expect(english.out).toContain("3 differences from the manifest\n");
  });

  test("with a folder where a file was", async () => {
    rmSync(join(site, "index.html"));
    put(site, "index.html/index.html", "x");
    const { code, out } = await gongbao(root, "verify", site);
    expect(code).toBe(1);
    expect(out).toMatch(/^缺少：index.html\n多出：index.html\/index.html\n/);
  });

  test.each(Object.keys(FILES))("every byte of %s counts", async (path) => {
    const bytes = readFileSync(join(site, path));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(join(site, path), changed);
      expect((await gongbao(root, "verify", site)).code).toBe(1);
    }
    writeFileSync(join(site, path), bytes);
    expect((await gongbao(root, "verify", site)).code).toBe(0);
  });
});

describe("source texts", () => {
  test("are compared where they are at hand", async () => {
    const seeds = join(root, "seeds");
    expect(await gongbao(root, "verify", site, "--seeds", seeds)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^缺少原文：2021-03.txt\n/),
    });
    put(seeds, "2021-03.txt", SEED);
    expect((await gongbao(root, "verify", site, "--seeds", seeds)).code).toBe(0);
    put(seeds, "2021-03.txt", `${SEED} `);
    expect(await gongbao(root, "verify", site, "--seeds", seeds)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^原文已改动：2021-03.txt\n/),
    });
  });
});

describe("a signature", () => {
  const key = keyPair();
  const other = keyPair();

  test("of the site's own key is valid, but the key is to be compared", async () => {
    publish(key);
    expect(await gongbao(root, "verify", site)).toEqual({
      code: 0,
      out: `清单所列文件 5 个\n签名有效，公钥指纹 ${fingerprintOf(key)}\n公钥取自网站本身，请与编辑部公布的指纹核对\n与清单一致\n`,
      err: "",
    });
  });

  test("of the key that is demanded is valid; of another it is not", async () => {
    publish(key);
    const good = put(root, "good.pem", publicKeyOf(key));
    const bad = put(root, "bad.pem", publicKeyOf(other));
    const valid = await gongbao(root, "verify", site, "--key", good);
    expect(valid.out).toBe(`清单所列文件 5 个\n签名有效，公钥指纹 ${fingerprintOf(key)}\n与清单一致\n`);
    expect(valid.code).toBe(0);
    expect(await gongbao(root, "verify", site, "--key", bad)).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        `签名不对：data/manifest.json 不是这把钥匙签的（指纹 ${fingerprintOf(other)}）\n`,
      ),
    });
  });

  test("a whole site made anew by somebody else does not pass for the editor's", async () => {
    put(site, "index.html", "<h1>假公报</h1>");
    publish(other);
    expect((await gongbao(root, "verify", site)).code).toBe(0);
    const editors = put(root, "editors.pem", publicKeyOf(key));
    expect((await gongbao(root, "verify", site, "--key", editors)).code).toBe(1);
  });

  test("of a manifest that was changed is wrong", async () => {
    publish(key);
    put(site, "index.html", "x");
    const files = Object.keys(FILES).map((path) => listed(path, readFileSync(join(site, path))));
    put(
      site,
      "data/manifest.json",
      manifestText([...files, listed("data/manifest.pem", Buffer.from(publicKeyOf(key)))], []),
    );
    const { code, out } = await gongbao(root, "verify", site);
    expect(code).toBe(1);
    expect(out).toMatch(/^签名不对：data\/manifest.json/);
    expect(out).toContain("与清单不一致：1 处\n");
  });

  test.each([
    ["cut short", Buffer.alloc(3)],
    ["made of nothing", Buffer.alloc(64)],
  ])("that is %s is wrong", async (_, bytes) => {
    publish(key);
    put(site, "data/manifest.sig", bytes);
    expect(await gongbao(root, "verify", site)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^签名不对/),
    });
  });

  test("that is missing is a fault where a key is demanded", async () => {
    const good = put(root, "good.pem", publicKeyOf(key));
    expect(await gongbao(root, "verify", site, "--key", good)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^data\/manifest.json 没有签名\n/),
    });
  });

  test("without a usable key beside it is a fault", async () => {
    publish(key);
    rmSync(join(site, "data/manifest.pem"));
    expect((await gongbao(root, "verify", site)).out).toMatch(
      /^有签名，但 data\/manifest.pem 不是可用的公钥\n缺少：data\/manifest.pem\n/,
    );
  });
});

describe("over the web", () => {
  test("a site under a path, with its changes and gaps", async () => {
    const { origin, close } = await serve(site, "/gongbao/");
    onTestFinished(close);
    const UNSEEN = "网址列不出文件，多出的文件看不到\n";
    put(site, "extra.html", "");
    for (const address of [`${origin}/gongbao/`, `${origin}/gongbao`])
      expect(await gongbao(root, "verify", address)).toEqual({
        code: 0,
        out: `清单所列文件 4 个\n${UNSEEN}${UNSIGNED}与清单一致\n`,
        err: "",
      });
    put(site, "index.html", "x");
    rmSync(join(site, "2021-03/图 1.svg"));
    expect(await gongbao(root, "verify", `${origin}/gongbao/`)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^缺少：2021-03\/图 1.svg\n已改动：index.html（1 字节，原为 15 字节）\n/),
    });
  });

  /** A server that does as it is told. */
  async function serverThat(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test("never more than eight files at a time, and each once", async () => {
    const many = Array.from({ length: 40 }, (_, at) => listed(`${at}.txt`, Buffer.from(String(at))));
    let open = 0;
    let most = 0;
    const asked: string[] = [];
    const origin = await serverThat(({ url = "" }, response) => {
      open += 1;
      most = Math.max(most, open);
      asked.push(url);
      const manifest = url === "/data/manifest.json";
      setTimeout(() => {
        open -= 1;
        response.writeHead(url.endsWith(".sig") ? 410 : 200);
        response.end(manifest ? manifestText(many, []) : url.slice(1, -4));
      }, 5);
    });
    expect((await gongbao(root, "verify", origin)).code).toBe(0);
    expect(most).toBeLessThanOrEqual(8);
    expect(most).toBeGreaterThan(1);
    expect(asked.toSorted()).toEqual(
      ["/data/manifest.json", "/data/manifest.sig", ...many.map(({ path }) => `/${path}`)].toSorted(),
    );
  });

  test("a server in trouble is not a site without files", async () => {
    const origin = await serverThat((_, response) => response.writeHead(503).end());
    expect(await gongbao(root, "verify", origin)).toEqual({
      code: 2,
      out: "",
      err: `${origin}/data/manifest.json: 网站回答 503。请检查地址和网络，再试一次\n`,
    });
  });

  test("a server that hangs up in the middle, or is not there", async () => {
    const origin = await serverThat((_, response) => void response.socket?.destroy());
    const { code, err } = await gongbao(root, "verify", origin);
    expect(code).toBe(2);
    expect(err).toMatch(/data\/manifest.json: 网站没有回答（.+）。请检查地址和网络，再试一次\n$/);
    expect(await gongbao(root, "verify", "http://127.0.0.1:1/", "--lang", "en")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/The site does not answer \(.+\)\. Check the address/),
    });
  });
});

describe("what cannot be verified", () => {
  test.each([
    ["no folder", "none", /none: 没有这个文件夹。请检查路径\n$/],
    [
      "a folder without a manifest",
      "dist/data/2021-03",
      /: 这里没有 data\/manifest.json。请给出网站的根目录/,
    ],
  ])("%s", async (_, place, message) => {
    expect(await gongbao(root, "verify", join(root, place))).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(message),
    });
  });

  test.each([
    ["no JSON", "{"],
    ["another file", '{"type":"issue"}'],
    ["a path that leads out", null],
  ])("a manifest that is %s", async (_, text) => {
    const outside = { path: "../secret", bytes: 0, sha256: hashOf(Buffer.from("")) };
    const manifest = readFileSync(join(site, "data/manifest.json"), "utf8");
    const parsed = { ...JSON.parse(manifest), files: [outside] };
    put(site, "data/manifest.json", text ?? JSON.stringify(parsed));
    expect(await gongbao(root, "verify", site)).toMatchObject({
      code: 2,
      err: expect.stringContaining("读不出 data/manifest.json。它已经损坏，或不是 gongbao 写的"),
    });
  });

  test.each([[[]], [["a", "b"]]])("%j: one place at a time", async (places) => {
    expect(await gongbao(root, "verify", ...places)).toMatchObject({
      code: 2,
      err: "gongbao: verify 要一个文件夹或网址。用 gongbao --help 看用法\n",
    });
  });

  test.each([
    ["a key that is not there", null, "没有这个文件"],
    ["a file that is no key", "x", "这不是 Ed25519 公钥（PEM）"],
    [
      "a key of another kind",
      generateKeyPairSync("ec", { namedCurve: "P-256" })
        .publicKey.export({ type: "spki", format: "pem" })
        .toString(),
      "这不是 Ed25519 公钥（PEM）",
    ],
  ])("%s", async (_, text, message) => {
    const key = join(root, "key.pem");
    if (text !== null) writeFileSync(key, text);
    expect(await gongbao(root, "verify", site, "--key", key)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });
});

test("the key that signs is named in the settings, from where they stand", () => {
  expect(readSettings(root).key).toBeNull();
  put(root, "gongbao.config.yaml", "signature: {key: ../keys/gongbao.pem}\n");
  expect(readSettings(root).key).toBe(join(root, "../keys/gongbao.pem"));
  put(root, "gongbao.config.yaml", "signature: {}\n");
  expect(() => readSettings(root)).toThrow(/signature/);
});
