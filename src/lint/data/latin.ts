/** Lower-case Latin words that Chinese texts print: units, and names that are always written so. */
export const LATIN_WORDS: ReadonlySet<string> = new Set(
  (
    "km kg mg ug ng mm cm dm nm um hm ha ml dl cc kw mw gw kwh mwh kv kva mva kpa mpa pa hz khz mhz ghz db ppm ppb ph rpm bar mol tce " +
    "mb gb tb kb mbps kbps gbps px dpi app apps wifi wi fi web www http https ftp com cn gov org net edu html pdf doc docx ppt pptx xls " +
    "xlsx wps txt zip rar jpg jpeg png gif mp mov avi logo pos vs etc no id ip iphone ios android email mail java python linux excel word " +
    "online offline wechat weixin qq vip pm am xx xxx xxxx"
  ).split(" "),
);
