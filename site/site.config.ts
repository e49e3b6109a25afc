/** What makes this the site of this gazette: another county changes this file and the seeds, and nothing else. */
import { z } from "astro/zod";

const slashes = z.string().regex(/^\/(?:.*\/)?$/, "a path with a slash at both ends");
const colour = z.string().regex(/^#[0-9a-f]{6}$/i, "a colour like #b5121b");

const settings = z.strictObject({
  /** The gazette's printed name. */
  name: z.string(),
  /** Who publishes it. */
  publisher: z.string(),
  description: z.string(),
  /**
   * Where the pages will stand, without a path: `https://example.gov.cn`. Canonical addresses, the site map and
   * the code to scan at the end of a printed document need it; without it they are left out.
   */
  address: z.url().nullable(),
  /** The path the site stands under, with a slash at both ends. */
  base: slashes,
  /** Whom to ask for the printed original that stands behind every page. */
  contact: z.strictObject({
    organization: z.string(),
    address: z.string(),
    phone: z.string(),
    website: z.url(),
  }),
  /** On what terms the text and the data may be used: a name for it, a sentence or two, and where it is said in full. */
  terms: z.strictObject({ name: z.string(), text: z.string(), address: z.url().nullable() }),
  /** Links that the foot of every page carries besides the site's own. */
  links: z.array(z.strictObject({ text: z.string(), address: z.url() })),
  /** What the home page offers to search for. */
  examples: z.array(z.string()),
  /** The one red, on paper and in the dark scheme; both stand out from their ground by 4.5 : 1 at least. */
  red: z.strictObject({ light: colour, dark: colour }),
});

export type SiteConfig = z.infer<typeof settings>;

const pingluo: SiteConfig = {
  name: "平罗县人民政府公报",
  publisher: "平罗县人民政府办公室",
  description:
    "平罗县人民政府公报全文：县政府及政府办公室文件、任务清单、人事任免和政府大事记，逐段可查、可引。",
  address: null,
  base: "/",
  contact: {
    organization: "平罗县人民政府办公室",
    address: "平罗县玉皇阁大道218号",
    phone: "0952-6095358",
    website: "http://www.pingluo.gov.cn",
  },
  terms: {
    name: "官方文件，不适用著作权法",
    text: "公报所载公文，凡属国家机关的决议、决定、命令和其他具有立法、行政性质的文件，依照《中华人民共和国著作权法》第五条第一项，不适用该法，可以自由复制、转载和加工。引用时请注明期号和文号；与印刷文本不一致的，以印刷文本为准。",
    address: null,
  },
  links: [],
  examples: ["农药包装废弃物", "平政发〔2021〕56号", "县财政局", "告知承诺"],
  red: { light: "#b5121b", dark: "#ee7468" },
};

const given = process.env.GONGBAO_SETTINGS;

/** The settings, with those laid over them that a build is given as JSON: a preview's address, a test's gazette. */
export const site: SiteConfig = settings.parse({
  ...pingluo,
  ...(given === undefined ? {} : settings.partial().parse(JSON.parse(given))),
});
