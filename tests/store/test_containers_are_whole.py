"""A container has neither text nor document, and is not missed in the index."""

from app.domain.document import Recognition
from app.domain.source import Extraction, FileFormat
from app.progress import Silent
from app.store import holdings, integrity, reindex
from app.store.catalogue import Catalogue
from tests.catalogues import add_document


def test_a_container_is_not_missed_in_the_index(catalogue: Catalogue) -> None:
    add_document(catalogue)
    archive = Extraction(format=FileFormat.ZIP, puid=None, text="", reader="containers 1")
    with catalogue.write(by="王示例", action="test") as unit:
        holdings.put_content(
            unit.connection, "0" * 64, 10, archive, Recognition(recogniser="test 1"), unit.at
        )
        unit.record("container")
        unit.commit()
    assert integrity.all_problems(catalogue) == []
    assert reindex.index_missing(catalogue, Silent(), by="王示例") == 0
