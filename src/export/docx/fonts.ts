/** The typefaces of GB/T 9704-2012, and what Word takes where one is not installed. */
import type { IFontAttributesProperties } from "docx";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";

type Face = { name: string; instead: string; family: string };

const SONG_TITLE: Face = {
  name: "方正小标宋简体",
  instead: "FZXiaoBiaoSong-B05S,宋体,SimSun",
  family: "roman",
};
const FANGSONG: Face = { name: "仿宋_GB2312", instead: "仿宋,FangSong", family: "modern" };
const KAITI: Face = { name: "楷体_GB2312", instead: "楷体,KaiTi", family: "modern" };
const HEITI: Face = { name: "黑体", instead: "SimHei", family: "modern" };
const SONGTI: Face = { name: "宋体", instead: "SimSun", family: "roman" };

/** Figures and Latin letters stand in Times New Roman, as is usual beside 仿宋. */
function pair({ name }: Face, latin = "Times New Roman"): IFontAttributesProperties {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: name };
}

/** 小标宋 of titles, 仿宋 of the body, 楷体 and 黑体 of headings, 宋体 of page numbers. */
export const fonts = {
  title: pair(SONG_TITLE),
  body: pair(FANGSONG),
  kai: pair(KAITI),
  hei: pair(HEITI),
  song: pair(SONGTI, SONGTI.name),
} as const;

/** `word/fontTable.xml`: each typeface with the names to try in its stead. */
export function fontTable(): string {
  const faces = [SONG_TITLE, FANGSONG, KAITI, HEITI, SONGTI].map(({ name, instead, family }) =>
    x("w:font", { "w:name": name }, [
      x("w:altName", { "w:val": instead }),
      x("w:charset", { "w:val": "86" }),
      x("w:family", { "w:val": family }),
      x("w:pitch", { "w:val": "default" }),
    ]),
  );
  const latin = x("w:font", { "w:name": "Times New Roman" }, [
    x("w:charset", { "w:val": "00" }),
    x("w:family", { "w:val": "roman" }),
    x("w:pitch", { "w:val": "variable" }),
  ]);
  const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${toXml(
    x("w:fonts", { "xmlns:w": namespace }, [...faces, latin]),
    { closeEmptyElements: true },
  )}`;
}
