/** What makes this the site of this gazette: another county changes this file and the seeds, and nothing else. */

export type SiteConfig = {
  /** The gazette's printed name. */
  name: string;
  /** Who publishes it. */
  publisher: string;
  description: string;
  /** Where the pages will stand, without a path: canonical addresses, the site map and feeds need it. */
  address: string | null;
  /** The path the site stands under, with a slash at both ends. */
  base: string;
  /** The printed original that stands behind every page. */
  contact: { organization: string; address: string; phone: string; website: string };
  /** The one red, on paper and in the dark scheme; both stand out from their ground by 4.5 : 1 at least. */
  red: { light: string; dark: string };
};

const environment = process.env;

export const site: SiteConfig = {
  name: "平罗县人民政府公报",
  publisher: "平罗县人民政府办公室",
  description:
    "平罗县人民政府公报全文：县政府及政府办公室文件、任务清单、人事任免和政府大事记，逐段可查、可引。",
  address: environment.GONGBAO_ADDRESS ?? "https://www.pingluo.gov.cn",
  base: environment.GONGBAO_BASE ?? "/",
  contact: {
    organization: "平罗县人民政府办公室",
    address: "平罗县玉皇阁大道218号",
    phone: "0952-6095358",
    website: "http://www.pingluo.gov.cn",
  },
  red: { light: "#b5121b", dark: "#ee7468" },
};
