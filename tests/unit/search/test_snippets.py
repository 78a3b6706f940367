"""Snippets: the first place is shown, every place in it is marked, offsets fit the original text."""

import pytest

from app.domain.query import Field, Mistake
from app.search.language import understand
from app.search.snippets import BEFORE, LENGTH, Marker, Snippet
from app.store.codec import pack_text, unpack_around

FILLING = "本县各单位要认真落实有关要求，切实加强组织领导。" * 8


def marker(query: str) -> Marker:
    node = understand(query)
    assert not isinstance(node, Mistake)
    return Marker(node)


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("防火", "森林防火与防火带", ["防火", "防火"]),
        ("防火 检查", "防火检查", ["防火检查"]),
        ("临政发2020 16号", "依据臨政發［２０２０］第016號文件", ["臨政發［２０２０］第016號"]),
        ("16号", "216号和16号", ["16号"]),
        ("通知", "通\n知和通 知", ["通\n知", "通 知"]),
        ("计划", "年度計畫", ["計畫"]),
        ("gdp*", "GDP与gdp2020", ["GDP", "gdp"]),
        ("防火 非 检查", "防火检查", ["防火"]),
        ("“防火，检查”", "防火、检查和防火，检查", ["防火，检查"]),
        ("年:2008", "2008年", []),
    ],
)
def test_marks(query: str, text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in marker(query).marks(text)] == words


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.marks]


@pytest.mark.parametrize("word", ["森林防火", "森 林\n防火", "森林防火".replace("防", "防\u200b")])
def test_a_snippet_begins_before_the_first_place(word: str) -> None:
    text = FILLING + "要做好" + word + "工作。" + FILLING
    (snippet,) = marker("森林防火").snippets([text])
    assert len(snippet.text) == LENGTH
    assert 0 < snippet.marks[0][0] <= BEFORE
    assert marked(snippet) == [word.replace("\n", " ")]
    assert snippet.text in text.replace("\n", " ")


@pytest.mark.parametrize("start", [0, 1, BEFORE, BEFORE + 1, BEFORE + 2, 60, 150, 900])
def test_a_part_of_a_text_gives_the_snippet_of_the_whole(start: int) -> None:
    text = (FILLING * 6)[:start] + "森林防火检查" + FILLING * 6
    found = marker("防火")
    part = unpack_around(pack_text(text), found.typed, BEFORE + 1, LENGTH)
    assert found.snippets([part]) == found.snippets([text])


def test_texts_of_a_page_are_marked_as_if_alone() -> None:
    texts = ["森林防", "火警", "", "2008", "年防火", "计", "劃", "一九九", "o年", "防\n", "火", "16号", "GDP"]
    for query in ("防火", "2008年", "计划", "一九九〇年", "16号", "gdp*"):
        found = marker(query)
        assert found.marks_of(texts) == [found.marks(text) for text in texts]


def test_a_number_inside_another_one_is_not_the_place() -> None:
    (snippet,) = marker("16号").snippets(["本县第216号文件。" + FILLING + "第16号文件。"])
    assert marked(snippet) == ["16号"]


def test_without_a_place_the_beginning_is_shown() -> None:
    beginning, empty = marker("年:2008").snippets([FILLING, ""])
    assert (beginning.text, empty.text) == (FILLING[:LENGTH], "")


@pytest.mark.parametrize(
    ("query", "text", "is_hit"),
    [
        ("“防火，检查”", "防火，检查", True),
        ("“防火，检查”", "防火,检查", True),
        ("“防火，检查”", "防火、检查", False),
        ("“防火 检查”", "防火检查", True),
        ("“（试行）”", "办法(试行)", True),
        ("“防火，检查” 或 通知", "防火、检查的通知", True),
        ("“防火，检查” 通知", "防火、检查的通知", False),
        ("标题:“防火，检查”", "防火，检查", False),
    ],
)
def test_punctuation_in_a_phrase_counts(query: str, text: str, is_hit: bool) -> None:
    assert marker(query).honours_punctuation({Field.TITLE: "", Field.NUMBER: "", Field.TEXT: text}) is is_hit
