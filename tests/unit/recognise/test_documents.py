"""Whole documents of every kind, element by element."""

import pytest

from app.domain.document import ElementName, Era, Origin, ReferenceKind, Script
from tests.unit.recognise import documents
from tests.unit.recognise.texts import printed, recognised

CASES = [
    pytest.param(text, name, value, id=f"{kind}-{name.value}")
    for kind, (text, elements) in documents.DOCUMENTS.items()
    for name, value in elements.items()
]


@pytest.mark.parametrize(("text", "name", "value"), CASES)
def test_reads_what_stands_on_the_page(
    text: str, name: ElementName, value: str | tuple[str, ...] | None
) -> None:
    assert printed(text, name) == value


@pytest.mark.parametrize("kind", documents.DOCUMENTS)
def test_every_printed_value_rests_on_its_place_in_the_text(kind: str) -> None:
    text, _ = documents.DOCUMENTS[kind]
    for element in recognised(text).elements.values():
        assert element.rule
        assert 0 < element.confidence <= 1
        if element.origin is Origin.PRINTED:
            assert element.evidence is not None
            assert text[element.evidence.start : element.evidence.end] == element.printed


def test_a_title_that_is_not_printed_is_made_from_the_first_sentence() -> None:
    made = recognised(documents.TITLE_MISSING).elements[ElementName.TITLE]
    assert (made.value, made.origin) == (
        "关于印发《临湖县社会工作人才薪酬办法（试行）》的通知",
        Origin.DERIVED,
    )


def test_the_title_of_an_order_is_the_regulation_it_publishes() -> None:
    alone = documents.ORDER.partition("2018年8月2日\n")[0] + "2018年8月2日\n"
    with_it = recognised(documents.ORDER).elements
    made = recognised(alone).elements[ElementName.TITLE]
    assert (made.value, made.origin) == ("示例省档案馆管理办法", Origin.DERIVED)
    assert with_it[ElementName.TITLE].origin is Origin.PRINTED
    assert with_it[ElementName.GENRE].value == "命令"


def test_a_date_of_sending_is_near_the_documents_date_but_not_printed_as_it() -> None:
    dated = recognised(documents.WEB_COPY_STACKED).elements[ElementName.DATED_ON]
    assert (dated.value, dated.origin) == ("2024-04-06", Origin.DERIVED)


def test_a_file_name_is_the_last_resort_for_a_title() -> None:
    made = recognised("略。\n", "关于春耕的通知.doc").elements[ElementName.TITLE]
    assert (made.value, made.origin) == ("关于春耕的通知", Origin.FILE_NAME)


def test_without_a_signature_the_mark_names_the_body() -> None:
    body = recognised(documents.OLD_LAYOUT).elements[ElementName.ISSUING_BODY]
    assert (body.value, body.origin) == (("临湖县人民政府",), Origin.DERIVED)


def test_sheets_are_kept_out_but_their_place_is_told() -> None:
    text = documents.BEHIND_INCOMING_SHEET
    ((start, end),) = recognised(text).sheet_pages
    assert text[start:end].startswith("临湖县人民政府收文处理单")
    assert "江南市人民政府文件" not in text[start:end]


def test_marks_that_differ_are_an_observation() -> None:
    kinds = [observation.kind for observation in recognised(documents.BEHIND_DRAFT_SHEET).observations]
    assert kinds == ["mark_conflict"]


@pytest.mark.parametrize(
    ("text", "era", "script"),
    [
        (documents.OLD_LAYOUT, Era.GB_1999, Script.HANS),
        (documents.JOINT, Era.GB_2012, Script.HANS),
        (documents.TRADITIONAL, Era.GB_2012, Script.HANT),
        ("shopping list", Era.UNKNOWN, Script.OTHER),
    ],
)
def test_era_and_script(text: str, era: Era, script: Script) -> None:
    recognition = recognised(text)
    assert (recognition.era, recognition.script) == (era, script)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (documents.LETTER, [(ReferenceKind.BASIS, "临政发〔2016〕8号")]),
        (documents.REPLY, [(ReferenceKind.REPLY_TO, "临政〔2021〕2号")]),
        (documents.NORMATIVE, [(ReferenceKind.REPEALED, "临政发〔2012〕7号")]),
        (
            documents.WEB_COPY,
            [(ReferenceKind.BASIS, "江政办〔2019〕1号"), (ReferenceKind.REPEALED, "临政发〔2008〕9号")],
        ),
        (
            "关于转发的通知\n各镇：\n江教〔2020〕1号文件现转发给你们。",
            [(ReferenceKind.FORWARDED, "江教〔2020〕1号")],
        ),
        ("关于说明的函\n各镇：\n另见江教〔2020〕1号文件。", [(ReferenceKind.CITED, "江教〔2020〕1号")]),
    ],
)
def test_cited_numbers_become_references_of_their_kind(
    text: str, expected: list[tuple[ReferenceKind, str]]
) -> None:
    found = recognised(text).references
    assert [(reference.kind, reference.document_number) for reference in found] == expected
    assert all(text[r.evidence.start : r.evidence.end] == r.document_number for r in found)


@pytest.mark.parametrize(
    ("text", "validity"),
    [
        (documents.WEB_COPY, "有效"),
        (documents.NORMATIVE, "有效期5年"),
        ("（已废止）\n关于春耕的通知\n各镇：\n请做好春耕。", "废止"),
        ("有效性：失效\n关于春耕的通知\n各镇：\n请做好春耕。", "失效"),
        ("有效性\t废止\t文号\t临政发〔2020〕1号\n关于春耕的通知\n各镇：\n请做好春耕。", "废止"),
        ("是否有效：否\n关于春耕的通知\n各镇：\n请做好春耕。", "失效"),
        ("关于春耕的通知（已废止）\n各镇：\n请做好春耕。", "废止"),
        ("此文件已废止\n关于春耕的通知\n各镇：\n请做好春耕。", "废止"),
        (
            "关于春耕的通知\n各镇：\n请做好春耕。\n临湖县人民政府\n2020年3月1日\n（本文已于2021年1月1日失效）",
            "失效",
        ),
        ("关于春耕的通知\n各镇：\n本通知试行期两年。", "试行期两年"),
        ("关于春耕的通知\n各镇：\n《临湖县旧办法》同时废止。", None),
        (documents.LETTER, None),
    ],
)
def test_validity_is_told_where_the_text_tells_it(text: str, validity: str | None) -> None:
    assert recognised(text).validity == validity


@pytest.mark.parametrize(
    ("dated", "kind"),
    [("2019年12月30日", "year_turn"), ("2017年12月30日", "year_mismatch"), ("2020年2月30日", "invalid_date")],
)
def test_a_date_that_cannot_be_is_an_observation(dated: str, kind: str) -> None:
    text = f"临政发〔2020〕1号\n关于春耕的通知\n各镇：\n请做好春耕。\n临湖县人民政府\n{dated}\n"
    assert kind in [observation.kind for observation in recognised(text).observations]


def test_a_date_of_the_same_year_is_none() -> None:
    text = "临政发〔2020〕1号\n关于春耕的通知\n各镇：\n请做好春耕。\n临湖县人民政府\n2020年3月1日\n"
    assert recognised(text).observations == ()
