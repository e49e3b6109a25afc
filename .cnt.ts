import { readFileSync } from "node:fs";
const P = await import(`/work/main/src/pipeline.ts`);
const bytes = readFileSync(`/work/main/seeds/2021-03.txt`);
(globalThis as any).__c = new Map();
P.compileFile(P.openFile(bytes, "b.txt")); (globalThis as any).__c.clear();
P.compileFile(P.openFile(bytes, "b.txt"));
for (const [k, v] of [...(globalThis as any).__c].sort((a: any, b: any) => b[1] - a[1]).slice(0, 60)) console.log(v, k);
