/** `gongbao verify <dir or url>`: every published file against the manifest, and the manifest against its signature. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../export/hash.ts";
import {
  MANIFEST,
  type Manifest,
  type ManifestFile,
  manifestSchema,
  PUBLIC_KEY,
  SIGNATURE,
  UNLISTED,
} from "../export/manifest.ts";
import { fingerprintOf, isKey, isSigned } from "../export/signature.ts";
import { InputError, inputErrorOf } from "./errors.ts";
import { openSite, type Site } from "./publishedSite.ts";
import type { Phrase } from "./words.ts";

/** What is verified, and against what. */
export interface VerifyOptions {
  /** A folder, or an address that starts with http. */
  place: string;
  /** A file with the public key that must have signed, in PEM. */
  key: string | undefined;
  /** A folder with the source texts, where they are to be compared too. */
  seeds: string | undefined;
}

/** What was found: what is wrong, none where all is well, and what else there is to know. */
export interface Verification {
  faults: Phrase[];
  facts: Phrase[];
}

function manifestOf(bytes: Uint8Array, place: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch {
    throw new InputError(place, ["读不出 {0}", MANIFEST], "它已经损坏，或不是 gongbao 写的");
  }
}

async function faultsOfFile(site: Site, { path, bytes, sha256 }: ManifestFile): Promise<Phrase[]> {
  const found = await site.read(path);
  if (found === null) return [["缺少：{0}", path]];
  if (hashOf(found) === sha256) return [];
  return [["已改动：{0}（{1} 字节，原为 {2} 字节）", path, found.length, bytes]];
}

/** Files that are missing or changed, in the manifest's order, then those that it does not list. */
async function faultsOfFiles(site: Site, { files }: Manifest): Promise<Phrase[]> {
  const faults = new Map<ManifestFile, Phrase[]>();
  const waiting = files.values();
  const worker = async (): Promise<void> => {
    for (const file of waiting) faults.set(file, await faultsOfFile(site, file));
  };
  await Promise.all(Array.from({ length: site.atOnce }, worker));
  const known = new Set([...UNLISTED, ...files.map(({ path }) => path)]);
  const extra = (site.paths ?? []).filter((path) => !known.has(path));
  return [
    ...files.flatMap((file) => faults.get(file) ?? []),
    ...extra.map((path): Phrase => ["多出：{0}", path]),
  ];
}

function faultsOfSources(seeds: string, { sources }: Manifest): Phrase[] {
  return sources.flatMap(({ file, sha256 }): Phrase[] => {
    const path = join(seeds, file);
    if (!existsSync(path)) return [["缺少原文：{0}", file]];
    return hashOf(readFileSync(path)) === sha256 ? [] : [["原文已改动：{0}", file]];
  });
}

/** What a signature says when it is held against a key. */
function judged(manifest: Uint8Array, signature: Uint8Array, key: string, isDemanded: boolean): Verification {
  const fingerprint = fingerprintOf(key);
  if (!isSigned(manifest, signature, key))
    return { faults: [["签名不对：{0} 不是这把钥匙签的（指纹 {1}）", MANIFEST, fingerprint]], facts: [] };
  const advice: Phrase[] = isDemanded ? [] : ["公钥取自网站本身，请与编辑部公布的指纹核对"];
  return { faults: [], facts: [["签名有效，公钥指纹 {0}", fingerprint], ...advice] };
}

/** What the signature says; without one all is well, unless a key is demanded. */
async function signatureOn(
  site: Site,
  manifest: Uint8Array,
  demanded: string | undefined,
): Promise<Verification> {
  const signature = await site.read(SIGNATURE);
  if (signature === null) {
    const unsigned: Phrase = ["{0} 没有签名", MANIFEST];
    return demanded === undefined ? { faults: [], facts: [unsigned] } : { faults: [unsigned], facts: [] };
  }
  if (demanded !== undefined) return judged(manifest, signature, demanded, true);
  const published = Buffer.from((await site.read(PUBLIC_KEY)) ?? []).toString();
  return isKey(published)
    ? judged(manifest, signature, published, false)
    : { faults: [["有签名，但 {0} 不是可用的公钥", PUBLIC_KEY]], facts: [] };
}

/** The public key that is demanded. @throws InputError */
function readKey(file: string): string {
  const pem = readText(file);
  if (isKey(pem)) return pem;
  throw new InputError(file, "这不是 Ed25519 公钥（PEM）", "请给出编辑部公布的公钥文件");
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw inputErrorOf(error, file);
  }
}

/** Verifies a published site. @throws InputError where there is nothing to verify, or the site does not answer */
export async function verifyCommand({ place, key, seeds }: VerifyOptions): Promise<Verification> {
  const demanded = key === undefined ? undefined : readKey(key);
  const site = openSite(place);
  const bytes = await site.read(MANIFEST);
  if (bytes === null)
    throw new InputError(place, ["这里没有 {0}", MANIFEST], "请给出网站的根目录或首页的地址");
  const manifest = manifestOf(bytes, place);
  const signed = await signatureOn(site, bytes, demanded);
  const faults = await faultsOfFiles(site, manifest);
  const unseen: Phrase[] = site.paths === null ? ["网址列不出文件，多出的文件看不到"] : [];
  return {
    faults: [...signed.faults, ...faults, ...(seeds === undefined ? [] : faultsOfSources(seeds, manifest))],
    facts: [["清单所列文件 {0} 个", manifest.files.length], ...unseen, ...signed.facts],
  };
}
