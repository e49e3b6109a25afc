/** The addresses of the JSON files as an OpenAPI 3.1 description, for code generators and API tools. */
import type { AnyDocument } from "../document/schema.ts";
import type { ExportContext, Format } from "./format.ts";
import { documentsIn } from "./json.ts";

/** How addresses are built, with what stands there. */
interface Address {
  path: string;
  type: string;
  name: string;
  summary: string;
}

const ADDRESSES: readonly Address[] = [
  { path: "/data/index.json", type: "catalogue", name: "getCatalogue", summary: "总目：各期和各件" },
  { path: "/data/manifest.json", type: "manifest", name: "getManifest", summary: "校验清单" },
  { path: "/data/{issue}/issue.json", type: "issue", name: "getIssue", summary: "一期的刊头和目录" },
  { path: "/data/{issue}/notices/{slug}.json", type: "notice", name: "getNotice", summary: "一件公文" },
  {
    path: "/data/{issue}/task-tables/{slug}.json",
    type: "task-table",
    name: "getTaskTable",
    summary: "一张任务表",
  },
  { path: "/data/{issue}/tables/{slug}.json", type: "table", name: "getTable", summary: "一张表格" },
  {
    path: "/data/{issue}/appointments/{slug}.json",
    type: "appointment",
    name: "getAppointment",
    summary: "一件任免",
  },
  { path: "/data/{issue}/chronicle.json", type: "chronicle", name: "getChronicle", summary: "一期的大事记" },
  { path: "/data/{issue}/report.json", type: "report", name: "getReport", summary: "一期的解析报告" },
];

/** The parameters of addresses; both are what an id has before and after its slash. */
const PARAMETERS = {
  issue: { pattern: "^\\d{4}-\\d{2}$", description: "期号，如 2021-03。" },
  slug: { pattern: "^[a-z0-9-]+$", description: "短名，即标识中斜线之后的部分。" },
} as const;

type ParameterName = keyof typeof PARAMETERS;
type Examples = Readonly<Record<ParameterName, string | undefined>>;

function parametersOf(path: string, examples: Examples) {
  return (["issue", "slug"] as const)
    .filter((name) => path.includes(`{${name}}`))
    .map((name) => {
      const { pattern, description } = PARAMETERS[name];
      const example = examples[name];
      return {
        name,
        in: "path",
        required: true,
        description,
        schema: { type: "string", pattern },
        ...(example === undefined ? {} : { example }),
      };
    });
}

/** The parts of the id of the first document of a type, as examples. */
function examplesOf(type: string, documents: readonly AnyDocument[]): Examples {
  const document = documents.find((one) => one.type === type);
  const id = document === undefined || document.type === "report" ? document?.issue : document.id;
  const [issue, slug] = id?.split("/") ?? [];
  return { issue, slug };
}

function operation({ path, type, name, summary }: Address, documents: readonly AnyDocument[]) {
  const schema = { $ref: `schema/v1/${type}.json` };
  return {
    get: {
      operationId: name,
      summary,
      parameters: parametersOf(path, examplesOf(type, documents)),
      responses: {
        "200": { description: summary, content: { "application/json": { schema } } },
        "404": { description: "没有这一件" },
      },
    },
  };
}

function describe(context: ExportContext) {
  const { name, description, licence } = context.publication;
  const documents = documentsIn(context);
  return {
    openapi: "3.1.0",
    info: {
      title: `${name}数据`,
      description,
      version: "1.0",
      license: { name: licence.text, ...(licence.url === null ? {} : { url: licence.url }) },
    },
    servers: [{ url: context.address("/").replace(/\/$/, "") || "/" }],
    paths: Object.fromEntries(ADDRESSES.map((address) => [address.path, operation(address, documents)])),
  };
}

export const openApi: Format = {
  id: "openapi",
  name: "OpenAPI",
  summary: "上述 JSON 地址的机器可读说明，可供生成客户端代码。",
  mediaType: "application/vnd.oai.openapi+json",
  specification: "https://spec.openapis.org/oas/v3.1.0",
  schema: null,
  files: (context) => [
    { path: "data/openapi.json", body: `${JSON.stringify(describe(context), null, 2)}\n` },
  ],
};
