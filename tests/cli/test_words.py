"""What a person reads in the terminal: terms and names instead of codes, and a sentence where nothing is."""

import json
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from app.cli.document_lines import finding_lines, suggestion_lines
from app.cli.search_answers import say_hits
from app.domain.disclosure import DisclosureAttribute as Attribute
from app.domain.disclosure import Finding, Reason, Suggestion
from app.domain.document import Applicability
from app.search.find import Hit
from app.search.snippets import Snippet
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.cli.conftest import Dishu
from tests.review.staff import REVIEWER, hire

NUMBER = "临政办发〔2015〕9号"


def test_a_suggestion_is_told_with_article_reason_and_doubts() -> None:
    reason = Reason("mark:printed", "此件依申请\n公开", explanation="文中标注：依申请公开。")
    rule = Reason("inner", "内部\n管理", explanation="“内部\n管理”是内部事务。")
    told = suggestion_lines(
        Suggestion(
            Attribute.ON_REQUEST, Applicability.OURS, redact=True, basis=("A-20-1",), reasons=(reason, rule),
            against=("有公众参与。",), to_check=("仍需人工审查。",),
        ),
        date(2026, 11, 22),
    )  # fmt: skip
    first, basis, *rest = told
    assert first == "建议：依申请公开（本机关认定，公开前须遮盖敏感处）"
    assert basis.startswith("  依据：A-20-1 ")
    assert "《中华人民共和国政府信息公开条例》" in basis
    assert rest == [
        "  因为“此件依申请 公开”：文中标注：依申请公开。（规则 mark:printed）",
        "  因为：“内部 管理”是内部事务。（规则 inner）",
        "  相反：有公众参与。",
        "  注意：仍需人工审查。",
    ]


def test_findings_are_counted_by_kind() -> None:
    found = [Finding("mobile_phone", n, n + 11, f"138****{n:04}", 1.0) for n in range(5)]
    assert list(finding_lines([*found, Finding("medical", 90, 92, "病历", 1.0)])) == [
        "敏感：手机号码 5 处　138****0000、138****0001、138****0002……",
        "敏感：医疗健康信息 1 处　病历",
    ]


def test_show_takes_a_number_and_speaks_in_terms(catalogue: Catalogue, dishu: Dishu) -> None:
    uuid = add_document(
        catalogue, number=NUMBER, findings=(Finding("resident_id", 0, 18, "3601**************", 1.0),)
    )
    lines = dishu("show", catalogue.folder, "临政办发[2015]9号").out.splitlines()
    assert lines[0] == f"公文编号：{uuid}"
    assert lines[1].startswith("标题：")
    assert lines[2] == f"发文字号：{NUMBER}"
    assert "敏感：身份证号 1 处　3601**************" in lines


def test_what_search_prints_names_the_document_to_the_next_command(
    catalogue: Catalogue, dishu: Dishu
) -> None:
    uuid = add_document(catalogue, number=NUMBER, text="河道\n　　管理\t通知")
    _, hit, snippet = dishu("search", catalogue.folder, "河道", "与", "通知").out.splitlines()
    assert hit.split("　")[:3] == [uuid[:8], "2015-03-07", NUMBER]
    assert snippet.strip() == "【河道】 管理 【通知】"
    assert dishu("show", catalogue.folder, hit.split("　")[0]).status == 0


def test_an_element_is_named_in_chinese_too(catalogue: Catalogue, dishu: Dishu) -> None:
    add_document(catalogue, number=NUMBER)
    assert dishu("correct", catalogue.folder, NUMBER, "标题", "新标题", "--by", "王芳").status == 0
    assert "标题：新标题（已更正）" in dishu("show", catalogue.folder, NUMBER).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("people", "list"), "还没有登记人员"),
        (("review", "list"), "没有待审定的建议。"),
        (("review", "revert"), "还没有批量操作。"),
        (("quarantine", "list"), "没有隔离的文件。"),
        (("status", "--failures"), "没有读不出的文件。"),
    ],
)
def test_an_empty_list_says_so(
    catalogue: Catalogue, dishu: Dishu, arguments: tuple[str, ...], sentence: str
) -> None:
    typed = [*arguments[:2], catalogue.folder] if "--" not in arguments[-1] else [
        arguments[0], catalogue.folder, arguments[1]
    ]  # fmt: skip
    assert dishu(*typed).out.startswith(sentence)
    assert not dishu(*typed, "--json").out


def test_one_refusal_is_told_once_and_several_by_document(catalogue: Catalogue, dishu: Dishu) -> None:
    hire(catalogue)
    uuid, other = add_document(catalogue, number=NUMBER), add_document(catalogue, "另一件")
    alone = dishu("review", "withdraw", catalogue.folder, uuid, "--by", REVIEWER)
    assert (alone.status, alone.out) == (3, "")
    assert alone.err.strip()
    both = dishu("review", "withdraw", catalogue.folder, uuid, other, "--by", REVIEWER)
    assert (both.status, both.err) == (3, "")
    assert both.out.count("未办理") == 2
    decide = (
        "review",
        "decide",
        catalogue.folder,
        "--attribute",
        "依申请公开",
        "--reason",
        "不在主动公开范围",
        "--by",
        REVIEWER,
    )
    some = dishu(*decide, NUMBER, "没有这一件")
    assert some.status == 1
    assert "未办理 没有这一件" in some.out
    assert "已办理 1 件。" in some.out
    waiting = dishu("review", "list", catalogue.folder).out
    assert waiting.split("　")[:4] == [uuid[:8], "依申请公开", REVIEWER, NUMBER]


def test_further_texts_of_a_document_have_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    hits = [
        Hit(
            "a" * 36,
            1,
            "关于河道的通知",
            (),
            NUMBER,
            "",
            "2015-03-07",
            path,
            Snippet("河道", ((0, 2),)),
            is_ocr=False,
        )
        for path in ("目录/正本.docx", "目录/副本.pdf")
    ]
    say_hits(tuple(hits))
    assert capsys.readouterr().out.splitlines() == [
        f"aaaaaaaa　2015-03-07　{NUMBER}　关于河道的通知",
        "    【河道】",
        "    同一件的另一份文字：目录/副本.pdf",
    ]


def test_a_quarantined_file_is_told_in_words(catalogue: Catalogue, dishu: Dishu, tmp_path: Path) -> None:
    source = tmp_path / "来源"
    source.mkdir()
    (source / "机密★5年 方案.txt").write_text("不应读入", encoding="utf-8")
    assert dishu("ingest", catalogue.folder, source, "--workers", 1).status == 0
    assert "文件名有密级标志" in dishu("quarantine", "list", catalogue.folder).out


def test_the_periods_of_the_inventory_are_named(catalogue: Catalogue, dishu: Dishu) -> None:
    add_document(catalogue, dated_on=None)
    lines = dishu("gaps", catalogue.folder).out.splitlines()
    assert "日期不明：1 件，本机关制发 1 件，已认定 0 件" in lines
    assert any(line.startswith("2008—2015年：") for line in lines)


def test_an_office_is_renamed_and_keeps_its_old_name(catalogue: Catalogue, dishu: Dishu) -> None:
    present = catalogue.settings()["office"]
    assert dishu("office", catalogue.folder, "--rename", "临湖县综合办公室").status == 2, "nobody did it"
    changed = dishu(
        "office",
        catalogue.folder,
        "--rename",
        "临湖县综合办公室",
        "--series",
        "临综发，临综办",
        "--by",
        "王示例",
    )
    assert changed.out.splitlines() == [
        "单位全称：临湖县综合办公室",
        f"曾用名：{present}",
        "发文字号代字：临综发、临综办",
    ]
    told = json.loads(dishu("office", catalogue.folder, "--json").out)
    assert told["former"] == [{"name": present, "from": None, "to": None}]
    assert dishu("office", catalogue.folder, "--series", "〔2014〕4号", "--by", "王示例").status == 2


def test_a_fault_that_returns_is_told_once(tmp_path: Path, dishu: Dishu) -> None:
    paper = Document()
    for number in range(3):
        paper.add_paragraph().add_run(f"第{number}段文字，说明有关情况。").font.size = Pt(9)
    paper.save(str(tmp_path / "通知.docx"))
    lines = dishu("publish-check", tmp_path / "通知.docx", "--workers", 1).out.splitlines()
    messages = [line.split("　")[2] for line in lines[1:]]
    assert len(messages) == len(set(messages))
    assert any(line.endswith("等 3 处") for line in lines)


@pytest.mark.parametrize("typed", [NUMBER, "beginning of the id"])
def test_a_document_is_purged_by_the_name_search_gives_it(
    catalogue: Catalogue, dishu: Dishu, typed: str
) -> None:
    uuid = add_document(catalogue, number=NUMBER)
    name = typed if typed == NUMBER else uuid[:8]
    said = dishu("purge", catalogue.folder, name, "--reason", "张三发现", "--by", "张三")
    assert (said.status, "公文 1 件" in said.out) == (0, True), said.err
    assert dishu("show", catalogue.folder, uuid).status == 3


def test_a_batch_is_named_by_its_first_characters_and_tells_its_documents(
    catalogue: Catalogue, dishu: Dishu
) -> None:
    hire(catalogue)
    uuid = add_document(catalogue, number=NUMBER)
    dishu("review", "round", "create", catalogue.folder, "清理", "--by", REVIEWER)
    short = dishu("review", "batch", "list", catalogue.folder).out.split("　")[0]
    assert len(short) == len(uuid[:8])
    lines = dishu("review", "batch", "show", catalogue.folder, short).out.splitlines()
    assert [line.split("　")[:4] for line in lines] == [["未办", uuid[:8], "2015-03-07", NUMBER]]
    assert dishu("review", "batch", "take", catalogue.folder, short, "--by", REVIEWER).status == 0
    unknown = dishu("review", "batch", "show", catalogue.folder, "不是编号")
    assert (unknown.status, "没有这一批" in unknown.err) == (3, True)


def test_who_cites_a_document_is_named_by_title_where_it_has_no_number(
    catalogue: Catalogue, dishu: Dishu, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.txt").write_text(
        "关于清理文件的说明\n根据《关于加强河道管理的通知》（临政办发〔2015〕9号），现作说明。\n",
        encoding="utf-8",
    )
    add_document(catalogue, number=NUMBER)
    dishu("ingest", catalogue.folder, files, "--workers", "1")
    (cited,) = [
        line for line in dishu("show", catalogue.folder, NUMBER).out.splitlines() if line.startswith("被")
    ]
    assert "关于清理文件的说明" in cited


def test_missing_numbers_in_a_row_are_told_as_a_range(catalogue: Catalogue, dishu: Dishu) -> None:
    for serial in (2, 9, 11, 14):
        add_document(catalogue, f"第{serial}件", number=f"临政办发〔2015〕{serial}号")
    explained = ("临政办发〔2015〕5号", "--reason", "void", "--by", "王芳")
    assert dishu("gaps", "explain", catalogue.folder, *explained).status == 0
    first = dishu("gaps", catalogue.folder).out.splitlines()[0]
    assert first == "临政办发〔2015〕缺 10 个号：1、3、4、5（作废）、6—8、10、12、13"


def test_nothing_left_to_classify_is_one_sentence(catalogue: Catalogue, dishu: Dishu) -> None:
    add_document(catalogue, number=NUMBER)
    assert dishu("classify", catalogue.folder).out.startswith("已给出建议 1 件")
    again = dishu("classify", catalogue.folder)
    assert (again.status, again.out) == (0, "没有需要给出建议的公文：现有的建议都出自现行规则。\n")


def test_a_column_a_register_does_not_have_is_refused(
    catalogue: Catalogue, dishu: Dishu, tmp_path: Path
) -> None:
    book = tmp_path / "簿.csv"
    book.write_text("发文字号,文件标题\n临政办发〔2015〕9号,关于河道的通知\n", encoding="utf-8")
    beyond = dishu("register", "map", catalogue.folder, book, "--set", "日期=Z", "--by", "王芳")
    assert (beyond.status, "没有 Z 列" in beyond.err, "B 列" in beyond.err) == (2, True, True)
    nobody = dishu("register", "map", catalogue.folder, book, "--set", "日期=B")
    assert (nobody.status, "--by" in nobody.err) == (2, True)


def test_what_a_person_found_late_is_told_in_words(catalogue: Catalogue, dishu: Dishu) -> None:
    uuid = add_document(catalogue, number=NUMBER)
    dishu("purge", catalogue.folder, uuid, "--reason", "保密办核查", "--by", "王芳")
    assert "　人工认定　" in dishu("quarantine", "list", catalogue.folder).out


def test_a_dry_run_speaks_of_kinds_in_words_and_an_ingest_says_where_failures_are_told(
    catalogue: Catalogue, dishu: Dishu, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "~$通知.docx").write_bytes(b"1")
    (files / "断的.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    (files / "机密★名单.txt").write_text("甲", encoding="utf-8")
    (files / "程序.exe").write_bytes(b"MZ" + bytes(40))
    told = dishu("ingest", catalogue.folder, files, "--dry-run").out
    assert [word in told for word in ("跳过 1", "格式不明", "文件名有密级标志 1")] == [True] * 3
    assert not any(word in told for word in ("skipped", "unknown", "quarantined"))
    told = dishu("ingest", catalogue.folder, files, "--workers", "1").out
    assert "dishu status" in told
    assert "--failures" in told
    assert "dishu quarantine list" in told
    told = dishu("status", catalogue.folder).out
    assert ("unknown" in told, "格式不明" in told, "跳过 1" in told) == (False, True, True)


def test_a_backup_is_named_as_it_lies_in_the_folder(catalogue: Catalogue, dishu: Dishu) -> None:
    made = Path(json.loads(dishu("backup", catalogue.folder, "--json").out)["backup"])
    into = catalogue.folder.with_name("anew")
    assert dishu("restore", catalogue.folder, made.name, "--into", into, "--by", "王芳").status == 0
