/** What is written by hand for its speed is what the libraries for it write. */
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";
import { toCsv } from "../../src/export/csv.ts";
import { type XmlElement, xmlFile } from "../../src/export/xml.ts";
import { entryOf, zipOf } from "../../src/export/zip.ts";

const hostile = fc.string({
  unit: fc.constantFrom(
    "甲",
    "a",
    " ",
    "&",
    "<",
    ">",
    '"',
    "'",
    "]",
    "\r",
    "\n",
    "\t",
    ",",
    "=",
    "\u{20000}",
  ),
});

it("XML", () => {
  const element = fc.letrec<{ element: XmlElement }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom("p", "akn:meta"),
        fc.dictionary(fc.constantFrom("id", "xml:lang"), hostile),
        fc.array(fc.oneof({ depthSize: "small" }, hostile, tie("element")), { maxLength: 4 }),
      )
      .map(([name, attributes, children]) => x(name, attributes, children as (string | XmlElement)[])),
  })).element;
  fc.assert(
    fc.property(element, (root) => {
      const whole = toXml(root, { closeEmptyElements: true, tightClose: true });
      const safe = whole.replaceAll("]]>", "]]&gt;").replaceAll("\r", "&#13;");
      expect(xmlFile(root)).toBe(`<?xml version="1.0" encoding="UTF-8"?>\n${safe}\n`);
    }),
  );
});

it("CSV", () => {
  const cell = fc.oneof(hostile, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 })), (rows) => {
      const library = stringify([["列", "b"], ...rows], {
        bom: true,
        record_delimiter: "windows",
        quote_record_delimiter: true,
        quoted_match: /^$/,
        cast: { boolean: String },
      });
      expect(toCsv(["列", "b"], rows).toString()).toBe(library);
    }),
  );
});

it("ZIP", () => {
  const texts = { "a.xml": "甲".repeat(5000), "目录/乙.txt": "", "[c].xml": "丙" };
  const bytes = zipOf(Object.entries(texts).map(([path, text]) => entryOf(path, text)));
  const read = Object.entries(unzipSync(bytes)).map(([path, body]) => [path, strFromU8(body)]);
  expect(Object.fromEntries(read)).toEqual(texts);
  expect(bytes.length).toBeLessThan(1000);
});
