"""What the layout of the page says about its lines: centred titles, stamps above them."""

from dataclasses import replace

from app.domain.document import ElementName as Name
from app.domain.source import LayoutLine
from app.inventory.recognise import recognise
from tests.unit.recognise.texts import extraction

HEAD = "临水〔2019〕10号\n"
LETTER = "各乡镇人民政府：\n现将有关办法转发给你们，请认真学习。\n临湖县水利局\n2019年4月28日\n"


def title_of(lines: list[tuple[str, bool]]) -> object:
    """The title of a letter whose title lines are these, each centred or as wide as the page."""
    text, layout = HEAD, []
    for words, centred in lines:
        layout.append(LayoutLine(len(text), len(text) + len(words), 28, 80, 184, 90, 22.0, None, centred))
        text += f"{words}\n"
    page = replace(extraction(text + LETTER), layout=tuple(layout))
    return recognise(page).elements[Name.TITLE].value


def test_a_line_that_fills_the_width_belongs_to_the_centred_title_below() -> None:
    lines = [
        ("临湖县水利局转发示例省水利厅等三部门", False),
        ("关于", True),
        ("印发《〈水库管理条例〉释义》的通知", True),
    ]
    assert title_of(lines) == "临湖县水利局转发示例省水利厅等三部门关于印发《〈水库管理条例〉释义》的通知"


def test_a_stamp_above_the_title_is_no_part_of_it() -> None:
    lines = [("主动公开", False), ("临湖县水利局对县十六届人大三次会议", False), ("第8号建议的答复", False)]
    assert title_of(lines) == "临湖县水利局对县十六届人大三次会议第8号建议的答复"
