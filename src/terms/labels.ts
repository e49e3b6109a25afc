/** Labels that stand before a colon, with what they mean. A county that prints another word adds it here. */

import { characters, opensWith } from "../language/characters.ts";

/** What a line or clause of an inline task says. */
export type TaskLabel = "lead" | "duty" | "support" | "officer" | "deadline";

export const TASK_LABELS: Readonly<Record<string, TaskLabel>> = {
  牵头单位: "lead",
  牵头部门: "lead",
  牵头责任单位: "lead",
  牵头责任部门: "lead",
  责任牵头单位: "lead",
  第一责任单位: "lead",
  主要责任单位: "lead",
  主责单位: "lead",
  主责部门: "lead",
  主办单位: "lead",
  主办部门: "lead",
  责任单位: "duty",
  责任部门: "duty",
  责任主体: "duty",
  负责部门: "duty",
  负责单位: "duty",
  实施单位: "duty",
  实施主体: "duty",
  承办单位: "duty",
  承办部门: "duty",
  落实单位: "duty",
  承担单位: "duty",
  组织实施单位: "duty",
  具体责任单位: "duty",
  完成单位: "duty",
  配合单位: "support",
  配合部门: "support",
  协办单位: "support",
  协办部门: "support",
  协助单位: "support",
  协同单位: "support",
  协同部门: "support",
  协同配合单位: "support",
  协同责任单位: "support",
  配合责任单位: "support",
  协作单位: "support",
  参与单位: "support",
  参与部门: "support",
  参加单位: "support",
  牵头主体: "lead",
  牵头责任主体: "lead",
  责任乡镇: "duty",
  责任镇街: "duty",
  责任街道: "duty",
  责任县区: "duty",
  责任区县: "duty",
  责任县市: "duty",
  牵头: "lead",
  主办: "lead",
  主责: "lead",
  协办: "support",
  协助: "support",
  协同: "support",
  配合: "support",
  参与: "support",
  责任处室: "duty",
  责任科室: "duty",
  责任股室: "duty",
  牵头处室: "lead",
  牵头科室: "lead",
  责任人: "officer",
  主管领导: "officer",
  包保领导: "officer",
  挂点领导: "officer",
  责任领导: "officer",
  牵头领导: "officer",
  分管领导: "officer",
  包抓领导: "officer",
  包联领导: "officer",
  联系领导: "officer",
  牵头县领导: "officer",
  牵头市领导: "officer",
  责任县领导: "officer",
  责任市领导: "officer",
  分管县领导: "officer",
  分管市领导: "officer",
  完成时限: "deadline",
  完成时间: "deadline",
  完成期限: "deadline",
  办结时限: "deadline",
  时间节点: "deadline",
  时限要求: "deadline",
  时间要求: "deadline",
  时间安排: "deadline",
  进度安排: "deadline",
  进度要求: "deadline",
  工作时限: "deadline",
  整改时限: "deadline",
  实施时间: "deadline",
  时间进度: "deadline",
  实施进度: "deadline",
  工作进度: "deadline",
  序时进度: "deadline",
  推进时限: "deadline",
  办理时限: "deadline",
  落实时限: "deadline",
  整改期限: "deadline",
  办结期限: "deadline",
  完成日期: "deadline",
  完成时间节点: "deadline",
  计划完成时间: "deadline",
  起止时间: "deadline",
  实施期限: "deadline",
  完成时限要求: "deadline",
  计划完成时限: "deadline",
  时限: "deadline",
};

const LEADERS = characters("—－-●○■□◆◇▲△※•·★☆");
const LEADER = /^[—－\-●○■□◆◇▲△※•·★☆]{1,2}[\s　]*/;
/** A line without the mark that print sets before its label: ——责任单位：…, ●完成时限：…. */
export const withoutLeader = (line: string): string =>
  opensWith(line, LEADERS) ? line.replace(LEADER, "") : line;

/** What a bracket after one body of several says it does: 县税务局（牵头）、县财政局. */
export const LEAD_MARK = "(?:总?牵头|主办|主责|主要负责)(?:单位|部门)?";
/** Such a bracket; its first group is there where the body leads. */
export const ROLE_BRACKET = `[（(](?:(${LEAD_MARK})|(?:配合|协办|协助|参与)(?:单位|部门)?)[）)]`;

/** What a note says of the first of several bodies: 列第一位的为牵头单位, 排在首位的单位为牵头单位. */
export const FIRST_LEADS =
  "(?:[列排](?:名|序)?在?(?:第[一1](?:位|个|名)?|首位|最?前)|第[一1](?:个|家|位|名)|首位)的?(?:责任)?(?:单位|部门|者)?[为是系](?:总?牵头|主[办责])";

/** Labels that may stand among those of a task and name nobody who does it: 督办单位：县政府督查室. */
export const LABELS_BESIDE: ReadonlySet<string> = new Set([
  "督办单位",
  "督导单位",
  "督查单位",
  "监督单位",
  "监管单位",
  "验收单位",
  "考核单位",
  "督办领导",
  "适用范围",
  "实施范围",
  "实施地区",
  "工作目标",
  "备注",
]);

/** Fields of the masthead and the colophon. */
export type ColophonField =
  | "chiefEditors"
  | "editors"
  | "supervisor"
  | "sponsor"
  | "publisher"
  | "address"
  | "phone"
  | "fax"
  | "website"
  | "permit"
  | "date"
  | "frequency"
  | "supervisorAndSponsor"
  | "other";

export const COLOPHON_LABELS: Readonly<Record<string, ColophonField>> = {
  主编: "chiefEditors",
  总编: "chiefEditors",
  总编辑: "chiefEditors",
  责任编辑: "editors",
  编辑: "editors",
  责编: "editors",
  主管: "supervisor",
  主管单位: "supervisor",
  主管机关: "supervisor",
  主管主办: "supervisorAndSponsor",
  主办: "sponsor",
  主办单位: "sponsor",
  编辑出版: "publisher",
  出版: "publisher",
  出版单位: "publisher",
  编辑单位: "publisher",
  编印: "publisher",
  编印单位: "publisher",
  编辑发行: "publisher",
  承办: "publisher",
  承办单位: "publisher",
  地址: "address",
  社址: "address",
  编辑部地址: "address",
  通讯地址: "address",
  联系地址: "address",
  电话: "phone",
  联系电话: "phone",
  编辑部电话: "phone",
  办公电话: "phone",
  传真: "fax",
  传真电话: "fax",
  网址: "website",
  网站: "website",
  准印证号: "permit",
  准印证: "permit",
  准印号: "permit",
  内部资料准印证: "permit",
  内部资料准印证号: "permit",
  登记证号: "permit",
  刊号: "permit",
  国内统一刊号: "permit",
  出版日期: "date",
  出版时间: "date",
  刊期: "frequency",
  副主编: "other",
  常务副主编: "other",
  执行主编: "other",
  校对: "other",
  责任校对: "other",
  审核: "other",
  印刷: "other",
  印刷单位: "other",
  承印: "other",
  承印单位: "other",
  发行: "other",
  发行单位: "other",
  发行范围: "other",
  印数: "other",
  邮编: "other",
  邮政编码: "other",
  邮箱: "other",
  电子邮箱: "other",
  邮发代号: "other",
};

/** Codes of publishing permits, which are built like document numbers: 宁新出管字(2021)第022号. */
export const PERMIT_CODE = /新出|出管|准印|印证|内资|连续性|报刊|登字/;

/** Offices of an editorial board, printed as `主任：寇学文`. */
export const BOARD_ROLES: ReadonlySet<string> = new Set([
  "主任",
  "副主任",
  "委员",
  "名誉主任",
  "常务副主任",
  "顾问",
  "主任委员",
  "副主任委员",
  "编委",
  "编委会主任",
  "编委会副主任",
  "成员",
  "秘书长",
]);

/** Groups of a list of persons. */
export const ROSTER_ROLES =
  /^(?:办公室(?:常务)?副?主任|(?:名誉|第一|常务|执行)?(?:正|副)?(?:组长|主任委员|主任|主席|会长|理事长|总指挥长|总指挥|指挥长|指挥|政委|总河长|河长|总路长|路长|林长|总召集人|召集人|联络员|秘书长|秘书|委员|成员|顾问|成员单位|院长|校长|团长|队长|站长|总监|监事长|监事|理事|常委|组员|队员))$/;

/** What a contact is reached by. */
export type ContactField = "name" | "organization" | "phone" | "email";
export const CONTACT_LABELS: Readonly<Record<string, ContactField>> = {
  联系单位: "organization",
  联系部门: "organization",
  联系单位及电话: "organization",
  联系单位及联系电话: "organization",
  联系单位和电话: "organization",
  联系人: "name",
  联络人: "name",
  联络员: "name",
  联系人及电话: "name",
  联系人及联系电话: "name",
  联系人及联系方式: "name",
  联系人和电话: "name",
  联系人和联系电话: "name",
  联系人和联系方式: "name",
  "联系人、电话": "name",
  "联系人、联系电话": "name",
  "联系人、联系方式": "name",
  联系人及方式: "name",
  联系人及咨询电话: "name",
  "联系人/电话": "name",
  "联系人（电话）": "name",
  联系人员: "name",
  联系人电话: "name",
  联系人姓名: "name",
  电话: "phone",
  联系电话: "phone",
  联系方式: "phone",
  办公电话: "phone",
  手机: "phone",
  咨询电话: "phone",
  监督电话: "phone",
  举报电话: "phone",
  投诉电话: "phone",
  监督举报电话: "phone",
  投诉举报电话: "phone",
  值班电话: "phone",
  服务电话: "phone",
  受理电话: "phone",
  报名电话: "phone",
  热线电话: "phone",
  咨询热线: "phone",
  服务热线: "phone",
  邮箱: "email",
  邮箱地址: "email",
  电子邮箱地址: "email",
  举报邮箱: "email",
  报送邮箱: "email",
  电子邮箱: "email",
  电子邮件: "email",
  联系邮箱: "email",
  邮件: "email",
  电子信箱: "email",
  "E-mail": "email",
  "e-mail": "email",
  Email: "email",
  email: "email",
};
