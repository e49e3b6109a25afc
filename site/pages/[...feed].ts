/** Every feed in both formats. */
import type { APIRoute } from "astro";
import { atomFeed } from "../feeds/atom.ts";
import type { Feed } from "../feeds/feed.ts";
import { allFeeds } from "../feeds/feeds.ts";
import { jsonFeed } from "../feeds/json.ts";
import { readLibrary } from "../library.ts";
import { shared } from "../shard.ts";

type Props = { feed: Feed; format: "xml" | "json" };

export async function getStaticPaths() {
  const formats = ["xml", "json"] as const;
  return shared(allFeeds(await readLibrary())).flatMap((feed) =>
    formats.map((format) => ({
      params: { feed: `${feed.path.slice(1)}.${format}` },
      props: { feed, format },
    })),
  );
}

export const GET: APIRoute<Props> = ({ props: { feed, format } }) =>
  new Response(format === "xml" ? atomFeed(feed) : jsonFeed(feed), {
    headers: { "content-type": format === "xml" ? "application/atom+xml" : "application/feed+json" },
  });
