/** Documents that answer, ask or report: replies, letters, reports, petitions, bills. */
import { citation, paragraphText } from "../prose.ts";
import { TOPICS, TOWNS } from "../words.ts";
import { drawAttachments } from "./attachments.ts";
import { departments } from "./author.ts";
import { itemList, outline, paragraph } from "./body.ts";
import { letter } from "./letter.ts";
import { notice, type Writer } from "./writer.ts";

export const reply: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const topic = random.pick(TOPICS);
  const asker = random.chance(0.5)
    ? `${random.pick(TOWNS)}人民政府`
    : `${place.level}${random.pick(departments(place))}`;
  const matter = `${random.chance(0.5) ? "同意" : ""}${topic}${random.pick(["专项规划", "实施方案", "项目选址"])}`;
  const title = `关于${matter}的批复`;
  const request = `《关于${random.chance(0.3) ? `呈报〈${place.name}${topic}专项规划〉` : `审批${topic}实施方案`}的请示》（${place.code}${random.pick(["水", "财", "合政"])}〔${author.date.year}〕${random.integer(1, 90)}号）`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: { names: [asker], text: asker } },
    "批复",
    {
      body: [
        paragraph(`你${asker.includes("政府") ? "镇" : "单位"}${request}收悉。经研究，现批复如下：`),
        ...itemList(author),
        ...(random.chance(0.5) ? [paragraph("此复。")] : []),
      ],
    },
  );
};

export const letterText: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const topic = random.pick(TOPICS);
  const to = `${place.parent === "国务院" ? "国家林草局" : `${place.parent}人民政府`}`;
  const answer = random.chance(0.5);
  const title = answer ? `关于${topic}有关问题的复函` : `关于商请支持${topic}项目的函`;
  return notice(
    {
      ...letter(author, { ...issuer, code: `${place.code}政函` }, title, serial, section),
      recipients: { names: [to], text: to },
    },
    answer ? "复函" : "函",
    {
      body: [
        paragraph(
          answer
            ? `你单位《关于征求${topic}意见的函》（${place.code}政办函〔${author.date.year}〕${random.integer(1, 90)}号）收悉。经研究，现函复如下：`
            : paragraphText(author, 2, 3),
        ),
        ...(answer ? itemList(author) : [paragraph(paragraphText(author, 1, 2))]),
        paragraph(answer ? "特此函复。" : "专此致函，请予支持。"),
      ],
    },
  );
};

export const report: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const title = `关于${author.date.year - 1}年度法治政府建设情况的报告`;
  const to = `${author.place.level}人大常委会`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: { names: [to], text: to } },
    "报告",
    {
      body: [
        paragraph(`现将${author.date.year - 1}年度法治政府建设情况报告如下：`),
        ...outline(author),
        ...(random.chance(0.5) ? [paragraph("特此报告。")] : []),
      ],
    },
  );
};

export const petition: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const bill = random.chance(0.4);
  const topic = random.pick(TOPICS);
  const title = bill ? `关于提请审议${topic}专项规划的议案` : `关于审批${topic}专项规划的请示`;
  const to = bill
    ? `${place.level}人大常委会`
    : place.parent === "国务院"
      ? "国务院"
      : `${place.parent}人民政府`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: { names: [to], text: to } },
    bill ? "议案" : "请示",
    {
      body: [
        paragraph(`根据${citation(author)}要求，结合实际，我${place.level}组织编制了《${topic}专项规划》。`),
        paragraph(paragraphText(author, 1, 2)),
        paragraph(bill ? "请予审议。" : "妥否，请批示。"),
      ],
      ...drawAttachments(author, 0.4),
    },
  );
};

/** A bulletin of statistics, whose title has no 关于. */
export const bulletin: Writer = (author, serial, section, issuer) => {
  const { place, date } = author;
  const title = `${place.name}${date.year - 1}年国民经济和社会发展统计公报`;
  const head = letter(author, issuer, title, serial, section);
  const signed = `${place.name}统计局`;
  return notice(
    { ...head, heading: title, headingIssuer: "", documentNumber: null, issuers: [signed] },
    "公报",
    {
      body: [paragraph(paragraphText(author, 1, 2)), ...outline(author)],
    },
  );
};

/** A resolution of the standing committee of the people's congress. */
export const resolution: Writer = (author, serial, section, issuer) => {
  const { place, date } = author;
  const body = `${place.name}人民代表大会常务委员会`;
  const title = `关于批准${date.year - 1}年财政决算的决议`;
  const signer = { ...issuer, name: body, prefix: body, code: `${place.code}人发` };
  return notice(letter(author, signer, title, serial, section), "决议", {
    body: [
      paragraph(`${body}听取和审查了${place.level}人民政府提出的${date.year - 1}年财政决算报告，会议决定：`),
      paragraph(`批准${date.year - 1}年财政决算。`),
    ],
  });
};

/** Minutes of a meeting. */
export const minutes: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const title = `关于研究${random.pick(TOPICS)}有关问题的会议纪要`;
  return notice(letter(author, issuer, title, serial, section), "纪要", {
    body: [
      paragraph(
        `${author.date.month}月1日，${author.place.level}政府召开专题会议，现将会议议定事项纪要如下：`,
      ),
      ...itemList(author),
    ],
  });
};
