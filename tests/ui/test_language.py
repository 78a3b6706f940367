"""English is complete, with the same placeholders, and nothing left over."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from app.ui import language
from app.ui.language import CHINESE, ENGLISH, read_messages, tr
from app.ui.resources import TRANSLATIONS
from tests.ui.messages import needed_messages

ENGLISH_FILE = TRANSLATIONS / "en.ts"
HAN = re.compile("[\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"\{\w+\}")


@pytest.fixture
def english() -> Iterator[None]:
    language.use(ENGLISH)
    yield
    language.use(CHINESE)


def test_every_message_has_an_english_text() -> None:
    messages = read_messages(ENGLISH_FILE)
    assert [text for text in needed_messages() if text not in messages] == []


def test_no_english_text_is_left_over() -> None:
    window = ET.parse(ENGLISH_FILE).find("context[name='window']")
    assert window is not None
    sources = {message.findtext("source", "") for message in window.iter("message")}
    assert sources - set(needed_messages()) == set()


def test_placeholders_are_the_same() -> None:
    wrong = {
        source: text
        for source, text in read_messages(ENGLISH_FILE).items()
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(text))
    }
    assert not wrong


def test_english_is_english() -> None:
    example = "如 临湖县人民政府办公室"  # shows what to type, which is Chinese
    mixed = [
        text for source, text in read_messages(ENGLISH_FILE).items() if HAN.search(text) and source != example
    ]
    assert not mixed


@pytest.mark.usefixtures("english")
def test_values_stand_in_the_english_text() -> None:
    assert tr("送审 {count} 件", count=12) == "Propose 12"


def test_chinese_is_as_written() -> None:
    assert tr("送审 {count} 件", count=12) == "送审 12 件"
    assert tr("没有这句话") == "没有这句话"
