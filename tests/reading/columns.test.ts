/** Column heads of task tables by all their names (forms: input.md, Tasks), and the bodies that lead a group. */
import { describe, expect, test } from "vitest";
import { dutyBracket } from "../../src/reading/tasks/bearing.ts";
import { columnMeaning } from "../../src/reading/tasks/columns.ts";
import { splitGroupLead } from "../../src/reading/tasks/groups.ts";

describe("columnMeaning", () => {
  test.each([
    ["text", ["任务", "重点任务", "主要任务", "工作任务", "具体任务", "重点内容", "工作内容", "主要措施"]],
    ["duty", ["责任单位", "责任主体", "责任部门", "承办单位"]],
    ["lead", ["牵头单位", "牵头部门", "主责单位"]],
    ["support", ["配合单位", "协办单位", "参与单位"]],
    ["officer", ["责任人", "责任领导"]],
    ["deadline", ["完成时限", "完成时间", "时间节点", "时限要求", "进度安排"]],
    ["remark", ["备注"]],
    ["number", ["序号"]],
  ])("%s: %j", (meaning, names) => {
    expect(names.map((name) => columnMeaning(name))).toEqual(names.map(() => meaning));
  });

  test("blanks in a head are layout, and a repeated head is itself", () => {
    expect(columnMeaning("责任 单位")).toBe("duty");
    expect(columnMeaning("责任单位#2")).toBe("duty");
  });

  test.each([
    ["工作完成时限", "deadline"],
    ["牵头及责任单位", "lead"],
    ["协同配合单位", "support"],
    ["县级责任领导", "officer"],
    ["具体工作措施", "text"],
    ["具体举措", "text"],
  ])("%s is known by its parts", (name, meaning) => {
    expect(columnMeaning(name)).toBe(meaning);
  });

  test.each(["农药使用估量", "实施依据", "追责情形"])("%s means nothing for a task", (name) => {
    expect(columnMeaning(name)).toBeNull();
  });
});

describe("splitGroupLead", () => {
  test.each([
    ["（一）持续提升便捷度（县审批服务管理局牵头）", "（一）持续提升便捷度", ["县审批服务管理局"]],
    ["（十二）提高透明度（县市场监管局）", "（十二）提高透明度", ["县市场监管局"]],
    ["（四）优化服务（国网平罗供电公司、县住建局牵头）", "（四）优化服务", ["国网平罗供电公司", "县住建局"]],
    ["（十）深化改革（县发改局、财政局分别牵头）", "（十）深化改革", ["县发改局", "县财政局"]],
    ["一、知识产权保护方面（共5项）", "一、知识产权保护方面（共5项）", []],
    ["（一）夯实基础", "（一）夯实基础", []],
    ["（一）回收阶段（6月-10月）", "（一）回收阶段（6月-10月）", []],
  ])("%s", (head, group, lead) => {
    const read = splitGroupLead(head);
    expect([read.group, read.lead.map(({ name }) => name)]).toEqual([group, lead]);
  });
});

describe("dutyBracket", () => {
  test.each([
    ["改造渠道。（县水务局负责）", "改造渠道。", "县水务局负责"],
    ["改造渠道。（县水务局牵头，县财政局配合）", "改造渠道。", "县水务局牵头，县财政局配合"],
    ["改造渠道（县水务局负责）。", "改造渠道", "县水务局负责"],
    ["改造渠道。（县水务局（节水办）负责）", "改造渠道。", "县水务局（节水办）负责"],
    ["改造渠道。(县水务局按职责分工负责)", "改造渠道。", "县水务局按职责分工负责"],
    ["改造渠道。（责任单位：县水务局）", "改造渠道。", "责任单位：县水务局"],
  ])("%s", (text, rest, content) => {
    expect(dutyBracket(text)).toMatchObject({ rest, content });
  });

  test.each(["改造渠道。", "改造渠道（见附件）", "各单位（共5个）", "县水务局负责改造渠道", "改造渠道。）"])(
    "%s has none",
    (text) => {
      expect(dutyBracket(text)).toBeNull();
    },
  );
});
