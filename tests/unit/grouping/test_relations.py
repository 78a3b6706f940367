"""Items that hang together although they are two: replies, forwarded documents, series, like texts."""

import pytest

from app.domain.document import ReferenceKind
from app.domain.grouping import RelationKind
from app.inventory.grouping.relations import relations_between
from tests.unit.grouping.carriers import OTHER_WORDS, WORDS, File, planned

Told = tuple[RelationKind, str, str]


def letter(path: str, number: str, title: str, day: str, text: str = WORDS) -> File:
    return File(path, text, number=number, title=title, day=day)


REQUEST = letter("1.doc", "临水〔2015〕9号", "临湖县水利局关于要求修缮堤防的请示", "2015-03-01")
REPLY = letter("2.doc", "临政函〔2015〕4号", "临湖县人民政府关于修缮堤防的批复", "2015-03-20", OTHER_WORDS)
PLAN_2014 = letter("3.doc", "临政发〔2014〕2号", "临湖县人民政府关于2014年防汛工作的意见", "2014-04-01")
PLAN_2015 = letter(
    "4.doc", "临政发〔2015〕3号", "临湖县人民政府关于2015年防汛工作的意见", "2015-04-02", OTHER_WORDS
)


def told(*files: File, cited: tuple[tuple[File, ReferenceKind, str], ...] = ()) -> set[Told]:
    """The relations by the paths of their files."""
    plan = planned(*files)
    carriers = [file.carrier for file in files]
    homes = {place: place for place in range(len(files))}
    cites = [(file.stored.content_id, kind, number) for file, kind, number in cited]
    return {
        (relation.kind, files[relation.document].path, files[relation.other].path)
        for relation in relations_between(plan, carriers, homes, cites)
    }


@pytest.mark.parametrize(
    ("kind", "relation"),
    [
        (ReferenceKind.REPLY_TO, RelationKind.REPLY_TO),
        (ReferenceKind.FORWARDED, RelationKind.FORWARDS),
    ],
)
def test_a_number_that_is_answered_or_forwarded_links_the_two(
    kind: ReferenceKind, relation: RelationKind
) -> None:
    assert told(REQUEST, REPLY, cited=((REPLY, kind, "临水[2015]9号"),)) == {(relation, "2.doc", "1.doc")}


def test_a_number_that_nobody_bears_links_nothing() -> None:
    assert told(REQUEST, REPLY, cited=((REPLY, ReferenceKind.REPLY_TO, "临水〔2015〕10号"),)) == set()


def test_what_is_issued_year_after_year_is_a_series() -> None:
    assert told(PLAN_2014, PLAN_2015) == {(RelationKind.SERIES, "4.doc", "3.doc")}


def test_like_texts_of_two_numbers_are_told_as_such() -> None:
    almost = letter(
        "5.doc", "临水〔2015〕12号", REQUEST.carrier.core, "2015-05-05", WORDS.replace("每月", "每旬")
    )
    assert (RelationKind.NEAR_DUPLICATE, "5.doc", "1.doc") in told(REQUEST, almost)
    same = letter("6.doc", "临水〔2015〕13号", "关于另一件事的通知", "2015-06-06")
    assert (RelationKind.SAME_TEXT, "6.doc", "1.doc") in told(REQUEST, same)
