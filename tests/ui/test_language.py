"""English is complete, with the same placeholders, and nothing left over."""

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import app
from app.classify.legal_basis import shipped_legal_basis
from app.domain.disclosure import Reason
from app.errors import AppError
from app.paths import resources
from app.ui import basis, language
from app.ui.language import CHINESE, ENGLISH, RULES, read_messages, told, told_error, tr
from app.ui.reader.suggestion import sentence_of
from app.ui.resources import TRANSLATIONS
from tests.ui.messages import needed_messages

ENGLISH_FILE = TRANSLATIONS / "en.ts"
HAN = re.compile("[\u4e00-\u9fff]")
QUOTED = re.compile('"[^"]*"')
"""What a person has to type or finds in a file stays Chinese."""
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
    messages = read_messages(ENGLISH_FILE)
    mixed = [
        text for source, text in messages.items() if HAN.search(QUOTED.sub("", text)) and source != example
    ]
    assert not mixed


@pytest.mark.usefixtures("english")
def test_values_stand_in_the_english_text() -> None:
    assert tr("送审 {count} 件", count=12) == "Propose 12"


def test_chinese_is_as_written() -> None:
    assert tr("送审 {count} 件", count=12) == "送审 12 件"
    assert tr("没有这句话") == "没有这句话"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“批复”是对请示的批复。", '"批复" replies to a request for instructions.'),
        (
            "依申请公开（R-13/27）：“函”是机关之间的函。",
            'On request (R-13/27): "函" is a letter between bodies.',
        ),
        ("区分处理：公开前删减身份证号12处。", "Redact before publication: 12 × Identity number."),
        ("没有人译过的一句。", "没有人译过的一句。"),
    ],
)
def test_sentences_of_rules_are_read_back_into_their_templates(sentence: str, expected: str) -> None:
    assert told(sentence) == expected


def test_sentences_of_rules_stay_in_the_chinese_window() -> None:
    assert told("“批复”是对请示的批复。") == "“批复”是对请示的批复。"


@pytest.mark.usefixtures("english")
def test_several_sentences_are_told_one_by_one() -> None:
    both = "不予公开必须写明依据条款（条例第十四至十六条）。依申请公开和不予公开必须写明理由。"
    assert not HAN.search(told(both))


def test_several_chinese_sentences_stay_as_they_are() -> None:
    assert told("目录已关闭。请重新打开。") == "目录已关闭。请重新打开。"


def test_nearly_every_shipped_sentence_has_an_english_gist() -> None:
    made = read_messages(ENGLISH_FILE, RULES) | read_messages(ENGLISH_FILE)
    sentences = []
    for path in (resources() / "rules").glob("*.toml"):
        for rule in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            sentences += [rule["explanation"], *rule.get("check", [])]
    untold = [sentence for sentence in sentences if sentence not in made]
    assert len(untold) < len(sentences) * 0.1, untold


@pytest.mark.usefixtures("english")
def test_articles_have_an_english_gist_and_keep_their_chinese_title() -> None:
    article = shipped_legal_basis().article("A-20-13", date(2026, 1, 1))
    assert article is not None
    shown = basis.described(article)
    assert shown.startswith("Art. 20(13) ")
    assert article.title in shown
    assert basis.in_english("第十三条第二款、第二十七条") == "Art. 13 para. 2, Art. 27"


def test_a_reason_is_a_sentence_with_the_quoted_words() -> None:
    quote = "临湖县人民政府关于同意实施青 石镇自来水厂扩建工程的批复"
    reason = Reason("major-project", quote, 0, 29, explanation=f"“{quote}”是建设项目的批准或者实施情况。")
    assert (
        sentence_of(reason)
        == "“临湖县人民政府关于同意实施青石镇自来水厂扩建工程的批复”是建设项目的批准或者实施情况。"
    )
    assert sentence_of(Reason("gate", "", explanation="含病历。")) == "含病历。"
    assert sentence_of(Reason("test", "请认真贯彻执行")) == "“请认真贯彻执行”"
    long = sentence_of(Reason("test", "长" * 200, explanation=f"“{'长' * 200}”是通报。"))
    assert len(long) < 100
    assert long.endswith("…”是通报。")


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            AppError("找不到文件夹“/档案室”。", "请检查路径是否写对、移动硬盘或网络盘是否已连接。"),
            'Folder "/档案室" is not there. Check the path, and whether the disk or share is connected.',
        ),
        (AppError("口令至少 4 位。"), "A PIN has at least 4 digits."),
        (
            AppError("文件不完整或已损坏，无法读取。请从备份或原发文单位取得完好的文件后重新读取。"),
            "The file is incomplete or damaged. Get a sound copy from a backup or the issuing body and read it again.",
        ),
    ],
)
def test_errors_are_told_in_english(error: AppError, expected: str) -> None:
    assert told_error(error) == expected


def sentences_of_errors() -> Iterator[str]:
    """What use cases say when they refuse, with a hole wherever something is filled in."""
    for path in sorted((Path(app.__file__).parent).rglob("*.py")):
        if "cli" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if name in {"AppError", "WrongUseError"}:
                yield from filter(HAN.search, map(with_holes, node.args[:2]))


def with_holes(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(with_holes(part) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_nearly_every_refusal_can_be_told_in_english() -> None:
    known = {re.sub(r"\{\w+\}", "{}", source) for source in read_messages(ENGLISH_FILE)}
    sentences = set(sentences_of_errors())
    untold = sorted(sentences - known)
    assert len(sentences) > 300
    assert len(untold) < len(sentences) * 0.1, untold
