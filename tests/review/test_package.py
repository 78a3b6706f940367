"""A batch is read on another PC and its decisions come back once, in the names of who made them."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.domain.review import ReviewState
from app.errors import AppError
from app.progress import Silent
from app.review import decide, rounds, trail
from app.review.exchange.package import export_decisions, export_package, merge_decisions, open_package
from app.search.find import tally
from app.store import determinations, documents, reviews
from app.store.catalogue import Catalogue, create_catalogue
from tests.catalogues import add_document, copied
from tests.review.staff import APPROVER, CLOSED, ON_REQUEST, OPEN, PIN, REVIEWER, SECOND, hire, shown

ROUND = "2025 年定期审查"


@dataclass(frozen=True)
class Sent:
    """A catalogue, the package of its batch and the catalogue made of it on another PC, all closed."""

    home: Path
    package: Path
    away: Path
    uuids: list[str]


@pytest.fixture(scope="module")
def sent(staffed: Path, tmp_path_factory: pytest.TempPathFactory) -> Sent:
    folder = tmp_path_factory.mktemp("sent")
    home, package, away = folder / "home", folder / "batch.zip", folder / "away"
    with copied(staffed, home) as catalogue:
        uuids = [add_document(catalogue, f"临湖县水利局关于第 {n} 号水库的通知") for n in range(3)]
        decide.propose(catalogue, uuids[2], CLOSED, by=SECOND)
        decide.approve(catalogue, uuids[2], by=APPROVER, pin=PIN)
        rounds.create_round(catalogue, ROUND, "", by=REVIEWER)
        rounds.make_batches(catalogue, ROUND, Silent(), by=REVIEWER)
        with catalogue.read() as connection:
            (batch,) = reviews.batches(connection)
        assert export_package(catalogue, batch.uuid, package, by=REVIEWER) == len(uuids)
    open_package(package, away, by=REVIEWER, reviewers=(REVIEWER,)).close()
    return Sent(home, package, away, uuids)


@pytest.fixture
def catalogue(sent: Sent, tmp_path: Path) -> Iterator[Catalogue]:
    with copied(sent.home, tmp_path / "catalogue") as home:
        yield home


@pytest.fixture
def uuids(sent: Sent) -> list[str]:
    return sent.uuids


@pytest.fixture
def package(sent: Sent, tmp_path: Path) -> Path:
    return Path(shutil.copy(sent.package, tmp_path / "batch.zip"))


@pytest.fixture
def away(sent: Sent, tmp_path: Path) -> Iterator[Catalogue]:
    with copied(sent.away, tmp_path / "away") as opened:
        yield opened


def test_decisions_come_back_and_a_second_import_changes_nothing(catalogue, away, uuids, tmp_path) -> None:
    assert tally(away, "水库").count == 3
    decide.propose(away, uuids[0], OPEN, by=REVIEWER, round_name=ROUND)
    decide.propose(away, uuids[1], ON_REQUEST, by=REVIEWER, round_name=ROUND)
    assert trail.verify(away).is_whole
    assert export_decisions(away, tmp_path / "back.zip", by=REVIEWER) == 2
    done = merge_decisions(catalogue, tmp_path / "back.zip", by=SECOND)
    assert (done.proposed, done.already, done.conflicts) == (2, 0, ())
    with catalogue.read() as connection:
        made = determinations.live(connection, documents.document_with_uuid(connection, uuids[0]))
    assert made is not None
    assert made.proposer == REVIEWER
    again = merge_decisions(catalogue, tmp_path / "back.zip", by=SECOND)
    assert (again.proposed, again.already, again.conflicts) == (0, 2, ())
    assert trail.verify(catalogue).is_whole


def test_what_was_decided_at_home_meanwhile_is_a_conflict(catalogue, away, uuids, tmp_path) -> None:
    decide.propose(away, uuids[0], OPEN, by=REVIEWER, round_name=ROUND)
    decide.propose(catalogue, uuids[0], CLOSED, by=SECOND)
    export_decisions(away, tmp_path / "back.zip", by=REVIEWER)
    done = merge_decisions(catalogue, tmp_path / "back.zip", by=SECOND)
    assert done.proposed == 0
    assert [conflict.document for conflict in done.conflicts] == [uuids[0]]
    assert shown(catalogue, uuids[0]).review_state is ReviewState.PROPOSED


def test_the_other_pc_judges_against_what_is_in_force_at_home(away, uuids) -> None:
    with pytest.raises(AppError, match="情势变化"):
        decide.propose(away, uuids[2], OPEN, by=REVIEWER, round_name=ROUND)


def test_foreign_and_damaged_packages_are_refused(catalogue, away, package, tmp_path) -> None:
    export_decisions(away, tmp_path / "back.zip", by=REVIEWER)
    with create_catalogue(tmp_path / "third", office="别处", by="系统") as third:
        hire(third)
        with pytest.raises(AppError, match="另一个目录"):
            merge_decisions(third, tmp_path / "back.zip", by=REVIEWER)
    with pytest.raises(AppError, match="种类不对"):
        merge_decisions(catalogue, package, by=REVIEWER)
    (tmp_path / "bad.zip").write_bytes(b"PK")
    with pytest.raises(AppError, match="损坏"):
        merge_decisions(catalogue, tmp_path / "bad.zip", by=REVIEWER)
    with pytest.raises(AppError, match="不是由审查包建立"):
        export_decisions(catalogue, tmp_path / "none.zip", by=REVIEWER)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record.pop("decisions"),
        lambda record: record["decisions"][0].pop("document"),
        lambda record: record["decisions"][0].pop("by"),
        lambda record: record["decisions"][0].update(decision=None),
        lambda record: record["decisions"][0]["decision"].update(attribute="secret"),
        lambda record: record["decisions"][0]["decision"].update(redactions=[[1]]),
        lambda record: record["decisions"].append("x"),
        lambda record: record.update(decisions=7),
    ],
)
def test_results_edited_by_hand_are_refused_whole(catalogue, away, uuids, tmp_path, spoil) -> None:
    for uuid in uuids[:2]:
        decide.propose(away, uuid, ON_REQUEST, by=REVIEWER, round_name=ROUND)
    export_decisions(away, tmp_path / "back.zip", by=REVIEWER)
    with ZipFile(tmp_path / "back.zip") as archive:
        record = json.loads(archive.read("package.json"))
    spoil(record)
    with ZipFile(tmp_path / "spoilt.zip", "w") as archive:
        archive.writestr("package.json", json.dumps(record))
    with pytest.raises(AppError, match="没有导入任何一件"):
        merge_decisions(catalogue, tmp_path / "spoilt.zip", by=SECOND)
    assert shown(catalogue, uuids[0]).review_state is ReviewState.OPEN


def rewritten(path: Path, content: str) -> Path:
    path.unlink()
    with ZipFile(path, "w") as archive:
        archive.writestr("package.json", content)
    return path


@pytest.mark.parametrize("content", ["[]", "7", "null", "[" * 100_000, "{", "{}", '{"kind": []}'])
def test_what_is_no_record_is_no_package(catalogue, away, tmp_path, content) -> None:
    export_decisions(away, tmp_path / "back.zip", by=REVIEWER)
    with pytest.raises(AppError):
        merge_decisions(catalogue, rewritten(tmp_path / "back.zip", content), by=REVIEWER)


@pytest.mark.parametrize("key", ["home", "head", "round", "shown"])
@pytest.mark.parametrize("value", [None, 7, [1]])
def test_results_that_lack_what_all_have_are_refused(catalogue, away, uuids, tmp_path, key, value) -> None:
    decide.propose(away, uuids[0], ON_REQUEST, by=REVIEWER, round_name=ROUND)
    export_decisions(away, tmp_path / "back.zip", by=REVIEWER)
    with ZipFile(tmp_path / "back.zip") as archive:
        record = json.loads(archive.read("package.json"))
    record[key] = value
    with pytest.raises(AppError):
        merge_decisions(catalogue, rewritten(tmp_path / "back.zip", json.dumps(record)), by=REVIEWER)


@pytest.mark.parametrize(
    "key", ["uuid", "catalogue", "head", "batch", "round", "office", "shown", "in_force", "rows"]
)
def test_a_package_that_lacks_something_makes_no_catalogue(package, tmp_path, key) -> None:
    with ZipFile(package) as archive:
        record = json.loads(archive.read("package.json"))
    del record[key]
    path = rewritten(package, json.dumps(record))
    with pytest.raises(AppError):
        open_package(path, tmp_path / "new", by=REVIEWER, reviewers=(REVIEWER,))
    assert not (tmp_path / "new").exists()


def first(record, table):
    return record["rows"][table][0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda record: record["rows"].pop("member"),
        lambda record: record["rows"].update(document=7),
        lambda record: record["rows"].update(document=["x"]),
        lambda record: first(record, "document").pop("uuid"),
        lambda record: first(record, "document").update(uuid=None),
        lambda record: first(record, "document").update(uuid=["x"]),
        lambda record: first(record, "document").update(id=2**70),
        lambda record: first(record, "document").update(title="\ud800"),
        lambda record: first(record, "document").pop("is_paper_only"),
        lambda record: first(record, "member").update(content_id=999),
        lambda record: first(record, "member").update(role="x"),
        lambda record: first(record, "content_text").update(body="base64:!"),
        lambda record: first(record, "content_text").update(body="base64:AAAA"),
        lambda record: first(record, "content_text").update(body=7),
        lambda record: record["in_force"].append("x"),
        lambda record: record["in_force"].append({"id": 9, "no_such": 1}),
        lambda record: record["in_force"][0].update(state="x"),
        lambda record: record["in_force"][0].update(document_id=None),
        lambda record: record["in_force"][0].update(attribute="secret"),
    ],
)
@pytest.mark.parametrize("is_there", [False, True])
def test_a_package_edited_by_hand_makes_no_catalogue(package, tmp_path, spoil, is_there) -> None:
    with ZipFile(package) as archive:
        record = json.loads(archive.read("package.json"))
    spoil(record)
    path = rewritten(package, json.dumps(record))
    new = tmp_path / "new"
    if is_there:
        new.mkdir()
    with pytest.raises(AppError, match="审查包"):
        open_package(path, new, by=REVIEWER, reviewers=(REVIEWER,))
    assert (list(new.iterdir()) if is_there else new.exists()) in ([], False)


def test_a_forged_decision_meets_the_rules_of_every_other(catalogue, away, uuids, tmp_path) -> None:
    """State secrets are never decided here, whoever writes so into a package."""
    decide.propose(away, uuids[0], ON_REQUEST, by=REVIEWER, round_name=ROUND)
    export_decisions(away, tmp_path / "back.zip", by=REVIEWER)
    with ZipFile(tmp_path / "back.zip") as archive:
        record = json.loads(archive.read("package.json"))
    record["decisions"][0]["decision"].update(attribute="withheld", basis=["N-14-1"])
    with ZipFile(tmp_path / "forged.zip", "w") as archive:
        archive.writestr("package.json", json.dumps(record))
    done = merge_decisions(catalogue, tmp_path / "forged.zip", by=SECOND)
    assert done.proposed == 0
    assert len(done.conflicts) == 1
