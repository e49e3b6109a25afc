/** Long tables as the bytes of their lines: made some at a time, so that no text of millions of characters stands in memory. */

/** How many lines are made into bytes at once. */
const BLOCK = 2000;

/** The UTF-8 of the line of each item. */
export function linesOf<Item>(items: readonly Item[], line: (item: Item, at: number) => string): Buffer {
  const blocks: Buffer[] = [];
  for (let from = 0; from < items.length; from += BLOCK) {
    let text = "";
    for (let at = from; at < Math.min(items.length, from + BLOCK); at++) text += line(items[at] as Item, at);
    blocks.push(Buffer.from(text));
  }
  return Buffer.concat(blocks);
}
