/** The report of an issue: what was counted, what is accounted for, what is doubted. */
import type { VFile } from "vfile";
import type { AccountedIssue } from "./compile.ts";
import type { ReportDocument } from "./schema.ts";

type Message = ReportDocument["messages"][number];

/** The id of the document that holds an offset, the narrowest kind first. */
function documentAt(compiled: AccountedIssue, offset: number): string | null {
  const holders = [...compiled.tables, ...compiled.notices, ...compiled.appointments];
  const found = holders.find(
    ({ position }) => position.start.offset <= offset && offset < position.end.offset,
  );
  if (found) return found.id;
  const entry = compiled.chronicle?.entries.find(
    ({ position }) => position.start.offset <= offset && offset < position.end.offset,
  );
  return entry && compiled.chronicle ? compiled.chronicle.id : null;
}

/** Makes the report from the compiled issue and the messages of its file. */
export function reportOf(compiled: AccountedIssue, file: VFile): ReportDocument {
  const { characters, inDocuments, inFurniture, unaccounted } = compiled.coverage;
  const messages = file.messages.map((message): Message => {
    const place = message.place as Message["place"];
    return {
      ruleId: message.ruleId ?? "",
      severity: message.fatal === true ? "error" : message.fatal === false ? "warning" : "info",
      reason: message.note === undefined ? message.reason : `${message.reason}；${message.note}`,
      document: documentAt(compiled, place.start.offset),
      place: { start: place.start, end: place.end },
    };
  });
  return {
    $schema: "/data/schema/v1/report.json",
    schemaVersion: "1.0",
    type: "report",
    issue: compiled.id,
    coverage: { characters, inDocuments, inFurniture, unaccounted },
    counts: {
      notices: compiled.notices.length,
      taskTables: compiled.taskTables.length,
      tasks: compiled.taskTables.reduce((sum, { tasks }) => sum + tasks.length, 0),
      tables: compiled.tables.length,
      appointments: compiled.appointments.length,
      decisions: compiled.appointments.reduce((sum, { decisions }) => sum + decisions.length, 0),
      chronicleEntries: compiled.chronicle?.entries.length ?? 0,
    },
    messages,
  };
}
