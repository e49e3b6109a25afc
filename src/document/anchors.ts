/** From an anchor to the place that it names: `pzf-2021-56#2-1`, `pzf-2021-56`, `chronicle#2021-07-05-1`. */
import type { CompiledIssue } from "./compile.ts";
import type { Block, Position } from "./schema.ts";

/** Blocks under blocks, those above first. */
export function* blocksUnder(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === "section") yield* blocksUnder(block.children);
  }
}

/** The blocks of a document, whatever part they stand in. */
export function* blocksOf(
  document: CompiledIssue["notices"][number] | CompiledIssue["appointments"][number],
): Generator<Block> {
  yield* blocksUnder(document.children);
  if (document.type !== "notice") return;
  yield* blocksUnder(document.enclosure?.children ?? []);
  for (const { children } of document.attachments) yield* blocksUnder(children);
}

/** From the first character of positions to the place after their last. */
function around(positions: readonly Position[]): Position | null {
  const [first] = positions;
  if (first === undefined) return null;
  return positions.reduce(
    (whole, { start, end }) => ({
      start: start.offset < whole.start.offset ? start : whole.start,
      end: end.offset > whole.end.offset ? end : whole.end,
    }),
    first,
  );
}

/** What `<slug>#<anchor>` means in an issue, or null. The issue id may stand before it. */
export function placeOfAnchor(compiled: CompiledIssue, anchor: string): Position | null {
  const [id = "", part] = anchor.replace(new RegExp(`^${compiled.id}/`), "").split("#");
  const full = `${compiled.id}/${id}`;
  const { chronicle } = compiled;
  if (chronicle?.id === full)
    return part === undefined
      ? around(chronicle.entries.map(({ position }) => position))
      : (chronicle.entries.find((entry) => entry.id === `${full}/${part}`)?.position ?? null);
  const table = [...compiled.tables, ...compiled.taskTables].find((one) => one.id === full);
  const document = [...compiled.notices, ...compiled.appointments].find((one) => one.id === full);
  const whole = document ?? table;
  if (whole === undefined || part === undefined) return whole?.position ?? null;
  if (document === undefined)
    return (
      compiled.taskTables.flatMap(({ tasks }) => tasks).find((task) => task.anchor === part)?.position ?? null
    );
  const block = blocksOf(document).find((one) => one.anchor === part);
  const task = compiled.taskTables
    .filter(({ notice }) => notice === full)
    .flatMap(({ tasks }) => tasks)
    .find((one) => one.anchor === part);
  const attachment =
    document.type === "notice" ? document.attachments.find((one) => one.anchor === part) : undefined;
  return (
    block?.position ??
    task?.position ??
    around([...(attachment?.children ?? [])].map(({ position }) => position))
  );
}
