"""What a sample proves, and the papers that are printed."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.sampling import Reading, SampleKind, Stratum, agreement, sentence, stratum_of, upper_bound
from app.errors import AppError
from app.progress import Silent
from app.review import decide, people, presets, rounds, sampling, trail
from app.review.papers.forms import write_batch_form, write_document_form
from app.review.papers.lists import Paper, write_paper
from app.store import reviews
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.review.staff import APPROVER, CLOSED, ON_REQUEST, OPEN, PIN, REVIEWER, SECOND

P, R, W = DisclosureAttribute.PROACTIVE, DisclosureAttribute.ON_REQUEST, DisclosureAttribute.WITHHELD


@pytest.mark.parametrize(
    ("found", "sampled", "population", "bound"),
    [
        (0, 300, 10**6, 0.00994),
        (0, 600, 10**6, 0.00498),
        (0, 59, 10**6, 0.0495),
        (0, 10, 10, 0.0),
        (2, 10, 10, 0.2),
    ],
)
def test_bound_of_errors(found, sampled, population, bound) -> None:
    assert upper_bound(found, sampled, population) == pytest.approx(bound, abs=2e-4)


def test_the_sentence_for_the_head_of_office() -> None:
    assert sentence(0, 300, 5000) == (
        "从 5000 件中随机抽查 300 件，没有发现差错；有 95% 的把握，差错率不超过 0.96%（不多于 48 件）。"
    )
    assert sentence(1, 20, 20) == "全部 20 件逐件复核，有 1 件有误。"


def test_kappa_of_a_known_table() -> None:
    table = [(P, P)] * 20 + [(P, W)] * 5 + [(W, P)] * 10 + [(W, W)] * 15
    found = agreement([Reading(first, second) for first, second in table])
    assert found.observed == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
    assert found.confusion[(P, W)] == 5
    assert agreement([Reading(P, P)] * 5).kappa is None
    assert agreement([]).count == 0


@pytest.mark.parametrize(
    ("kinds", "stratum"),
    [
        (
            {"is_propagated": True, "agrees": True, "seconds": 1.0, "at": "2025-03-07T18:00:00"},
            Stratum.PROPAGATED,
        ),
        ({"is_propagated": False, "agrees": True, "seconds": 1.0, "at": "2025-03-07T18:00:00"}, Stratum.FAST),
        ({"is_propagated": False, "agrees": True, "seconds": 9.0, "at": "2025-03-07T18:00:00"}, Stratum.LATE),
        (
            {"is_propagated": False, "agrees": True, "seconds": None, "at": "2025-03-07T10:00:00"},
            Stratum.MACHINE_AGREED,
        ),
        (
            {"is_propagated": False, "agrees": False, "seconds": None, "at": "2025-03-07T10:00:00"},
            Stratum.ORDINARY,
        ),
    ],
)
def test_what_makes_a_decision_worth_a_second_look(kinds, stratum) -> None:
    assert stratum_of(**kinds) is stratum


@pytest.fixture
def uuids(catalogue: Catalogue) -> list[str]:
    made = [
        add_document(catalogue, f"临湖县水利局关于第 {n} 号水库的通知", dated_on=f"20{n + 10}-01-01")
        for n in range(4)
    ]
    for uuid, decision in zip(made, (ON_REQUEST, ON_REQUEST, CLOSED, OPEN), strict=True):
        decide.propose(catalogue, uuid, decision, by=REVIEWER)
    decide.approve_many(catalogue, made, APPROVER, PIN)
    return made


@pytest.mark.usefixtures("uuids")
def test_a_blind_second_reading(catalogue: Catalogue) -> None:
    sampling.draw(catalogue, "三月抽查", 3, by=SECOND, seed=7)
    waiting = sampling.blind_lines(catalogue, "三月抽查")
    assert len(waiting) == 3
    with pytest.raises(AppError, match="自己的认定"):
        sampling.read_again(catalogue, "三月抽查", waiting[0][0], P, by=REVIEWER)
    for uuid, _ in waiting:
        sampling.read_again(catalogue, "三月抽查", uuid, R, by=SECOND)
    with pytest.raises(AppError, match="已经复核过"):
        sampling.read_again(catalogue, "三月抽查", waiting[0][0], P, by=SECOND)
    found = sampling.report(catalogue, "三月抽查")
    assert found.read == 3
    assert len(found.differing) == sum(line.first_attribute is not R for line in found.differing)
    assert "从 4 件中随机抽查 3 件" in found.sentence


@pytest.mark.usefixtures("uuids")
def test_a_sample_can_be_drawn_again_from_its_seed(catalogue: Catalogue) -> None:
    for name in ("甲", "乙"):
        sampling.draw(catalogue, name, 2, by=SECOND, seed=11)
    assert sampling.blind_lines(catalogue, "甲") == sampling.blind_lines(catalogue, "乙")


@pytest.mark.usefixtures("uuids")
def test_an_acceptance_sample_is_never_stratified(catalogue: Catalogue) -> None:
    with pytest.raises(AppError, match="简单随机"):
        sampling.draw(catalogue, "验收", 2, by=SECOND, kind=SampleKind.ACCEPTANCE, is_stratified=True)
    assert sampling.draw(catalogue, "分层", 3, by=SECOND, is_stratified=True).population == 4


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_form_of_one_document_bears_names_articles_and_the_head(catalogue, uuids, tmp_path) -> None:
    write_document_form(catalogue, uuids[2], tmp_path / "表.docx")
    told = text_of(tmp_path / "表.docx")
    for part in (
        "第 2 号水库",
        "不予公开",
        "第十六条",
        "内部管理事项",
        REVIEWER,
        APPROVER,
        trail.head_line(catalogue),
    ):
        assert part in told
    assert "{{" not in told
    assert "未验证身份" not in told


@pytest.mark.usefixtures("uuids")
def test_an_unproven_approval_is_printed_so(catalogue, tmp_path) -> None:
    people.add_person(catalogue, "郑无口令", {PersonRole.APPROVER}, by="系统")
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    decide.approve(catalogue, uuid, by="郑无口令", pin=None)
    write_document_form(catalogue, uuid, tmp_path / "表.docx")
    assert "未验证身份" in text_of(tmp_path / "表.docx")


@pytest.mark.usefixtures("uuids")
def test_a_batch_form_has_a_row_for_each_document(catalogue, tmp_path) -> None:
    rounds.create_round(catalogue, "2026 年", "", by=REVIEWER)
    rounds.make_batches(catalogue, "2026 年", Silent(), by=REVIEWER)
    with catalogue.read() as connection:
        (batch,) = reviews.batches(connection)
    assert write_batch_form(catalogue, batch.uuid, tmp_path / "批.docx") == 4
    told = text_of(tmp_path / "批.docx")
    assert all(f"第 {n} 号水库" in told for n in range(4))
    assert "{{" not in told


def test_a_customers_template_is_used_and_its_mistakes_are_told(catalogue, uuids, tmp_path) -> None:
    own = catalogue.folder / "templates"
    own.mkdir()
    document = Document()
    document.add_paragraph("本局专用：{{题名}}")
    document.save(str(own / "公开属性审查表.docx"))
    write_document_form(catalogue, uuids[0], tmp_path / "一.docx")
    assert "本局专用：临湖县水利局" in text_of(tmp_path / "一.docx")
    document.add_paragraph("{{不存在的项}}")
    document.save(str(own / "公开属性审查表.docx"))
    with pytest.raises(AppError, match="不存在的项"):
        write_document_form(catalogue, uuids[0], tmp_path / "二.docx")


def test_lists_and_figures(catalogue: Catalogue, uuids, tmp_path) -> None:
    decide.propose(catalogue, uuids[0], OPEN, by=REVIEWER, round_name="2026 年")
    decide.approve(catalogue, uuids[0], by=APPROVER, pin=PIN)
    assert write_paper(catalogue, Paper.CONVERTED, tmp_path / "转.xlsx") == 1
    page = load_workbook(tmp_path / "转.xlsx").worksheets[0]
    assert page["C2"].value == "临湖县水利局关于第 0 号水库的通知"
    assert write_paper(catalogue, Paper.FIGURES, tmp_path / "汇总.xlsx") == 5
    rows = list(load_workbook(tmp_path / "汇总.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[-1] == ("合计", "4", "0", "1", "0", "3", "2", "1", "1", "0", "0")
    for paper in Paper:
        write_paper(catalogue, paper, tmp_path / f"{paper}.docx")
        assert trail.head_line(catalogue) in text_of(tmp_path / f"{paper}.docx")
    with pytest.raises(AppError, match="后缀"):
        write_paper(catalogue, Paper.FIGURES, tmp_path / "汇总.pdf")


def test_presets_are_replaced_by_the_offices_own(catalogue: Catalogue) -> None:
    assert [preset.key for preset in presets.presets(catalogue)] == list(range(1, 10))
    own = catalogue.folder / "review"
    own.mkdir()
    (own / "presets.toml").write_text(
        '[[preset]]\nkey = 3\ntitle = "我局"\nattribute = "withheld"\n', encoding="utf-8"
    )
    assert [preset.title for preset in presets.presets(catalogue)] == ["我局"]
    (own / "presets.toml").write_text("[[preset]]\nkey = 12\n", encoding="utf-8")
    with pytest.raises(AppError, match="读不出来"):
        presets.presets(catalogue)
