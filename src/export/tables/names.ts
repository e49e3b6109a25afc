/** The tables of bodies and of people, as they are named in all issues. */
import { organizationPath, personPath } from "../../corpus/addresses.ts";
import { compareText } from "../../corpus/gazette.ts";
import type { Organization } from "../../corpus/organizations.ts";
import type { Person } from "../../corpus/people.ts";
import type { ExportContext } from "../format.ts";
import { columnsFor, defineTable } from "./column.ts";

const bySlug = <Row extends { slug: string }>(rows: Iterable<Row>): Row[] =>
  [...rows].sort((a, b) => compareText(a.slug, b.slug));

const TOWNSHIP = /(?:[镇乡]|街道)(?:人民政府|办事处)?$/u;

const body = columnsFor<Organization>();
const led = ({ tasks }: Organization, role: "leads" | "supports") =>
  tasks.filter((part) => part.role === role).length;

export const organizations = defineTable<Organization, ExportContext>({
  name: "organizations",
  title: "机构",
  description: "承担任务、发文、有任免或留联系方式的机构，一行一个，按短名排列。",
  primaryKey: ["name"],
  columns: [
    body.always.text(
      "name",
      "规范名称",
      "机构名录中的名称；名录没有的照印。",
      "机构名录",
      ({ name }) => name,
    ),
    body.always.text("slug", "短名", "网页地址中的短名。", "见地址规则", ({ slug }) => slug, {
      unique: true,
    }),
    body.maybe.text(
      "other_names",
      "其他写法",
      "各期所印的其他写法，以顿号相连。",
      "机构名录",
      ({ otherNames }) => otherNames.join("、") || null,
    ),
    body.always.flag(
      "collective",
      "合称",
      "各乡镇、有关部门等，不是一个机构。",
      "由名称得出",
      ({ collective }) => collective,
    ),
    body.always.flag(
      "township",
      "乡镇街道",
      "名称以镇、乡、街道结尾的单个机构。",
      "由名称得出",
      ({ name, collective }) => !collective && TOWNSHIP.test(name),
    ),
    body.always.integer(
      "tasks_led",
      "牵头任务数",
      "牵头或负责的任务数；同一任务里又牵头又配合的算牵头。",
      "task-table.tasks[]",
      (row) => led(row, "leads"),
    ),
    body.always.integer("tasks_supported", "配合任务数", "配合的任务数。", "task-table.tasks[]", (row) =>
      led(row, "supports"),
    ),
    body.always.integer(
      "decisions",
      "任免数",
      "本机构职务的任免数。",
      "appointment.decisions[]",
      ({ decisions }) => decisions.length,
    ),
    body.always.integer("issued", "发文数", "署名的公文数。", "notice.issuer", ({ issued }) => issued.length),
    body.always.integer(
      "namings",
      "正文提及数",
      "提到本机构的自然段数。",
      "paragraph.mentions[]",
      ({ namings }) => namings.length,
    ),
    body.always.integer(
      "chronicle_entries",
      "大事记提及数",
      "提到本机构的大事记条数。",
      "chronicle.entries[].mentions[]",
      ({ entries }) => entries.length,
    ),
    body.always.text("path", "网页地址", "从网站根起的路径。", "见地址规则", ({ slug }) =>
      organizationPath(slug),
    ),
  ],
  rows: ({ organizations }) => bySlug(organizations.values()),
});

const person = columnsFor<Person>();

export const people = defineTable<Person, ExportContext>({
  name: "people",
  title: "人名",
  description: "各期所印的人名，一行一个，按短名排列；同名的人不能分辨。",
  primaryKey: ["name"],
  columns: [
    person.always.text("name", "姓名", "照印，不含字间空格。", "各处姓名", ({ name }) => name),
    person.always.text("slug", "短名", "网页地址中的短名。", "见地址规则", ({ slug }) => slug, {
      unique: true,
    }),
    person.always.integer(
      "decisions",
      "任免数",
      "本人的任免数。",
      "appointment.decisions[]",
      ({ decisions }) => decisions.length,
    ),
    person.always.integer(
      "chronicle_entries",
      "大事记条数",
      "提到本人的大事记条数。",
      "chronicle.entries[].people[]",
      ({ entries }) => entries.length,
    ),
    person.always.integer(
      "rosters",
      "名单数",
      "列入领导小组等名单的次数。",
      "roster.groups[].members[]",
      ({ rosters }) => rosters.length,
    ),
    person.always.text("path", "网页地址", "从网站根起的路径。", "见地址规则", ({ slug }) =>
      personPath(slug),
    ),
  ],
  rows: ({ people }) => bySlug(people.values()),
});
