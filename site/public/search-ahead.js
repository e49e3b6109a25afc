// What a query in the address loads is on its way before the page is read.
if (/[?&]q=./.test(location.search))
  for (const href of document.currentScript.dataset.first.split(" ")) {
    const [rel, as] = href.endsWith(".js") ? ["modulepreload", "script"] : ["preload", "fetch"];
    document.head.append(Object.assign(document.createElement("link"), { rel, as, crossOrigin: "", href }));
  }
