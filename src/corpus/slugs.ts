/** Addresses of bodies and people: the pinyin of the name, told apart in the order of first printing. */
import { pinyin } from "pinyin-pro";

/** `县财政局` → `xian-cai-zheng-ju`; what is neither Chinese nor a letter or digit separates. */
export function pinyinSlug(name: string, kind: "person" | "organization"): string {
  const syllables = pinyin(name.normalize("NFKC"), {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
    surname: kind === "person" ? "head" : "off",
  });
  const slug = syllables
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "x" : slug;
}

/**
 * One slug a name, in the order given: the second `li-jing` becomes `li-jing-2`.
 * Give names in the order of their first printing, and a new issue changes no address.
 */
export function assignSlugs(names: Iterable<string>, kind: "person" | "organization"): Map<string, string> {
  const slugs = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of new Set(names)) {
    const base = pinyinSlug(name, kind);
    let slug = base;
    for (let turn = 2; taken.has(slug); turn += 1) slug = `${base}-${turn}`;
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}
