/** Documents that go down or out: notices, opinions, decisions, announcements, reports of merit, orders, texts passed on. */
import { addDays, iso, printed } from "../numerals.ts";
import { aim, citation, paragraphText, personName } from "../prose.ts";
import { BUREAUS, DOCUMENT_KINDS, TOPICS, TOWNS } from "../words.ts";
import { drawAttachments } from "./attachments.ts";
import { chief, departments, marker } from "./author.ts";
import { itemList, outline, paragraph, runIn, titled } from "./body.ts";
import { drawContacts, drawEffect, withEffect } from "./effect.ts";
import { closeArticles, drawEnclosure } from "./enclosure.ts";
import { drawRecipients, letter } from "./letter.ts";
import { articles } from "./rules.ts";
import { wholeWork, workUnder } from "./tasks.ts";
import { notice, type Writer } from "./writer.ts";

export const issuing: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const kind = random.pick(DOCUMENT_KINDS);
  const years =
    kind.includes("计划") || kind.includes("行动")
      ? `（${author.year}—${author.year + 2}年）`
      : random.chance(0.1)
        ? "（试行）"
        : "";
  const name = `${random.chance(0.7) ? place.name : ""}${random.pick(TOPICS)}${kind}${years}`;
  const quoted = random.chance(0.7);
  const title = `关于印发${quoted ? `《${name}》` : name}的通知`;
  const enclosed = drawEnclosure(author, name);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通知",
    {
      body: [
        paragraph(
          `现将《${name}》印发给你们，请${random.pick(["认真贯彻执行", "结合实际认真组织实施", "遵照执行"])}。`,
        ),
      ],
      enclosure: { title: name, children: enclosed.children },
      effect: enclosed.effect,
      inlineTasks: enclosed.tasks,
      ...drawAttachments(author, 0.5),
    },
  );
};

export const plainNotice: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const topic = random.pick(TOPICS);
  const title = `关于${random.pick(["做好", "加强", "进一步规范", "切实抓好"])}${topic}${random.pick(["工作", "有关工作", "管理工作"])}的通知`;
  const whole = random.chance(0.25);
  const work = whole ? wholeWork(author) : { blocks: outline(author), tasks: [] };
  const closing = withEffect(author, 0.2);
  const contact = drawContacts(author);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通知",
    {
      body: [
        paragraph(`为${aim(author)}，现就有关事项通知如下：`),
        ...work.blocks,
        ...closing.blocks,
        ...contact.blocks,
      ],
      effect: closing.effect,
      contacts: contact.contacts,
      inlineTasks: work.tasks,
      ...drawAttachments(author, 0.45),
    },
  );
};

export const opinion: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const title = `关于${random.pick(["促进", "推进", "加强"])}${random.pick(TOPICS)}的${random.pick(["意见", "实施意见", "指导意见"])}`;
  const work = random.chance(0.3) ? workUnder(author, 2) : null;
  const head = { depth: 1, marker: marker(author.habits, 1, 1) };
  const body =
    work === null
      ? outline(author)
      : [titled(head, "总体要求", [paragraph(paragraphText(author, 2, 3))]), ...work.blocks];
  const closing = withEffect(author, 0.2);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "意见",
    {
      body: [paragraph(`为${aim(author)}，现提出如下意见。`), ...body, ...closing.blocks],
      effect: closing.effect,
      inlineTasks: work?.tasks ?? [],
      ...drawAttachments(author, 0.2),
    },
  );
};

export const decisionText: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const addressed = random.chance(0.6);
  if (random.chance(0.5)) {
    const title = `关于表彰${random.pick(TOPICS)}工作先进集体和先进个人的决定`;
    const places = random.sample(TOWNS, random.integer(4, 9)).join("、");
    return notice(
      {
        ...letter(author, issuer, title, serial, section),
        recipients: addressed ? drawRecipients(author) : null,
      },
      "决定",
      {
        body: [
          paragraph(paragraphText(author, 2, 3)),
          paragraph(
            `为表彰先进、树立典型，${author.place.level}政府决定，授予${places}等单位“先进集体”称号，授予${personName(random)}、${personName(random)}、${personName(random)}等同志“先进个人”称号。`,
          ),
          paragraph(`希望受到表彰的集体和个人珍惜荣誉、再接再厉。`),
        ],
        ...drawAttachments(author, 0.4),
      },
    );
  }
  const effect = drawEffect(author);
  const title = `关于${random.pick(["取消和下放一批行政许可事项", "废止部分行政规范性文件", "调整有关收费标准"])}的决定`;
  return notice(
    {
      ...letter(author, issuer, title, serial, section),
      recipients: addressed ? drawRecipients(author) : null,
    },
    "决定",
    {
      body: [
        paragraph(`经研究，${author.place.level}人民政府决定：`),
        ...itemList(author),
        paragraph(effect.text.replace(/^本(?:办法|方案|通知|规定)/u, "本决定")),
      ],
      effect: effect.effect,
      ...drawAttachments(author, 0.4),
    },
  );
};

export const announcement: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const genre = random.pick(["公告", "通告"]);
  const title = `关于${random.pick(["划定禁止燃放烟花爆竹区域", "森林防火期禁止野外用火", "公布行政规范性文件清理结果", "实施交通管制"])}的${genre}`;
  const closing = withEffect(author, 0.5);
  const items = random.chance(0.6) ? itemList(author) : [paragraph(paragraphText(author, 2, 3))];
  const head = letter(author, issuer, title, serial, section);
  // A document without a number is found by its title.
  return notice({ ...head, documentNumber: random.chance(0.25) ? null : head.documentNumber }, genre, {
    body: [
      paragraph(`为${aim(author)}，根据${citation(author)}规定，现将有关事项${genre}如下：`),
      ...items,
      ...closing.blocks,
      paragraph(`特此${genre}。`),
    ],
    effect: closing.effect,
    ...drawAttachments(author, 0.2),
  });
};

export const commendation: Writer = (author, serial, section, issuer) => {
  const { random } = author;
  const title = `关于${author.date.year - 1}年度${random.pick(TOPICS)}工作考核情况的通报`;
  const towns = random.sample(TOWNS, 8);
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通报",
    {
      body: [
        paragraph(paragraphText(author, 2, 3)),
        titled({ depth: 1, marker: "一、" }, "考核结果", [
          runIn(
            { depth: 2, marker: "（一）" },
            `优秀等次（${4}个）`,
            `${towns.slice(0, 4).join("、")}。`,
            "：",
          ),
          runIn({ depth: 2, marker: "（二）" }, `良好等次（${4}个）`, `${towns.slice(4).join("、")}。`, "："),
        ]),
        titled({ depth: 1, marker: "二、" }, "存在问题", [paragraph(paragraphText(author, 2, 3))]),
      ],
    },
  );
};

export const order: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const name = `${place.name}${random.pick(TOPICS)}${random.pick(["管理办法", "条例", "规定", "实施细则"])}`;
  const passed = addDays(author.date, -random.integer(2, 20));
  const begin = addDays(author.date, random.integer(20, 60));
  const commencement = { text: `自${printed(begin)}起施行`, date: iso(begin) };
  const closing = `本办法${commencement.text}。`;
  // The history of rules stands in brackets under their title; the contract does not say where.
  const history = random.chance(0.3)
    ? [
        paragraph(
          `（${author.date.year - 9}年5月1日${place.name}人民政府令第${serial}号公布　根据${printed(passed)}《关于修改〈${name}〉的决定》修订）`,
          "verse",
          false,
        ),
      ]
    : [];
  return notice(
    {
      ...letter(author, issuer, "", serial, section),
      heading: `${place.name}人民政府令`,
      title: null,
      headingIssuer: `${place.name}人民政府`,
      documentNumber: { text: `第${serial}号`, agency: null, year: null, serial },
      issuers: [`${place.name}人民政府`],
      signatory: { title: chief(place), name: personName(random) },
      disclosure: null,
    },
    "令",
    {
      body: [
        paragraph(
          `《${name}》已经${printed(passed)}${place.level}人民政府第${random.integer(3, 99)}次常务会议审议通过，现予公布，${commencement.text}。`,
        ),
      ],
      effect: { commencement, expiry: null, repeals: [] },
      enclosure: {
        title: name,
        children: [...history, ...closeArticles(articles(author, random.chance(0.7)), closing)],
      },
    },
  );
};

export const transmission: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const bureau = `${place.level}${random.pick(departments(place))}`;
  const matter = `关于进一步加强${random.pick(TOPICS)}工作的意见`;
  const title = `转发${bureau}${matter.replace("的意见", "意见")}的通知`;
  const day = addDays(author.date, -random.integer(3, 20));
  const government = `${place.level}人民政府`;
  return notice(
    { ...letter(author, issuer, title, serial, section), recipients: drawRecipients(author) },
    "通知",
    {
      body: [paragraph(`${bureau}《${matter}》已经${government}同意，现转发给你们，请认真贯彻执行。`)],
      enclosure: {
        title: matter,
        children: [
          ...(random.chance(0.6) ? [paragraph(`${government}：`, "verse", false)] : []),
          paragraph(`为${aim(author)}，现提出以下意见：`),
          ...outline(author),
          paragraph(bureau, "verse", false),
          paragraph(printed(day), "verse", false),
        ],
      },
    },
  );
};

export const joint: Writer = (author, serial, section, issuer) => {
  const { random, place } = author;
  const written = plainNotice(author, serial, section, issuer);
  const title = written.title ?? "";
  const bodies = random.chance(0.4)
    ? [`中共${place.name}委员会`, `${place.name}人民政府`]
    : random.sample(BUREAUS, random.integer(2, 3)).map((bureau) => `${place.name}${bureau}`);
  const spoken = bodies.join(random.pick(["、", " "]));
  return { ...written, issuers: bodies, heading: spoken + title, headingIssuer: spoken };
};
