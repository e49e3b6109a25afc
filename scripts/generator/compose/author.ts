/** Who writes a gazette: a place, a year, and habits of typing that belong to the official text. */
import { chinese, circled, type Day } from "../numerals.ts";
import type { Prose } from "../prose.ts";
import type { Random } from "../random.ts";
import { BUREAUS, DEPARTMENTS, PLACES, type Place } from "../words.ts";

/** How marks are typed; a document keeps to one way. */
export interface Habits {
  /** What follows an Arabic numeral: 1. 1． 1、 */
  arabicStop: "." | "．" | "、";
  /** Brackets of （一） and (一). */
  halfBrackets: boolean;
}

export interface Author extends Prose {
  habits: Habits;
  /** Date of the document in hand. */
  date: Day;
}

export const drawHabits = (random: Random): Habits => ({
  arabicStop: random.weighted([
    [6, "."],
    [2, "．"],
    [1, "、"],
  ] as const),
  halfBrackets: random.chance(0.1),
});

export const drawPlace = (random: Random): Place => random.pick(PLACES);

/** The marker of an item at a depth: 一、 （一） 1. （1） ①. */
export function marker({ halfBrackets, arabicStop }: Habits, depth: number, ordinal: number): string {
  const bracketed = (text: string): string => (halfBrackets ? `(${text})` : `（${text}）`);
  switch (depth) {
    case 1:
      return `${chinese(ordinal)}、`;
    case 2:
      return bracketed(chinese(ordinal));
    case 3:
      return `${ordinal}${arabicStop}`;
    case 4:
      return bracketed(String(ordinal));
    default:
      return circled(ordinal);
  }
}

/** Departments of the place, without their level. */
export const departments = ({ level }: Place): readonly string[] =>
  level === "省" || level === "自治区" ? DEPARTMENTS : BUREAUS;

/** The word by which the government's officials go: 县长, 州长, 省长, 主席. */
export const chief = ({ level }: Place): string => (level === "自治区" ? "主席" : `${level}长`);
