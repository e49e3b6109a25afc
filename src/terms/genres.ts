/** 文种: the kinds of official document (党政机关公文处理工作条例 §8) and the texts they issue, with their pinyin. */

/** Kinds that a document can be by itself; the pinyin names one without a number (`gonggao-1`). */
export const GENRES: Readonly<Record<string, string>> = {
  决议: "jueyi",
  决定: "jueding",
  命令: "mingling",
  令: "ling",
  通令: "tongling",
  公报: "gongbao",
  公告: "gonggao",
  通告: "tonggao",
  布告: "bugao",
  公示: "gongshi",
  指示: "zhishi",
  意见: "yijian",
  通知: "tongzhi",
  通报: "tongbao",
  报告: "baogao",
  请示: "qingshi",
  批复: "pifu",
  答复: "dafu",
  复函: "fuhan",
  议案: "yian",
  函: "han",
  纪要: "jiyao",
  更正: "gengzheng",
  勘误: "kanwu",
  启事: "qishi",
  任免名单: "renmianmingdan",
  任免职名单: "renmianzhimingdan",
  任命名单: "renmingmingdan",
  任职名单: "renzhimingdan",
  免职名单: "mianzhimingdan",
  任免干部名单: "renmianganbumingdan",
  任免人员名单: "renmianrenyuanmingdan",
  任命人员名单: "renmingrenyuanmingdan",
  免职人员名单: "mianzhirenyuanmingdan",
  人事任免名单: "renshirenmianmingdan",
  任免工作人员: "renmiangongzuorenyuan",
  任免国家工作人员: "renmianguojiagongzuorenyuan",
  任免国家机关工作人员: "renmianguojiajiguangongzuorenyuan",
};

/** Texts that a document issues, which may also stand in a gazette by themselves. */
export const ISSUED_TEXTS: Readonly<Record<string, string>> = {
  办法: "banfa",
  规定: "guiding",
  细则: "xize",
  条例: "tiaoli",
  方案: "fangan",
  规划: "guihua",
  计划: "jihua",
  要点: "yaodian",
  预案: "yuan",
  规则: "guize",
  章程: "zhangcheng",
  制度: "zhidu",
  清单: "qingdan",
  措施: "cuoshi",
  纲要: "gangyao",
  标准: "biaozhun",
  讲话: "jianghua",
  解读: "jiedu",
};

/** What may follow the kind at a title's end: （试行）, （国发〔2021〕5号）. */
export const BRACKETS_AFTER_GENRE =
  "(?:[（(][^（()）]{1,30}[）)]|[〔\\[【][^（()）〔〕\\[\\]【】]{1,30}[〕\\]】])*";

/** Kinds that are addressed to everybody: a first line with a colon is no addressee. */
export const GENRES_WITHOUT_RECIPIENTS: ReadonlySet<string> = new Set([
  "公告",
  "通告",
  "布告",
  "公示",
  "令",
  "命令",
  "通令",
  "公报",
]);

/** Verbs that follow the issuer in a title. */
export const TITLE_VERBS = [
  "关于",
  "转发",
  "批转",
  "印发",
  "对",
  "发布",
  "公布",
  "同意",
  "任免",
  "任命",
  "决定任",
] as const;

/** Words of a title that tells of offices given and taken. */
export const APPOINTMENT_TITLE =
  /任免|任职|免职|任命|聘任|解聘|免去|辞职|职务|挂职|转正|(?<!老)同志(?:(?:提前|办理)?(?:退休|离休)|[^的]{0,4}晋升)/;

/** Headings of the parts of a gazette, in its contents and between documents. */
export const CHRONICLE_HEADING =
  /(?:大事记|大事记载|大事纪要|大事摘要|大事纪|要事记|要事记载|要事纪要|大事纪略|大事)$/;
export const APPOINTMENT_HEADING = /^(?:.{0,8})(?:人事任免|干部任免|任免事项|人事任免事项|任免)$/;
export const SECTION_HEADING =
  /(?:文件|任免|任免事项|大事记|大事记载|要事记载|大事纪要|记事|规章|法规|公文|选登|选编|解读|动态|简讯|快讯|讲话|专栏|要闻|公告栏|之窗|文选|通报选登|批复选登|部门文件|政务信息)$/;
/** Headings over news, whose titles name no kind of document. */
export const NEWS_HEADING = /(?:动态|简讯|快讯|要闻)$/;
/** Headings that are told from a title only in the contents, where they stand alone and bare: 省政府令, 机构人事. */
export const CONTENTS_HEADING =
  /^(?:[\p{Script=Han}]{0,5}(?:政府|市长|省长|县长|区长|州长|主席|国务院|部门)令|.{0,4}(?:机构人事|人事信息|人事工作|机构编制|重要文献|特载|法律法规|经验交流|调查研究|工作研究|统计资料|统计数据|数据统计|统计信息|会议纪要|公示公告|政务公开|表彰奖励|领导活动|政策文件|重要会议|常务会议|附录|专题|特稿|人事)|通告|公告|通报|批复|决定)$/u;
