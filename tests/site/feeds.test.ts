/** Feeds by their own rules: Atom (RFC 4287) read by an XML parser, JSON Feed 1.1, with an address and without; OpenSearch 1.1. */
import { SaxesParser } from "saxes";
import { afterEach, describe, expect, it, vi } from "vitest";
import { schemas } from "../../src/document/schema.ts";
import { contentDocuments, contextOf } from "../export/context.ts";
import { HOSTILE, issue, notice, sampleDocuments } from "./gazette.ts";

type XmlElement = { name: string; attributes: Record<string, string>; text: string; children: XmlElement[] };

/** Throws where the text is not well formed, namespaces included. */
function parse(xml: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const own = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = { name: `{${uri}}${local}`, attributes: Object.fromEntries(own), text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  const [top] = root.children;
  if (top === undefined) throw new Error("no element");
  return top;
}

const ATOM = "{http://www.w3.org/2005/Atom}";
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
const childrenOf = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name === `${ATOM}${name}`);
const textOf = (element: XmlElement, name: string): string => {
  const found = childrenOf(element, name);
  expect(found, name).toHaveLength(1);
  return found[0]?.text ?? "";
};

/** The feeds as a site of these settings makes them. */
async function feedsOf(documents: ReturnType<typeof contentDocuments>, settings: object) {
  vi.stubEnv("GONGBAO_SETTINGS", JSON.stringify(settings));
  vi.resetModules();
  const [{ allFeeds }, { atomFeed }, { jsonFeed }, { openSearchDescription }] = await Promise.all([
    import("../../site/feeds/feeds.ts"),
    import("../../site/feeds/atom.ts"),
    import("../../site/feeds/json.ts"),
    import("../../site/opensearch.ts"),
  ]);
  const { gazette, organizations } = contextOf(documents);
  const feeds = allFeeds({ gazette, organizations: new Map(organizations) });
  return {
    feeds: feeds.map((feed) => ({ feed, atom: parse(atomFeed(feed)), json: jsonFeed(feed) })),
    openSearchDescription,
  };
}

afterEach(() => vi.unstubAllEnvs());

const cases = [
  ["the printed gazette, without an address", contentDocuments(), {}],
  ["the printed gazette, with one", contentDocuments(), { address: "https://gazette.example", base: "/g/" }],
  ["a made-up gazette whose text tries to be markup", sampleDocuments(), { name: `公报${HOSTILE}&` }],
] as const;

describe.each(cases)("Atom of %s", (_, documents, settings) => {
  it("has what RFC 4287 wants of feeds and entries", async () => {
    const { feeds } = await feedsOf([...documents], settings);
    expect(feeds.length).toBeGreaterThan(4);
    const identities = new Set(feeds.map(({ atom }) => textOf(atom, "id")));
    expect(identities.size).toBe(feeds.length);
    for (const { feed, atom } of feeds) {
      expect(atom.name).toBe(`${ATOM}feed`);
      expect(textOf(atom, "id")).toMatch(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      expect(textOf(atom, "title")).toBe(feed.title);
      expect(textOf(atom, "updated")).toMatch(RFC3339);
      const [author] = childrenOf(atom, "author");
      expect(author === undefined ? "" : textOf(author, "name")).not.toBe("");
      const rels = childrenOf(atom, "link").map(({ attributes }) => attributes["rel"]);
      expect(rels).toEqual(["self", "alternate"]);
      const entries = childrenOf(atom, "entry");
      expect(new Set(entries.map((entry) => textOf(entry, "id"))).size).toBe(entries.length);
      for (const entry of entries) {
        expect(textOf(entry, "title")).not.toBe("");
        expect(textOf(entry, "updated")).toMatch(RFC3339);
        expect(childrenOf(entry, "link").map(({ attributes }) => attributes["rel"])).toEqual(["alternate"]);
        expect(textOf(entry, "summary")).not.toBe("");
      }
      const dates = entries.map((entry) => textOf(entry, "updated"));
      expect(dates).toEqual(dates.toSorted().toReversed());
      if (dates.length > 0) expect(textOf(atom, "updated")).toBe(dates[0]);
    }
  });

  it("never gives one identity to two contents", async () => {
    const { feeds } = await feedsOf([...documents], settings);
    const contents = new Map<string, string>();
    for (const { atom } of feeds) {
      for (const entry of childrenOf(atom, "entry")) {
        const content = JSON.stringify([textOf(entry, "title"), textOf(entry, "summary")]);
        expect(contents.get(textOf(entry, "id")) ?? content).toBe(content);
        contents.set(textOf(entry, "id"), content);
      }
    }
    expect(contents.size).toBeGreaterThan(3);
  });
});

describe.each(cases)("JSON Feed of %s", (_, documents, settings) => {
  it("has what version 1.1 wants, and the entries of the Atom feed", async () => {
    const { feeds } = await feedsOf([...documents], settings);
    const addressed = "address" in settings;
    for (const { feed, atom, json } of feeds) {
      const { items, ...head } = JSON.parse(json) as { items: Record<string, string>[] } & Record<
        string,
        unknown
      >;
      expect(head).toMatchObject({ version: "https://jsonfeed.org/version/1.1", title: feed.title });
      expect(head["authors"]).toEqual([{ name: expect.any(String) }]);
      if (addressed) expect(head["feed_url"]).toBe(`https://gazette.example/g${feed.path}.json`);
      else expect(head).not.toHaveProperty("feed_url");
      const entries = childrenOf(atom, "entry");
      expect(items.map(({ id }) => id)).toEqual(entries.map((entry) => textOf(entry, "id")));
      for (const item of items) {
        expect(item["content_text"]).not.toBe("");
        expect(item["date_published"]).toMatch(RFC3339);
        expect("url" in item).toBe(addressed);
        if (addressed) expect(URL.canParse(item["url"] ?? "")).toBe(true);
      }
    }
  });
});

it("a feed without entries is as new as the newest issue", async () => {
  const quiet = [issue("2022-01", { documents: [] }), issue("2022-02", { documents: [], date: null })];
  const { feeds } = await feedsOf(quiet, {});
  expect(feeds.map(({ atom }) => textOf(atom, "updated"))).toEqual(
    Array.from({ length: 4 }, () => "2022-12-31T00:00:00+08:00"),
  );
  const empty = await feedsOf([schemas.issue.parse(issue("2022-01", { documents: [] }))], {});
  expect(textOf(empty.feeds[0]?.atom as XmlElement, "updated")).toBe("2022-03-31T00:00:00+08:00");
});

it("the identities stay when the site gets an address", async () => {
  const ids = async (settings: object) =>
    (await feedsOf([issue(), notice()], settings)).feeds.map(({ json }) => JSON.parse(json).items[0]?.id);
  expect(await ids({ address: "https://gazette.example" })).toEqual(await ids({}));
});

it("OpenSearch 1.1 has its elements in their namespace, within their lengths", async () => {
  const { openSearchDescription } = await feedsOf([issue()], { name: `${"长".repeat(20)}&<公报>` });
  const description = parse(openSearchDescription((path) => `https://gazette.example/g${path}`));
  const space = "{http://a9.com/-/spec/opensearch/1.1/}";
  expect(description.name).toBe(`${space}OpenSearchDescription`);
  const said = Object.fromEntries(
    description.children.map(({ name, text }) => [name.replace(space, ""), text]),
  );
  expect(said["ShortName"]?.length).toBeLessThanOrEqual(16);
  expect(said["Description"]?.length).toBeLessThanOrEqual(1024);
  expect(said).toMatchObject({ InputEncoding: "UTF-8", OutputEncoding: "UTF-8", Language: "zh-CN" });
  const urls = description.children.filter(({ name }) => name === `${space}Url`);
  expect(urls.map(({ attributes }) => attributes)).toEqual([
    { type: "text/html", template: "https://gazette.example/g/search/?q={searchTerms}" },
    {
      type: "application/opensearchdescription+xml",
      rel: "self",
      template: "https://gazette.example/g/opensearch.xml",
    },
  ]);
});
