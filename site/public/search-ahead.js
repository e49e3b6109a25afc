/** The search page's first script: what a query in the address loads is on its way before the page is read. */
const { src, dataset } = document.currentScript;
if (new URLSearchParams(location.search).get("q"))
  for (const path of (dataset.first ?? "").split(" ").filter((path) => path !== "")) {
    const { pathname, search } = new URL(path, src);
    const link = document.createElement("link");
    link.rel = path.endsWith(".js") ? "modulepreload" : "preload";
    if (link.rel === "preload") link.as = "fetch";
    link.crossOrigin = "anonymous";
    link.href = pathname + search;
    document.head.append(link);
  }
