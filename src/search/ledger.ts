/** The ledger: how long each record is and of what kind, a number or two bytes each. */

export type LedgerRow = { length: number; kind: number };

/** Kinds fit below this. */
const KIND_SPAN = 8;

/** Rows as numbers of seven bits a byte, the least first. */
export function encodeLedger(rows: LedgerRow[]): Uint8Array {
  const bytes: number[] = [];
  for (const { length, kind } of rows) {
    let rest = length * KIND_SPAN + kind;
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** A document's records: where each begins among its words (one more for the end), and its kind. */
export type Account = { starts: Uint32Array; kinds: Uint8Array };

/** Reads the documents of one file, whose numbers of records are given, in their order. */
export function decodeLedger(bytes: Uint8Array, counts: number[]): Account[] {
  let at = 0;
  return counts.map((count) => {
    const starts = new Uint32Array(count + 1);
    const kinds = new Uint8Array(count);
    let start = 0;
    for (let record = 0; record < count; record += 1) {
      let value = 0;
      let byte = 128;
      for (let factor = 1; byte > 127; factor *= 128) {
        byte = bytes[at] ?? 0;
        at += 1;
        value += (byte % 128) * factor;
      }
      kinds[record] = value % KIND_SPAN;
      start += Math.floor(value / KIND_SPAN);
      starts[record + 1] = start;
    }
    return { starts, kinds };
  });
}

/** The records that hold one of the places whole; places in ascending order, so records are too. */
export function recordsHolding({ starts }: Account, places: number[], length: number): number[] {
  const found: number[] = [];
  let record = 0;
  for (const place of places) {
    while (record + 1 < starts.length && (starts[record + 1] as number) <= place) record += 1;
    const end = starts[record + 1];
    if (end !== undefined && place + length <= end && found.at(-1) !== record) found.push(record);
  }
  return found;
}
