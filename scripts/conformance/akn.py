"""Reads the XML and the books of a built site with the readers that others use.

    python akn.py <dist folder> [<akomantoso30.xsd>]

xmllint holds every Akoma Ntoso file against the schema, if its path is given; cobalt (PyPI, Laws.Africa) reads every
file back and finds each place in it; epubcheck (Debian) checks every book. A line a check. Exits 1 if one fails. A
reader that is not installed is skipped and named; where CI is set, that is a failure too.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMESPACE = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
EPUBCHECK = Path("/usr/share/java/epubcheck.jar")


class Missing(Exception):
    """A reader that is not installed."""


def akn_files(dist):
    files = sorted(dist.glob("data/*/akn/*.xml"))
    if not files:
        raise AssertionError(f"no Akoma Ntoso files under {dist}")
    return files


def check_schema(dist, schema):
    """Every file is valid."""
    if shutil.which("xmllint") is None:
        raise Missing("xmllint")
    files = akn_files(dist)
    run = subprocess.run(
        ["xmllint", "--noout", "--schema", schema, *files], capture_output=True, text=True, check=False
    )
    faults = [line for line in run.stderr.splitlines() if not line.endswith(" validates")]
    assert run.returncode == 0, "\n".join(faults[:20])
    return f"{len(files)} files valid"


def json_of(file):
    """The JSON of the document whose XML this is."""
    issue = file.parent.parent
    places = [issue / folder / f"{file.stem}.json" for folder in ("notices", "appointments", ".")]
    return json.loads(next(place for place in places if place.exists()).read_text("utf-8"))


def check_cobalt(dist):
    """Every file is read as what it is, has the title and parts of its JSON, and gives each place by its eId."""
    try:
        from cobalt import StructuredDocument
        from lxml import etree
    except ImportError as error:
        raise Missing("cobalt") from error
    places = 0
    works, cited = set(), set()
    files = akn_files(dist)
    for file in files:
        xml = file.read_bytes()
        kind = etree.QName(etree.fromstring(xml)[0]).localname
        document = StructuredDocument.for_document_type(kind)(xml)
        source = json_of(file)
        assert document.title == source["title"], f"{file}: title {document.title}"
        assert document.language == "zho", f"{file}: language {document.language}"
        uri = document.expression_frbr_uri()
        assert uri is not None and uri.number.startswith(source.get("issue", source["id"])), f"{file}: {uri}"
        uri.work_component = "main"
        works.add(uri.work_uri())
        cited |= set(document.root.xpath("//a:documentRef/@href", namespaces=NAMESPACE))
        parts = ["main"]
        if source.get("enclosure") is not None:
            parts.append("enclosure")
        parts += [attachment["anchor"] for attachment in source.get("attachments", [])]
        assert list(document.components()) == parts, f"{file}: parts {list(document.components())}"
        for eid in document.main.xpath(".//@eId"):
            assert document.get_portion_element(eid) is not None, f"{file}: no {eid}"
            places += 1
    assert cited <= works, f"issues refer to what is not there: {sorted(cited - works)}"
    return f"{len(files)} files read back, {places} places found, {len(cited)} documents in issues"


def check_books(dist):
    """No book has an error or a warning."""
    if not EPUBCHECK.exists() or shutil.which("java") is None:
        raise Missing("epubcheck")
    books = sorted(dist.glob("data/*/*.epub"))
    assert books, f"no books under {dist}"
    for book in books:
        run = subprocess.run(
            ["java", "-jar", EPUBCHECK, "--failonwarnings", book], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, f"{book}\n{run.stdout}{run.stderr}"
    return f"{len(books)} books without error or warning"


def main(dist, schema=None):
    checks = [
        ("Akoma Ntoso: cobalt", lambda: check_cobalt(dist)),
        ("EPUB: epubcheck", lambda: check_books(dist)),
    ]
    if schema is not None:
        checks.insert(0, ("Akoma Ntoso: xmllint", lambda: check_schema(dist, schema)))
    failed = False
    for name, check in checks:
        try:
            print(f"ok    {name}: {check()}")
        except Missing as missing:
            print(f"skip  {name}: {missing} is not installed")
            failed = failed or bool(os.environ.get("CI"))
        except AssertionError as fault:
            print(f"FAIL  {name}: {fault}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
