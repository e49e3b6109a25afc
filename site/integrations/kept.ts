/**
 * Pages that need not be rendered again are taken from the earlier site, whose folder `GONGBAO_EARLIER` names. Without it
 * all pages are rendered, and nothing is kept. The pages that wait for others' work are made last.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroPrerenderer, RouteData } from "astro";
import { distFolder, type Earlier, earlier } from "../folders.ts";
import { Keeping, type Planned } from "../keeping/keeping.ts";
import { openPageCache } from "../keeping/program.ts";
import { traced } from "../keeping/traces.ts";
import { beginPages, endPages, pageMade } from "../progress.ts";
import { ready } from "../ready.ts";
import { site } from "../site.config.ts";

export function kept(): AstroIntegration {
  return {
    name: "kept",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((pages) =>
          counted(waitingLast(earlier === null ? pages : keepingPrerenderer(pages, earlier))),
        );
      },
    },
  };
}

/** Tells how far the pages are. */
function counted(pages: AstroPrerenderer): AstroPrerenderer {
  return {
    ...pages,
    getStaticPaths: async () => {
      const paths = await pages.getStaticPaths();
      beginPages(paths.length);
      return paths;
    },
    render: (request, options) => pages.render(request, options).finally(pageMade),
    teardown: async () => {
      endPages();
      await pages.teardown?.();
    },
  };
}

/** The pages that wait for the data files come last: of an archive they are more than are made at a time. */
function waitingLast(pages: AstroPrerenderer): AstroPrerenderer {
  const waits = ({ pathname }: { pathname: string }): boolean => /^\/data(\/|$)/u.test(pathname);
  return {
    ...pages,
    getStaticPaths: async () => {
      const paths = await pages.getStaticPaths();
      return [...paths.filter((page) => !waits(page)), ...paths.filter(waits)];
    },
  };
}

/** What Astro's own prerenderer has of its routes: the pages of each by their paths, with what they are handed. */
type App = { routeCache?: { get(route: RouteData): { staticPaths?: StaticPaths } | undefined } };
type StaticPaths = { keyed?: Map<string, { props?: unknown }> };

function keepingPrerenderer(pages: AstroPrerenderer & { app?: App }, from: Earlier): AstroPrerenderer {
  const keeping = new Keeping(openPageCache(process.cwd()), from, fileURLToPath(distFolder));
  return {
    name: "kept",
    setup: async () => {
      await ready();
      await pages.setup?.();
    },
    getStaticPaths: async () => {
      const paths = await pages.getStaticPaths();
      const planned = paths.flatMap(({ pathname, route }): Planned[] => {
        // A page of its own path is one of a kind, and shows the whole gazette or nothing of it.
        const page = route.pathname
          ? undefined
          : pages.app?.routeCache?.get(route)?.staticPaths?.keyed?.get(pathname);
        return page === undefined ? [] : [{ file: fileOf(pathname, route), props: page.props }];
      });
      const known = await keeping.keepAll(planned);
      return paths.filter(({ pathname, route }) => !known.has(fileOf(pathname, route)));
    },
    render: async (request, options) => {
      const file = fileOf(pathOf(request), options.routeData);
      const present = await keeping.bytesOf(file);
      if (present !== null) return new Response(present);
      const { value, trace } = await traced(async () => {
        const rendered = await pages.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        return { response, bytes: await response.arrayBuffer() };
      });
      const { response, bytes } = value;
      if (response.ok) keeping.note(file, new Uint8Array(bytes), trace);
      // What was read is not read again: to make another response of it takes as long as a small page.
      return Object.defineProperty(response, "arrayBuffer", { value: async () => bytes });
    },
    teardown: async () => {
      await keeping.end();
      await pages.teardown?.();
    },
  };
}

/** The file of a page under the site. */
function fileOf(pathname: string, { type }: RouteData): string {
  const name = pathname.replace(/^\/|\/$/gu, "");
  return type === "endpoint" ? name : path.posix.join(name, "index.html");
}

/** The path that a request is of, as the routes name it. */
const pathOf = ({ url }: Request): string => decodeURI(new URL(url).pathname).slice(site.base.length - 1);
