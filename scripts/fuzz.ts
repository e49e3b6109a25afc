/** Scores the parser on synthetic gazettes: `node scripts/fuzz.ts --count 500 --from 1 [--kind task] [--verbose]`; `--print 7` writes one out. */
import { parseArgs } from "node:util";
import { drawGazette } from "./generator/compose/gazette.ts";
import { printGazette } from "./generator/print.ts";
import { add, type Example, type Score } from "./generator/score/tally.ts";
import { scoreGazette } from "./generator/score.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    /** Only kinds that contain this. */
    kind: { type: "string", default: "" },
    /** Every wrong fact, not a handful. */
    verbose: { type: "boolean", default: false },
    print: { type: "string" },
  },
});

const clip = (text: string): string =>
  text.length > 400 && !values.verbose ? `${text.slice(0, 400)}…` : text;

function show(kind: string, { seed, where, expected, got }: Example): void {
  console.log(
    `  ${kind} · seed ${seed} · ${where}\n    expected ${clip(expected)}\n    got      ${clip(got)}`,
  );
}

function run(count: number, from: number): Score {
  const total: Score = {};
  for (let seed = from; seed < from + count; seed++) {
    const gazette = drawGazette(seed);
    add(total, scoreGazette(gazette, printGazette(gazette)));
  }
  return total;
}

if (values.print === undefined) {
  const score = run(Number(values.count), Number(values.from));
  const kinds = Object.entries(score)
    .filter(([kind]) => kind.includes(values.kind))
    .sort(([, left], [, right]) => left.right / left.asked - right.right / right.asked);
  for (const [kind, { wrong }] of kinds)
    for (const example of values.verbose ? wrong : wrong.slice(0, 3)) show(kind, example);
  console.log("");
  for (const [kind, { asked, right }] of [...kinds].reverse())
    console.log(
      `${((100 * right) / asked).toFixed(2).padStart(7)} %  ${String(right).padStart(7)}/${String(asked).padEnd(7)}  ${kind}`,
    );
  const all = kinds.reduce(
    (sum, [, { asked, right }]) => ({ asked: sum.asked + asked, right: sum.right + right }),
    { asked: 0, right: 0 },
  );
  console.log(`${((100 * all.right) / all.asked).toFixed(2).padStart(7)} %  ${all.right}/${all.asked}  all`);
} else {
  const gazette = drawGazette(Number(values.print));
  const { text, style } = printGazette(gazette);
  console.log(text);
  console.log(JSON.stringify({ style, gazette }, null, 2));
}
