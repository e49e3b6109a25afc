/** Says beside each deadline whether it is past, by the reader's clock: the page itself is older than its readers. */
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0"))
  .join("-");

for (const place of document.querySelectorAll<HTMLElement>("[data-due]")) {
  const past = (place.dataset.due ?? "") < today;
  place.textContent = past ? "时限已过" : "时限未到";
  place.classList.toggle("past", past);
}
