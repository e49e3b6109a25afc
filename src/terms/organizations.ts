/** How the names of public bodies are built: levels, organs of the Party, endings. */

/** A level of government that opens a name: 县财政局. The look-ahead keeps words that only begin so (市场监管局). */
export const LEVEL =
  /^(?:自治区|自治州|地区|省|师市|市(?!场|容|监(?!察|狱|委)|政(?!府|协|法|研|务)|民(?!政|宗|族|防))|县(?!域)|区(?![域划间])|州|盟|旗|师|兵团|镇(?!街)|乡(?!村|镇))(?=[\p{Script=Han}]{2})/u;

/** Organs of the Party, which take 县委 where the others take 县. */
export const PARTY_ORGANS =
  /^(?:办公室(?=$)|组织部|宣传部|统战部|政法委(?:员会)?|网信办|编办|机构编制委员会办公室|党校|巡察办|老干部局|老干局|机关工委|直属机关工委|社会工作部|社工部|政研室|政策研究室|改革办|深改办|农办|农工办|外事办|台办|保密局|机要局|国安办|督查室(?=$)|党史研究室|文明办(?=$)|两新工委|教育工委)/;

/** Bodies that stand under no level: firms, banks, branches of higher bodies, the League with its own 县委. */
export const WITHOUT_LEVEL =
  /(?:公司|集团|银行|支行|分行|信用社|联社|合作社|农商行|保险|电网|供电所|商会|协会|学会|基金会|各界|企业|医院|学校|大学|学院|研究院|出版社|报社|分局|法庭)$|^(?:团[省市县区旗]委|共青团|黄委|长江委|淮委|海委|珠委|松辽委|国网|中国|国家|人行|驻|地委|行署|地直|中央|武警|消防|各|全|有关|相关|其他|其它|所有|市?[省市县区]?直)/;

/** Words that name many bodies at once. */
export const COLLECTIVE =
  /^(?:乡镇|街道|镇街|乡|镇|社区|园区|开发区|区|县|市|村|农场|林场)(?:（[^（）]*）)?(?:办事处|办|人民政府|政府|管委会|社区|村)?$|^(?:各|有关|相关|全[省市县区]|其他|其它|所有|[省市县区旗州]?直|[省市县区旗州]级?(?:直)?(?:各|有关|相关))|(?:各[^、，]{0,14}(?:部门|单位|机构|乡镇|街道|银行|公司)|(?:有关|相关|成员|责任|涉灾|执法)(?:部门|单位|机构)|成员单位|乡镇（街道）|等部门|等单位|部门|单位)$/;

/** Lines of work by the short names of their bodies, 公安、教育 before 城关镇: no towns. */
export const SECTORS =
  /^(?:发改|工信|教育|教体|科技|公安|民政|民宗|司法|财政|人社|国土|自然资源|环保|生态|住建|住房|城建|城管|交通|交运|水务|水利|农业|农牧|林业|林草|畜牧|商务|文旅|文广|文体|卫健|卫生|退役|应急|安监|审计|税务|市监|工商|质监|食药|统计|医保|扶贫|乡村振兴|信访|消防|气象|电力|供电|通信|移动|联通|电信|铁塔|邮政|妇联|残联|工会|团委|科协|宣传|组织|统战|政法|编办|网信|公路|地震|粮食|供销|园区|开发区|武装|法院|检察院)/;

/** 政府 after 各乡镇党委: a kind of organ that has no name of its own belongs to the bodies before it. */
export const BARE_ORGAN =
  /^(?:人大|人大常委会|政协|(?:人民)?政府|行署|行政公署|办事处)(?:[（(]\p{Script=Han}{1,6}[）)])?$/u;

const PEER = "(?:省|自治区|直辖市|自治[州县旗]|[市县区州盟旗]{1,3})(?:[（(][^）)]{1,12}[）)])?";
/** 各市 before 、区人民政府: levels that share with the next what follows them all. */
export const BARE_LEVELS = new RegExp(`^(?:各|有关|相关)${PEER}(?:、${PEER})*(?:行政公署|行署)?$`);
/** What may follow them: another level, or one with its government. */
export const SHARING_LEVEL = new RegExp(`^${PEER}(?:党委)?(?:人民政府|政府)?$`);

/** What a body's name ends with. */
export const BODY_ENDING =
  "(?:人民政府|政府|办公室|办公厅|委员会|常委会|指挥部|领导小组|领导小组办公室|管委会|联合会|人民法院|法院|检察院|人民检察院|研究所|管理站|管理段|执法大队|大队|支队|总队|监狱|中心|服务中心|公司|集团|银行|支行|总局|分局|局|厅|部|委|办|院|署|处|站|所|队|会|社|室|校|馆)";

/**
 * What the name of a body that issues documents ends with; 国务院, 军委, 县委 end as other bodies do, 军区 does not.
 * A congress issues what a meeting of it passed, or its 主席团.
 */
export const ISSUER_ENDING = `(?:${BODY_ENDING}|人大|政协|军分区|军区|兵团|科协|妇联|残联|文联|侨联|工商联|作协|团中央|主席团|大会第[一二三四五六七八九十]{1,3}次会议)`;

/** The 55 minority peoples as the names of autonomous places carry them, 族 left off after two characters and more. */
const PEOPLES_OF_ONE = "回藏苗彝壮满侗瑶白傣黎佤畲水土羌怒京";
const PEOPLES =
  "蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺";

/** What follows the proper name of a place: 土家族苗族自治州, 县. */
export const PLACE_ENDING = new RegExp(
  `(?:(?:(?:[${PEOPLES_OF_ONE}]族|(?:${PEOPLES})族?){1,6}|各族)?自治[州县旗区]|省|市|县|区|州|盟|旗)$`,
);

/** Provinces by the names that institutions carry, 浙江第一中学. */
export const PROVINCE =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/;
