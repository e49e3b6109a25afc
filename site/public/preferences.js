/** Sets the reader's display choices before the page is painted; the switches keep them in this browser only. */
try {
  const kept = JSON.parse(localStorage.getItem("display") ?? "{}");
  for (const name of ["large", "contrast", "dark"]) {
    if (typeof kept[name] === "boolean") document.documentElement.dataset[name] = String(kept[name]);
  }
} catch {
  // No storage, or not ours: the page shows as it stands.
}
document.documentElement.dataset.script = "true";
