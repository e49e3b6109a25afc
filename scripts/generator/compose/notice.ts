/** One official document of a random kind. */
import type { Notice } from "../model.ts";
import type { Author } from "./author.ts";
import { bulletin, letterText, minutes, petition, reply, report, resolution } from "./correspondence.ts";
import {
  announcement,
  commendation,
  decisionText,
  issuing,
  joint,
  opinion,
  order,
  plainNotice,
  transmission,
} from "./directives.ts";
import { drawIssuer } from "./letter.ts";
import type { Writer } from "./writer.ts";

const WRITERS: readonly (readonly [number, Writer])[] = [
  [6, issuing],
  [4, plainNotice],
  [3, opinion],
  [2, decisionText],
  [2, announcement],
  [2, reply],
  [1, letterText],
  [1, commendation],
  [1, order],
  [2, transmission],
  [1, report],
  [1, petition],
  [0.5, bulletin],
  [0.5, resolution],
  [0.5, minutes],
  [1, joint],
];

/** Orders stand under the government's own documents; joint ones under departments'. */
export function drawNotice(
  author: Author,
  kind: "government" | "office" | "department",
  serial: number,
  section: string | null,
): Notice {
  const issuer = drawIssuer(author, kind);
  const writers = WRITERS.filter(
    ([, writer]) =>
      (writer !== order || kind === "government") && (writer !== joint || kind === "department"),
  );
  return author.random.weighted(writers)(author, serial, section, issuer);
}
