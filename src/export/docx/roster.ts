/** A list of names: the office held in the group, the name, the post, below one another. */
import { TabStopType } from "docx";
import type { Block } from "../../document/schema.ts";
import { headline, type Piece, paragraph } from "./flow.ts";
import { characters, widthOf } from "./measure.ts";
import { style } from "./styles.ts";
import { gapped, runs, tab } from "./text.ts";

type Group = Extract<Block, { type: "roster" }>["groups"][number];

/** A longer role stands on a line of its own. */
const LONGEST_ROLE = 6;
const NAME = 4;

/** `titles` are those of the sections around, which a group's role may repeat. */
export function rosterPieces(groups: readonly Group[], titles: readonly (string | null)[]): Piece[] {
  const roles = groups.flatMap(({ role }) => (isShort(role) ? [widthOf(role)] : []));
  const names = groups.flatMap(({ members }) => members.map(({ name }) => widthOf(name ?? "")));
  const role = roles.length === 0 ? 0 : Math.max(3, ...roles) + 1;
  const columns = { role, name: Math.max(NAME, ...names.map((width) => width + 1)) };
  return groups.flatMap((group) =>
    groupPieces(titles.includes(group.role) ? { ...group, role: null } : group, columns),
  );
}

function isShort(role: string | null): role is string {
  return role !== null && widthOf(role) <= LONGEST_ROLE;
}

function groupPieces({ role, members }: Group, columns: { role: number; name: number }): Piece[] {
  const short = isShort(role) ? role : null;
  const above =
    role === null || short !== null
      ? []
      : [headline({ style: style.line, indent: MARGIN, children: runs(role) })];
  const lines = members.length === 0 && short !== null ? [{ name: null, title: null }] : members;
  const [nameAt, titleAt] = [2 + columns.role, 2 + columns.role + columns.name];
  return [
    ...above,
    ...lines.map(({ name, title }, at) =>
      paragraph({
        style: style.line,
        indent: { left: characters(titleAt), hanging: characters(titleAt - 2) },
        tabStops: [nameAt, titleAt].map((position) => ({
          type: TabStopType.LEFT,
          position: characters(position),
        })),
        children: [
          ...(short !== null && at === 0 ? spread(short) : []),
          ...(columns.role === 0 ? [] : [tab()]),
          ...(name === null ? [] : spread(name)),
          ...(name === null ? [] : [tab()]),
          ...runs(title ?? ""),
        ],
      }),
    ),
  ];
}

const MARGIN = { left: characters(2) };

/** A word of two characters is set as wide as one of three, as names and roles are in print. */
function spread(word: string) {
  const [first, second, ...others] = word;
  return first === undefined || second === undefined || others.length > 0
    ? runs(word)
    : [...gapped(first), ...runs(second)];
}
