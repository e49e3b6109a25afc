/** Bodies: every organization that bears a task, is named in a decision or signs, and all the gazette prints of it. */
import type {
  AppointmentDocument,
  Decision,
  NoticeDocument,
  Party,
  Task,
  TaskTableDocument,
} from "../document/schema.ts";
import { entryPath, pagePath } from "./addresses.ts";
import type { Canonical } from "./authority.ts";
import { compareText, type Gazette, type Leading, oldestFirst } from "./gazette.ts";
import { assignSlugs } from "./slugs.ts";
import { walkDocument } from "./walk.ts";

export type TaskRole = "leads" | "supports";
export type TaskPart = { task: Task; table: TaskTableDocument; role: TaskRole };
export type DecisionIn = { decision: Decision; number: number; document: AppointmentDocument };
/** A place that names somebody: where it is, what stands there. */
export type Naming = { path: string; document: Leading; text: string };

export type Organization = {
  name: string;
  slug: string;
  /** Every way it is printed, its name aside, in the order of first printing. */
  otherNames: string[];
  /** 各乡镇, 县直有关部门: no single body, but many together. */
  collective: boolean;
  tasks: TaskPart[];
  decisions: DecisionIn[];
  issued: NoticeDocument[];
  contacts: { contact: NoticeDocument["contacts"][number]; document: NoticeDocument }[];
  entries: Naming[];
  namings: Naming[];
};

const COLLECTIVE = /各|(?:有关|相关)(?:部门|单位|乡镇|企业|学校|人员)|成员单位|职能部门/u;

/** 各乡镇, 县直有关部门, 县爱国卫生运动委员会各成员单位: more than one body under one name. */
export function isCollective(name: string): boolean {
  return COLLECTIVE.test(name);
}

/** All bodies by name; the order is that of their first printing, oldest issue first. */
export function collectOrganizations(
  gazette: Gazette,
  canonical: Canonical = (name) => name,
): Map<string, Organization> {
  const bodies = new Map<string, Organization>();
  const body = (printed: string): Organization => {
    const name = canonical(printed);
    const present = bodies.get(name);
    if (present !== undefined) {
      noteName(present, printed);
      return present;
    }
    const made: Organization = {
      name,
      slug: "",
      otherNames: printed === name ? [] : [printed],
      collective: isCollective(name),
      tasks: [],
      decisions: [],
      issued: [],
      contacts: [],
      entries: [],
      namings: [],
    };
    bodies.set(name, made);
    return made;
  };
  // Issue by issue, in each the notices, then their tasks, then the decisions: a later issue comes after them all.
  for (const document of oldestFirst([...gazette.notices, ...gazette.taskTables, ...gazette.appointments])) {
    if (document.type === "notice") addNotice(document, body);
    else if (document.type === "task-table") addTasks(document, body, canonical);
    else addDecisions(document, body);
  }
  addNamings(gazette, bodies, canonical);
  const slugs = assignSlugs(bodies.keys(), "organization");
  for (const [name, slug] of slugs) body(name).slug = slug;
  return bodies;
}

type BodyOf = (printed: string) => Organization;

function addNotice(notice: NoticeDocument, body: BodyOf): void {
  if (notice.issuer !== null) for (const name of notice.issuer.split("、")) body(name).issued.push(notice);
  for (const contact of notice.contacts) {
    if (contact.organization !== null)
      body(contact.organization).contacts.push({ contact, document: notice });
  }
}

function addTasks(table: TaskTableDocument, body: BodyOf, canonical: Canonical): void {
  for (const task of table.tasks) {
    for (const { name } of partiesOf(task)) body(name);
    for (const [name, role] of rolesIn(task, canonical)) body(name).tasks.push({ task, table, role });
  }
}

function addDecisions(document: AppointmentDocument, body: BodyOf): void {
  for (const [at, decision] of document.decisions.entries()) {
    if (decision.organization !== null)
      body(decision.organization).decisions.push({ decision, number: at + 1, document });
  }
}

function noteName(body: Organization, printed: string): void {
  if (printed !== body.name && !body.otherNames.includes(printed)) body.otherNames.push(printed);
}

/** Everybody a task names: those who lead or bear it first, then those who support. */
export function partiesOf({ responsible, groupLead, supporting }: Task): Party[] {
  return [...responsible, ...groupLead, ...supporting];
}

/** Who does what in a task; a body that both leads and supports leads. */
function rolesIn(task: Task, canonical: Canonical): Map<string, TaskRole> {
  const roles = new Map<string, TaskRole>();
  const note = (parties: Party[], role: TaskRole) => {
    for (const { name } of parties) if (!roles.has(canonical(name))) roles.set(canonical(name), role);
  };
  note(task.responsible, "leads");
  note(task.groupLead, "leads");
  note(task.supporting, "supports");
  return roles;
}

/** Paragraphs and chronicle entries that name a body already known; a mention alone makes no body. */
function addNamings(gazette: Gazette, bodies: Map<string, Organization>, canonical: Canonical): void {
  for (const document of gazette.leading.values()) {
    for (const { block } of walkDocument(document)) {
      if (block.type !== "paragraph") continue;
      const path = `${pagePath(document.id)}#${block.anchor}`;
      for (const name of namedIn(block.mentions, canonical)) {
        bodies.get(name)?.namings.push({ path, document, text: block.text });
      }
    }
  }
  for (const chronicle of gazette.chronicles) {
    for (const entry of chronicle.entries) {
      for (const name of namedIn(entry.mentions, canonical)) {
        bodies.get(name)?.entries.push({ path: entryPath(entry.id), document: chronicle, text: entry.text });
      }
    }
  }
}

function namedIn(mentions: { kind: string; name?: string }[], canonical: Canonical): Set<string> {
  return new Set(
    mentions.flatMap(({ kind, name }) =>
      kind === "organization" && name !== undefined ? [canonical(name)] : [],
    ),
  );
}

/** By what they do most; collectives after single bodies. */
export function rankedOrganizations(bodies: Iterable<Organization>): Organization[] {
  return [...bodies].sort(
    (a, b) =>
      Number(a.collective) - Number(b.collective) ||
      b.tasks.length - a.tasks.length ||
      b.namings.length - a.namings.length ||
      compareText(a.slug, b.slug),
  );
}
