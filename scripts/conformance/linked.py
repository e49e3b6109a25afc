"""Reads the linked data of a built site with rdflib and asks it what the JSON answers too.

    python linked.py <dist folder>

Prints one line a check; the exit code is 1 where one fails.
"""

import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin

from rdflib import BNode, Graph

# What relative identifiers stand under; a site with an address of its own has whole ones.
BASE = "https://gazette.invalid/"

FAILED = []


def check(name, passed, said=""):
    print(f"{'ok  ' if passed else 'FAIL'} {name}{f': {said}' if said else ''}")
    if not passed:
        FAILED.append(name)


def read(path):
    """A file as a graph; JSON-LD without fetching any context."""
    text = path.read_text(encoding="utf-8")
    graph = Graph()
    kind = "turtle" if path.suffix == ".ttl" else "json-ld"
    graph.parse(data=text, format=kind, publicID=BASE)
    return graph


def documents(data, kind):
    return [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(data.glob(f"[0-9]*/{kind}/*.json"))
    ]


def parse_all(dist):
    graphs = {}
    for path in sorted([*dist.rglob("*.jsonld"), *dist.rglob("*.ttl")]):
        name = str(path.relative_to(dist))
        try:
            graphs[name] = read(path)
            check(f"parses {name}", len(graphs[name]) > 0, f"{len(graphs[name])} triples")
        except Exception as error:  # whatever a parser throws is the finding
            check(f"parses {name}", False, str(error))
    return graphs


SCHEMA = "PREFIX schema: <http://schema.org/>\n"


def ask_appointments(graph, data):
    """Who came and who went, when, as what."""
    found = Counter()
    for name, start, end, role in graph.query(
        SCHEMA
        + """SELECT ?name ?start ?end ?role WHERE {
            ?person a schema:Person ; schema:name ?name ; schema:memberOf ?part .
            ?part a schema:OrganizationRole ; schema:subjectOf ?document .
            OPTIONAL { ?part schema:startDate ?start }
            OPTIONAL { ?part schema:endDate ?end }
            OPTIONAL { ?part schema:roleName ?role }
        }"""
    ):
        action = "appoint" if start else "remove" if end else None
        found[(str(name), action, str(start or end), str(role))] += 1
    known = Counter(
        (d["person"], d["action"], document["date"], d["post"] or d["office"])
        for document in documents(data, "appointments")
        for d in document["decisions"]
        if d["person"] is not None and document["date"] is not None
    )
    dated = Counter({key: n for key, n in found.items() if key[1] is not None})
    check("SPARQL: appointments and removals", dated == known and bool(known), f"{sum(known.values())}")


def ask_numbers(graph, data):
    """Documents of a quarter by number and date: typed dates compare."""
    found = {
        (str(number), str(date))
        for number, date in graph.query(
            SCHEMA
            + """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT ?number ?date WHERE {
                ?document a schema:Legislation ; schema:legislationIdentifier ?number ;
                          schema:legislationDate ?date .
                FILTER (?date >= "2021-09-01"^^xsd:date && ?date <= "2021-09-30"^^xsd:date)
            }"""
        )
    }
    known = {
        (document["documentNumber"]["text"], document["date"])
        for kind in ("notices", "appointments")
        for document in documents(data, kind)
        if document["documentNumber"] and (document["date"] or "").startswith("2021-09")
    }
    check("SPARQL: documents of September 2021", found == known, f"{len(known)}")


def ask_bodies(graph, data):
    """The documents that give work to a body: those whose task tables name it."""
    name = "县财政局"
    found = {
        str(row[0])
        for row in graph.query(
            SCHEMA
            + f"""SELECT ?id WHERE {{
                ?document a schema:Legislation ; schema:mentions ?body ; schema:identifier ?id .
                ?body a schema:GovernmentOrganization ; schema:name "{name}" .
                FILTER (!STRSTARTS(?id, "urn:"))
            }}"""
        )
    }
    known = {
        table["notice"]
        for table in documents(data, "task-tables")
        for task in table["tasks"]
        for party in [*task["responsible"], *task["supporting"], *task["groupLead"]]
        if party["name"] == name
    }
    check(f"SPARQL: documents with tasks of {name}", known <= found, f"{len(known)} of {len(found)}")


def check_catalogue(graph, dist):
    """Every distribution is a file here, of the size and hash that the catalogue says."""
    rows = list(
        graph.query(
            """PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX spdx: <http://spdx.org/rdf/terms#>
            SELECT ?catalogue ?url ?size ?hash WHERE {
                ?catalogue a dcat:Catalog ; dcat:dataset ?set .
                ?set dcat:distribution ?file .
                ?file a dcat:Distribution ; dcat:downloadURL ?url ; dcat:byteSize ?size ;
                      spdx:checksum [ spdx:checksumValue ?hash ] .
            }"""
        )
    )
    wrong = []
    for catalogue, url, size, digest in rows:
        root = urljoin(str(catalogue), "../")
        path = dist / unquote(str(url)[len(root) :])
        body = path.read_bytes() if path.is_file() else b""
        if str(len(body)) != str(size) or hashlib.sha256(body).hexdigest() != str(digest).lower():
            wrong.append(str(url))
    check("DCAT: every distribution is here, whole", bool(rows) and not wrong, f"{len(rows)} files {wrong[:3]}")


def main(dist):
    graphs = parse_all(dist)
    data = dist / "data"
    gazette = graphs.get("data/gazette.jsonld")
    catalogue, turtle = graphs.get("data/catalog.jsonld"), graphs.get("data/catalog.ttl")
    if gazette is None or catalogue is None or turtle is None:
        check("the gazette and its catalogue are there", False)
        return
    ask_appointments(gazette, data)
    ask_numbers(gazette, data)
    ask_bodies(gazette, data)
    check("DCAT: JSON-LD and Turtle say the same", catalogue.isomorphic(turtle), f"{len(catalogue)} triples")
    check_catalogue(turtle, dist)
    check_parts(graphs, gazette)


def check_parts(graphs, gazette):
    """What the file of a document or an issue says, the file of the gazette says too."""
    said = {
        triple
        for name, graph in graphs.items()
        if name.endswith(".jsonld") and name.count("/") == 2
        for triple in graph
        if not any(isinstance(term, BNode) for term in triple)
    }
    missing = said - set(gazette)
    check("JSON-LD: the whole says all that its parts say", bool(said) and not missing, f"{len(said)} triples")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python linked.py <dist folder>")
    main(Path(sys.argv[1]))
    sys.exit(1 if FAILED else 0)
