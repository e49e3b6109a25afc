/** 大事记: dated entries, one or several under a date. */
import { toNumber } from "../language/numerals.ts";
import { hull } from "../tree/build.ts";
import type { Chronicle, ChronicleEntry, Line } from "../tree/nodes.ts";
import { type Context, leafOf, leafOfLines, setAside, sliceSpans } from "./context.ts";
import { entryDate, monthHeading, monthOfTitle, partOfMonth, resolveEntryDate } from "./entryDates.ts";
import { goesOn, isWhole, stopsShort } from "./heal.ts";
import { filledFrom } from "./lines.ts";
import { extendText, type OpenText, openText } from "./openText.ts";

const BULLET = /^[◇◆△▲○●■□☆★•·▪►◎※❖◈▶➢]+[\s　]*/;
const PERIOD = /^[（(][\d０-９〇零○一二三四五六七八九十年月日份季度第\s　—–~～至到-]+[）)]$/;
/** An entry of a month or a part of one has no day: 4月中旬, 本月, 5月. */
const WITHOUT_DAY =
  /^(?:(?:[0-9０-９]{4}年)?[0-9０-９一二三四五六七八九十]{1,3}月(?:份|间|[上中下]旬|[初底末]|[，,：:\s　]|[至到—–~-]+[0-9０-９一二三四五六七八九十]{1,3}月)|[上中下]旬|(?:本|是|当|该)月|[月年][初底末](?=[，,：:\s　])|(?:近日|近期|日前)(?=[，,：:\s　]))/;
/** What a meeting stressed, point by point on lines of their own, is part of its entry: 会议强调： / 一是…；. */
const POINT =
  /^(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)/;
const LEADS_TO_POINT = /[：:；;]$/;
/** 会议由县长主持, 陪同视察的有…, …陪同调研。: told of what the entry above tells of. */
const OF_ENTRY_ABOVE =
  /^(?:会议(?![室中])|会[上前后]|(?:座谈|调度|推进|动员|启动)?(?:会|仪式|活动)上|[期其此]间|随后|(?:调研|考察|视察|检查|督查|督导|座谈|走访|慰问)(?:[中组]|期间|结束后)|陪同|(?:参加|出席)(?:会议|活动|仪式|调研|座谈)的|[他她]们?(?:指出|强调|要求|说|表示|希望|先后))|^(?!同日|当日|当天|同一天|是日)(?:(?![到赴来在率]|召开|举行|一行|开展)[^。；]){4,100}(?:陪同(?:调研|考察|视察|检查|活动|参加)?|参加(?:会议|调研|活动|座谈|会见)?|出席(?:会议|活动|仪式))。$/u;
const SAME_DAY = /^(?:同日|当日|当天|同一天|是日)/;

/** Reads the lines of a chronicle under its title; `year` is the issue's. */
export function readChronicle(
  context: Context,
  titleLine: Line,
  lines: readonly Line[],
  year: number,
): Chronicle {
  const title = leafOfLines(context, "title", [titleLine]);
  const children: Chronicle["children"] = [title];
  const printedYear = title.value.match(/([\d０-９]{4})年/)?.[1];
  let currentYear = printedYear === undefined ? year : toNumber(printedYear);
  let month: number | null = monthOfTitle(title.value);
  let date: string | null = null;
  let endDate: string | null = null;
  let underDate = false;
  let open: { text: OpenText; date: string | null; endDate: string | null } | null = null;
  let gap = false;

  const close = (): void => {
    if (open === null) return;
    const text = leafOf(context, "text", open.text.spans);
    children.push({
      type: "entry",
      date: open.date,
      endDate: open.endDate,
      children: [text],
      position: text.position,
    } satisfies ChronicleEntry);
    open = null;
  };

  lines.forEach((line, index) => {
    if (line.kind === "blank") {
      gap = true;
      return;
    }
    const next = lines[filledFrom(lines, index + 1)]?.value ?? "";
    const heading = monthHeading(line.value);
    const read = entryDate(line.value);
    const isNew = read !== null && isOpening(line.value, read.length);
    if (
      open !== null &&
      !isNew &&
      heading === null &&
      !BULLET.test(line.value) &&
      (((gap || stopsShort(open.text, line.value)) && goesOn(open.text, line.value, next, false)) ||
        // 7月5日　…召开会议 / 研究春耕工作。: a line ends inside a sentence.
        (!gap && !underDate && !isWhole(open.text.tail) && isWhole(line.value)) ||
        (POINT.test(line.value) && LEADS_TO_POINT.test(open.text.tail)) ||
        OF_ENTRY_ABOVE.test(line.value))
    ) {
      extendText(open.text, line);
      gap = false;
      return;
    }
    gap = false;
    close();
    if (heading !== null) {
      month = heading.month;
      currentYear = heading.year ?? currentYear;
      children.push(leafOfLines(context, "caption", [line]));
      underDate = false;
      return;
    }
    // The months that a chronicle tells of, below its title: （2015年1月—2月）.
    if (children.length === 1 && PERIOD.test(line.value.trim())) {
      children.push(leafOfLines(context, "caption", [line]));
      return;
    }
    const bullet = line.value.match(BULLET)?.[0].length ?? 0;
    if (bullet > 0) setAside(context, "markup", sliceSpans(line.spans, 0, bullet));
    const spans = sliceSpans(line.spans, bullet, line.value.length);
    if (isNew) {
      month = read.month ?? month;
      currentYear = read.year ?? currentYear;
      ({ date, endDate } = resolveEntryDate(read, currentYear, month));
      // A date alone heads the entries below it, unless a page break cut it off from its own: after a comma, or before one.
      underDate = /^[\s　：:。]*$/.test(line.value.slice(read.length)) && !/^[，,、：:]/.test(next);
      if (underDate) {
        children.push(leafOf(context, "caption", spans));
        return;
      }
    }
    const value = line.value.slice(bullet);
    if (value.trim() === "") return;
    if (!isNew && WITHOUT_DAY.test(value)) {
      date = null;
      underDate = false;
      const part = partOfMonth(value, currentYear, month);
      if (part !== null) {
        month = part.month;
        open = { text: openText({ ...line, spans, value }), date: part.date, endDate: part.endDate };
        return;
      }
    }
    const own = isNew || underDate || SAME_DAY.test(value) || bullet > 0 || date !== null;
    open = {
      text: openText({ ...line, spans, value }),
      date: own ? date : null,
      endDate: isNew || underDate ? endDate : null,
    };
  });
  close();
  return { type: "chronicle", children, position: hull(children) };
}

/** A date opens an entry where a mark or blank follows it, or a subject does. */
function isOpening(value: string, length: number): boolean {
  return (
    length >= value.length || /[\s　，,：:。、（(—–―－~～“《\p{Script=Han}]/u.test(value[length] as string)
  );
}
