/**
 * Who may import whom. First what all stages stand on, then the stages in the order in which the text goes
 * through them; a folder imports from folders above it, never from one below.
 */
const stages = [
  "cache",
  "language",
  "terms",
  "tree",
  "source",
  "authority",
  "syntax",
  "structure",
  "reading",
  "document",
  "lint",
  "corpus",
  "html",
  "search",
  "export",
  "mcp",
  "commands",
];

/** The stages that make documents; what comes after them, and the site, works on documents alone. */
const parsing = ["source", "syntax", "structure", "reading", "lint"];

const folders = (names) => `^src/(${names.join("|")})/`;

const stageOrder = stages.slice(0, -1).map((stage, position) => ({
  name: `order-${stage}`,
  comment: `src/${stage} imports from folders above it only.`,
  severity: "error",
  from: { path: folders([stage]) },
  to: { path: folders(stages.slice(position + 1)) },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...stageOrder,
    {
      name: "whole-pipeline",
      comment:
        "The files right under src put the stages together: no stage but the command line imports them.",
      severity: "error",
      from: { path: folders(stages.filter((stage) => stage !== "commands")) },
      to: { path: "^src/[^/]+$" },
    },
    {
      name: "no-commands",
      comment: "The command line is a caller, not a library.",
      severity: "error",
      from: { path: "^(src/[^/]+$|site/)" },
      to: { path: folders(["commands"]) },
    },
    {
      name: "src-without-site",
      comment: "The parser knows nothing of Astro or the site.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: ["^site/", "^scripts/", "^tests/", "^node_modules/(astro|@astrojs)/", "^astro:"] },
    },
    {
      name: "site-never-parses",
      comment:
        "The site reads content/ through its schemas. (biome.json says the same of .astro files, which are not read here.)",
      severity: "error",
      from: { path: "^site/" },
      to: { path: [folders(parsing), "^src/document/(?!schema[./])", "^src/[^/]+$"] },
    },
    {
      name: "pages-ask",
      comment:
        "A page asks for what it shows (asked.ts): it is rendered again when the answer is another. (biome.json says the same of .astro files.)",
      severity: "error",
      from: { path: "^site/(pages|components|layouts)/" },
      to: { path: ["^site/(documents|folders)[.]ts$", "^(node:)?fs(/promises)?$"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "shipped-dependencies",
      comment:
        "What the build runs on stands under dependencies, so that it is there without the development tools.",
      severity: "error",
      from: { path: "^(src|site)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
