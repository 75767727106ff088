"""The catalogue as DCAT-AP 3 wants it, and what pages tell search engines for data: read by programs of others.

`pytest --dcat-ap FOLDER` holds it against the official shapes, which are not part of this repository.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest
import rdflib
from pyld import jsonld
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from support.built_pages import Page, pages
from support.datasets import DIVNOGORSK, REGION, SAMPLE
from support.rendered import dataset_in, site_of
from vitrina.pages.site import make_site
from vitrina.render import Files, written
from vitrina.words import Words

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""What rdflib says of its own reader of JSON-LD."""
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
SCHEMA = rdflib.Namespace("https://schema.org/")
ADDRESS = "https://city.example/repo/"
FILE = "catalog.jsonld"
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name,),
    SPDX.Checksum: (SPDX.algorithm, SPDX.checksumValue),
}
"""By the standard, and a data set of the catalogue, without which there is nothing in it."""


def files_of(folder: Path, address: str) -> Files:
    dataset = dataset_in(folder)
    words = Words(dataset.city.languages[0])
    site = make_site(dataset, words, address) if address else site_of(dataset, words.language)
    return written(site, words, lambda _: "", address)


@pytest.fixture(
    scope="module",
    params=[(DIVNOGORSK, ""), (SAMPLE, ADDRESS), (REGION, "")],
    ids=["divnogorsk", "sample at an address", "region"],
)
def published(request: pytest.FixtureRequest) -> tuple[Files, rdflib.Graph]:
    """The files of a site, and its catalogue as a graph; without an address it is read from wherever it lies."""
    files = files_of(*request.param)
    graph = rdflib.Graph().parse(data=str(files[FILE]), format="json-ld", publicID=f"{ADDRESS}{FILE}")
    return files, graph


def test_the_catalogue_has_all_that_is_mandatory(published: tuple[Files, rdflib.Graph]) -> None:
    _, graph = published
    for kind, properties in MANDATORY.items():
        found = list(graph.subjects(RDF.type, kind))
        assert found, kind
        for subject in found:
            assert [name for name in properties if graph.value(subject, name) is None] == [], subject


def test_the_official_shapes_find_no_violation(
    published: tuple[Files, rdflib.Graph], request: pytest.FixtureRequest
) -> None:
    folder = request.config.getoption("--dcat-ap")
    if folder is None:
        pytest.skip("no folder of the official shapes is named")
    from pyshacl import validate  # noqa: PLC0415  it takes long to load

    _, graph = published
    shapes = rdflib.Graph().parse(Path(folder) / "shapes.ttl")
    conforms, _, text = validate(graph, shacl_graph=shapes)
    assert conforms, text


def test_every_distribution_is_a_file_of_its_size_and_digest(published: tuple[Files, rdflib.Graph]) -> None:
    files, graph = published
    found = set()
    for one in graph.subjects(RDF.type, DCAT.Distribution):
        path = str(graph.value(one, DCAT.downloadURL)).removeprefix(ADDRESS)
        content = files[path]
        data = content.encode() if isinstance(content, str) else content
        checksum = graph.value(one, SPDX.checksum)
        assert int(str(graph.value(one, DCAT.byteSize))) == len(data), path
        assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(data).hexdigest(), path
        assert graph.value(one, DCTERMS.license), path
        found.add(path)
    assert len(found) > 15
    tables = {path for path in files if "/data/" in path and not path.endswith((".md", ".html", ".schema.json"))}
    assert {path for path in tables - found if "/passport/" not in path} == set()


def test_two_readers_of_json_ld_see_the_same_graph(published: tuple[Files, rdflib.Graph]) -> None:
    files, graph = published
    read = jsonld.to_rdf(json.loads(files[FILE]), {"base": f"{ADDRESS}{FILE}", "format": "application/n-quads"})
    other = rdflib.Graph().parse(data=read, format="nt")
    assert len(other) == len(graph) > 100


def data_of(page: Page) -> Mapping[str, object] | None:
    """What is told of the data on a page."""
    found = [text for text in page.scripts if '"@context":' in text]
    assert len(found) <= 1, page.path
    return dict(json.loads(found[0])) if found else None


def test_pages_of_data_and_of_indicators_tell_of_a_data_set(site_under_sub_path: Path) -> None:
    told = 0
    for page in pages(site_under_sub_path):
        folder = page.path.parent.relative_to(site_under_sub_path)
        parts = [part for part in folder.parts if part != "en"]
        is_data = parts[1:] == ["data"] or (parts[1:2] == ["indicators"] and len(parts) == 3)
        found = data_of(page)
        assert (found is not None) == is_data, folder
        if found is None:
            continue
        here = f"{ADDRESS}{folder.as_posix()}/"
        graph = rdflib.Graph().parse(data=json.dumps(found), format="json-ld", publicID=here)
        dataset = rdflib.URIRef(f"{here}#dataset")
        assert (dataset, RDF.type, SCHEMA.Dataset) in graph
        assert 50 < len(str(graph.value(dataset, SCHEMA.description))) < 5000
        for name in ("name", "license", "temporalCoverage", "spatialCoverage"):
            assert graph.value(dataset, SCHEMA[name]) or (parts[1] == "indicators" and name == "temporalCoverage"), here
        for one in graph.objects(dataset, SCHEMA.distribution):
            file = str(graph.value(one, SCHEMA.contentUrl))
            assert (site_under_sub_path / file.removeprefix(ADDRESS)).is_file(), file
        told += 1
    assert told > 50


def test_without_an_address_what_a_page_tells_is_relative_to_the_page(built_site: Path) -> None:
    for language in ("", "en/"):
        [page] = [one for one in pages(built_site) if one.path == built_site / f"{language}education/data/index.html"]
        found = data_of(page)
        assert found is not None
        here = f"http://local.example/{language}education/data/"
        assert urljoin(here, str(found["@id"])) == f"{here}#dataset"
        distributions = found["distribution"]
        assert isinstance(distributions, list)
        for one in distributions:
            path = urljoin(here, one["contentUrl"]).removeprefix("http://local.example/")
            assert (built_site / path).is_file(), path
