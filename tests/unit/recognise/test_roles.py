"""Whose document it is and whose decision: 条例 711, art. 10; periods and party documents."""

import pytest

from app.domain.document import Applicability, DocumentRole
from app.inventory.process import process_file
from app.inventory.recognise import Office, role_and_applicability
from app.inventory.scan import scan
from tests.conftest import SampleArchive
from tests.unit.recognise.texts import recognised

OWN, INCOMING, FORWARDED = DocumentRole.OWN, DocumentRole.INCOMING, DocumentRole.FORWARDED
OURS, OTHER, PARTY = Applicability.OURS, Applicability.OTHER_MAKER, Applicability.PARTY
OFFICE = Office((("临湖县自然资源和规划局", "2019-01", None), ("临湖县国土资源局", None, "2018-12")))


def letter(title: str, body: str, dated: str = "2020年3月1日", number: str = "") -> str:
    return f"{number}\n{title}\n各镇：\n请遵照执行。\n{body}\n{dated}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (letter("关于测绘的通知", "临湖县自然资源和规划局"), (OWN, OURS)),
        (letter("关于测绘的通知", "临湖县国土资源局", "2011年3月1日"), (OWN, OURS)),
        (letter("关于测绘的通知", "临湖县国土资源局", "2020年3月1日"), (INCOMING, OTHER)),
        (letter("关于测绘的通知", "江南市自然资源和规划局"), (INCOMING, OTHER)),
        (letter("临湖县自然资源和规划局转发市局关于测绘的通知", "临湖县自然资源和规划局"), (FORWARDED, OURS)),
        (letter("关于测绘的通知", "临湖县自然资源和规划局\n临湖县水利局"), (OWN, OURS)),
        (letter("关于测绘的通知", "临湖县水利局\n临湖县自然资源和规划局"), (OWN, OTHER)),
        (letter("关于测绘的通知", "临湖县自然资源和规划局", number="临委办发〔2020〕3号"), (OWN, PARTY)),
        (letter("关于学习的通知", "中共临湖县委办公室"), (INCOMING, PARTY)),
        ("关于测绘的通知\n请遵照执行。\n", (OWN, OURS)),
        ("关于测绘的通知\n临湖县自然资源和规划局：\n请遵照执行。\n", (INCOMING, OTHER)),
    ],
)
def test_tells_our_part_and_whose_decision(text: str, expected: tuple[DocumentRole, Applicability]) -> None:
    assert role_and_applicability(recognised(text), OFFICE) == expected


def test_an_abbreviated_signature_is_ours_by_its_full_name() -> None:
    text = letter("临湖县人民政府办公室关于值班的通知", "县政府办公室")
    office = Office((("临湖县人民政府办公室", None, None),))
    assert role_and_applicability(recognised(text), office) == (OWN, OURS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (letter("关于测绘的通知", "临湖县自然资源和规划局办公室"), (OWN, OURS)),
        (letter("关于测绘的通知", "临湖县自然资源和规划局行政审批科"), (OWN, OURS)),
        (letter("关于测绘的通知", "临湖县自然资源和规划局青石分局"), (INCOMING, OTHER)),
        (letter("关于要求转发测绘实施意见的请示", "临湖县自然资源和规划局"), (OWN, OURS)),
        (letter("关于做好转发文件登记工作的通知", "临湖县自然资源和规划局"), (OWN, OURS)),
        (letter("转发省厅关于测绘的通知", "临湖县自然资源和规划局"), (FORWARDED, OURS)),
        (letter("关于转发省厅测绘文件的通知", "临湖县自然资源和规划局"), (FORWARDED, OURS)),
        ("关于测绘的请示\n县自然资源和规划局、县财政局：\n请予批准。\n", (INCOMING, OTHER)),
        ("关于测绘的通知\n市自然资源和规划局：\n请予批准。\n", (OWN, OURS)),
    ],
)
def test_units_requests_to_forward_and_short_addresses(
    text: str, expected: tuple[DocumentRole, Applicability]
) -> None:
    assert role_and_applicability(recognised(text), OFFICE) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [("临湖县人民政府办公室", (OWN, OURS)), ("临湖县人民政府金融工作办公室", (INCOMING, OTHER))],
)
def test_below_a_government_offices_may_be_bodies_of_their_own(
    body: str, expected: tuple[DocumentRole, Applicability]
) -> None:
    office = Office((("临湖县人民政府", None, None),))
    assert role_and_applicability(recognised(letter("关于测绘的通知", body)), office) == expected


@pytest.mark.parametrize(
    ("number", "body", "expected"),
    [
        ("临自然资发〔2020〕3号", "江南市水利局", (OWN, OURS)),
        ("临自然资发〔2020〕3号", "临湖县水利局\n临湖县自然资源和规划局", (OWN, OURS)),
        ("临水发〔2020〕3号", "江南市水利局", (INCOMING, OTHER)),
        ("", "江南市水利局", (INCOMING, OTHER)),
    ],
)
def test_a_number_of_our_own_series_is_ours_whoever_signed(
    number: str, body: str, expected: tuple[DocumentRole, Applicability]
) -> None:
    office = Office(OFFICE.names, frozenset({"临自然资发"}))
    assert (
        role_and_applicability(recognised(letter("关于测绘的通知", body, number=number)), office) == expected
    )


LEAST_RIGHT = 0.97


def test_the_role_is_right_on_the_sample_archive(sample_archive: SampleArchive) -> None:
    office = Office((("临湖县人民政府办公室", None, None), ("临湖县人民政府", None, None)))
    right = total = 0
    for found in scan(sample_archive.folder):
        for processed in process_file(found):
            path = f"{found.path}!/{processed.inner}" if processed.inner else found.path
            expected = sample_archive.truth.by_path.get(path)
            if expected is None or expected.document_role is None or processed.recognition is None:
                continue
            total += 1
            right += role_and_applicability(processed.recognition, office)[0] == expected.document_role
    assert total > 90
    assert right / total >= LEAST_RIGHT
