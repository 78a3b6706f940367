"""Whose document it is and whose decision: 条例 711, art. 10; periods and party documents."""

import pytest

from app.domain.document import Applicability, DocumentRole
from app.inventory.recognise import OfficeName, role_and_applicability
from tests.unit.recognise.texts import recognised

OWN, INCOMING, FORWARDED = DocumentRole.OWN, DocumentRole.INCOMING, DocumentRole.FORWARDED
OURS, OTHER, PARTY = Applicability.OURS, Applicability.OTHER_MAKER, Applicability.PARTY
OFFICE: tuple[OfficeName, ...] = (
    ("临湖县自然资源和规划局", "2019-01", None),
    ("临湖县国土资源局", None, "2018-12"),
)


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
    office: tuple[OfficeName, ...] = (("临湖县人民政府办公室", None, None),)
    assert role_and_applicability(recognised(text), office) == (OWN, OURS)
