"""The Word files of a built site, opened by LibreOffice: page, grid, typefaces, headings, tables and text as set.

Usage: python word.py <dist folder>      (needs soffice: Debian's libreoffice-writer)

Prints one line a check and exits with 1 where one fails.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}

# GB/T 9704-2012 §5: millimetres of width, height, top, right, bottom, left; a turned page is turned by a quarter.
UPRIGHT = (210, 297, 37, 26, 35, 28)
TURNED = (297, 210, 28, 37, 26, 35)
LINES, CHARACTERS = 22, 28

# By style: the typeface for Chinese that §7 asks for.
TYPEFACES = {
    "Title": "方正小标宋简体",
    "Heading_20_1": "黑体",
    "Heading_20_2": "楷体_GB2312",
    "Heading_20_3": "仿宋_GB2312",
}

SECONDS = 600

failed = 0


def check(name, problem):
    """Prints a check's outcome; `problem` is None where there is none."""
    global failed
    failed += problem is not None
    print(f"{'ok    ' if problem is None else 'FAILED'} {name}" + ("" if problem is None else f": {problem}"), flush=True)


def named(name):
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def millimetres(length):
    """A length of ODF, `8.2681in`, in whole millimetres."""
    number, unit = re.fullmatch(r"([\d.]+)(in|cm|mm|pt)", length).groups()
    return float(number) * {"in": 25.4, "cm": 10, "mm": 1, "pt": 25.4 / 72}[unit]


def unspaced(text):
    return re.sub(r"\s", "", text)


def convert(files, folder):
    """All files at once as flat ODF, named by their issue too; the paths by file."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise SystemExit("soffice is not installed (Debian: libreoffice-writer)")
    given = {}
    for file in files:
        copy = folder / f"{file.parent.parent.name}_{file.name}"
        shutil.copy(file, copy)
        given[file] = copy
    profile = (folder / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "fodt", "--outdir", folder]
    subprocess.run([*command, *given.values()], check=True, capture_output=True, timeout=SECONDS)
    return {file: copy.with_suffix(".fodt") for file, copy in given.items()}


def page_problem(root, sections):
    """Whether every page layout in use has the measures of the standard, turned pages theirs."""
    layouts = {each.get(named("style:name")): each for each in root.iter(named("style:page-layout"))}
    masters = [each.get(named("style:page-layout-name")) for each in root.iter(named("style:master-page"))]
    turned = 0
    for name in masters:
        properties = layouts[name].find("style:page-layout-properties", NAMES)
        footer = layouts[name].find("style:footer-style/style:header-footer-properties", NAMES)
        size = [millimetres(properties.get(named(f"fo:page-{side}"))) for side in ("width", "height")]
        margins = [millimetres(properties.get(named(f"fo:margin-{side}"))) for side in ("top", "right", "bottom", "left")]
        # In ODF the footer's height is no part of the margin below it.
        margins[2] += millimetres(footer.get(named("fo:min-height"))) if footer is not None else 0
        found = tuple(round(length) for length in (*size, *margins))
        landscape = properties.get(named("style:print-orientation")) == "landscape"
        turned += landscape
        if found != (TURNED if landscape else UPRIGHT):
            return f"{name}: {found}"
        width = millimetres(properties.get(named("style:layout-grid-base-width")))
        if int((size[0] - margins[1] - margins[3]) / width) != (225 * CHARACTERS // 156 if landscape else CHARACTERS):
            return f"{name}: a character is {width} mm wide"
        if not landscape and properties.get(named("style:layout-grid-lines")) != str(LINES):
            return f"{name}: {properties.get(named('style:layout-grid-lines'))} lines"
    return None if turned == sections else f"{turned} turned page layouts, {sections} in the file"


def typeface_problem(root):
    for style in root.iter(named("style:style")):
        wanted = TYPEFACES.get(style.get(named("style:name")))
        properties = style.find("style:text-properties", NAMES)
        found = None if properties is None else properties.get(named("style:font-name-asian"))
        if wanted is not None and (found is None or not found.startswith(wanted)):
            return f"{style.get(named('style:name'))} is set in {found}"
    faces = {each.get(named("svg:font-family")) for each in root.iter(named("style:font-face"))}
    missing = [face for face in TYPEFACES.values() if face not in faces]
    return f"no {missing}" if missing else None


def odf_text(element):
    """The words of the body, without blanks."""
    return unspaced("".join(element.itertext()))


def word_text(document):
    return unspaced("".join(each.text or "" for each in document.iter(f"{W}t")))


def text_problem(found, expected):
    if found == expected:
        return None
    at = next((i for i, (a, b) in enumerate(zip(found, expected)) if a != b), min(len(found), len(expected)))
    return f"from character {at}: {found[at:at + 20]!r}, not {expected[at:at + 20]!r}"


PRINTED = {"text", "title", "marker", "delimiter", "label", "value", "role", "name", "heading", "disclosure"}
PARTS = ("heading", "disclosure", "children", "enclosure", "attachments", "attachmentNotes", "entries")


def printed(value, key=None):
    """The printed strings of a part of a document, tables by reference aside."""
    if isinstance(value, str):
        return [value] if key in PRINTED else []
    if isinstance(value, list):
        return [text for each in value for text in printed(each, key)]
    if isinstance(value, dict):
        return [text for each, inner in value.items() if each not in ("mentions", "people") for text in printed(inner, each)]
    return []


def published(data, file):
    """The JSON of the document and of its tables."""
    issue, slug = file.parent.parent.name, file.stem
    folders = [data / issue / kind / f"{slug}.json" for kind in ("notices", "appointments")]
    found = [path for path in [*folders, data / issue / f"{slug}.json"] if path.exists()]
    document = json.loads(found[0].read_text(encoding="utf-8"))
    tables = [data / issue / "tables" / f"{name.split('/')[1]}.json" for name in document.get("tables", [])]
    return document, [json.loads(path.read_text(encoding="utf-8")) for path in tables]


def missing_problem(document, tables, text):
    texts = printed({part: document[part] for part in PARTS if part in document})
    texts += [cell["text"] for table in tables for row in table["rows"] for cell in row["cells"]]
    texts += [column["text"] for table in tables for column in table["columns"]]
    missing = [each for each in texts if unspaced(each) not in text]
    return f"{len(missing)} of {len(texts)} texts, {missing[0][:30]!r}" if missing else None


def titled(blocks):
    """How many sections have a title."""
    sections = [block for block in blocks if block["type"] == "section"]
    return sum((block["title"] is not None) + titled(block["children"]) for block in sections)


def heading_problem(body, document):
    """In LibreOffice's navigator: each section with a title, what is issued, each attachment, the corrections."""
    parts = [document.get("enclosure") or {}, *document.get("attachments", [])]
    expected = titled(document.get("children", [])) + sum(titled(part.get("children", [])) for part in parts)
    expected += len(document.get("attachments", [])) + (parts[0].get("title") is not None)
    expected += "corrections" in document
    found = sum(1 for _ in body.iter(named("text:h")))
    return None if found == expected else f"{found}, not {expected}"


def table_problem(body, tables, document):
    found = list(body.iter(named("table:table")))
    joint = sum(1 for each in document.iter(f"{W}tbl")) - len(tables)
    if len(found) != len(tables) + joint or joint not in (0, 1):
        return f"{len(found)} tables, {len(tables)} printed"
    for table, expected in zip(found[joint:], tables):
        heads = list(table.iter(named("table:table-header-rows")))
        headed = any(column["text"] for column in expected["columns"])
        rows = sum(1 for _ in table.iter(named("table:table-row")))
        if len(heads) != headed or rows != len(expected["rows"]) + headed:
            return f"{expected['id']}: {len(heads)} heads, {rows} rows"
    return None


def check_file(data, file, flat):
    name = str(file.relative_to(data))
    root = ElementTree.parse(flat).getroot()
    body = root.find("office:body/office:text", NAMES)
    document = ElementTree.fromstring(zipfile.ZipFile(file).read("word/document.xml"))
    source, tables = published(data, file)
    turned = sum(each.get(f"{W}orient") == "landscape" for each in document.iter(f"{W}pgSz"))
    text = odf_text(body)
    check(f"{name}: page and grid", page_problem(root, turned))
    check(f"{name}: typefaces", typeface_problem(root))
    check(f"{name}: text, {len(text)} characters", text_problem(text, word_text(document)))
    check(f"{name}: text of the JSON", missing_problem(source, tables, text))
    check(f"{name}: headings", heading_problem(body, source))
    check(f"{name}: tables, {len(tables)}", table_problem(body, tables, document))


def main():
    data = Path(sys.argv[1]) / "data"
    files = sorted(data.glob("*/docx/*.docx"))
    check(f"{len(files)} Word files", None if files else "none")
    with tempfile.TemporaryDirectory() as folder:
        flats = convert(files, Path(folder)) if files else {}
        for file, flat in flats.items():
            try:
                check_file(data, file, flat)
            except Exception as error:  # whatever a reader throws is the finding; no flat file: it was not opened
                check(str(file.relative_to(data)), f"{type(error).__name__}: {error}")
    print(f"{'FAILED' if failed else 'ok    '} {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
