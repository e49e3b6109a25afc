import { readRecords } from "./scripts/search/truth.ts";
import { writeSearch } from "./src/search/write.ts";
import { indexAsItComes } from "./scripts/search/default.ts";
import { rm } from "node:fs/promises";
const r = await readRecords("/work/main/content");
const many = Array.from({length:7},(_, k)=>r.map(x=>({...x, documentId:x.documentId+k,page:x.page.replace("2021-03","200"+k),url:x.url.replace("2021-03","200"+k)}))).flat().slice(0,5000);
for (let i=0;i<3;i++){ for (const [n,f] of [["own",()=>writeSearch(many,"/tmp/w5")],["default",()=>indexAsItComes(many,"/tmp/w6")]] as const){ await rm("/tmp/w5",{recursive:true,force:true});await rm("/tmp/w6",{recursive:true,force:true}); const t=performance.now(); await f(); console.log(n, (performance.now()-t)|0); }}
