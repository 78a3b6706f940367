"""Commands as newcomers type them: each wrong way is told in Chinese, with what to do, and destroys nothing."""

from pathlib import Path

import pytest

from app import cli
from app.cli import options
from app.store.catalogue import Catalogue
from tests.cli.conftest import Dishu


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["serach"], "是否要写 search"),
        (["find"], "是否要写 search？"),
        (["查找"], "是否要写 search？"),
        (["init"], "是否要写 new？"),
        (["审计"], "是否要写 audit？"),
        (["approve"], "是否要写 review approve？"),
        (["help"], "是否要写 --help？"),
        (["review", "审定"], "是否要写 approve？"),
        (["review", "batch", "领取"], "是否要写 next、take？"),
        (["people", "密码"], "是否要写 pin？"),
        (["qqq"], "可以写 inspect、new、"),
        (["/srv/目录", "status"], "先写命令，再写目录，如 dishu status 目录。"),
        (["new", "目录"], "还缺 --office 名称。"),
        (["review", "decide", "目录", "公文", "--by", "甲"], "要写其中一项：--attribute 属性、--preset"),
        (["report", "annual", "目录", "--today", "去年"], "“去年”不是日期，请写成 2026-03-07 这样。"),
        (["status", ""], "路径是空的。"),
    ],
)
def test_wrong_words_are_answered_with_the_right_ones(dishu: Dishu, words: list[str], sentence: str) -> None:
    said = dishu(*words)
    assert said.status == 2
    assert sentence in said.err


def test_every_synonym_names_a_command_that_there_is() -> None:
    from app.cli.synonyms import MEANT

    for command, words in MEANT.items():
        first, *act = command.split()
        if first.startswith("--"):
            continue
        assert first in cli.COMMANDS
        assert not cli.COMMANDS.keys() & set(words), command
        parser = cli._parser(first)
        if act:
            with pytest.raises(SystemExit) as end:
                parser.parse_args([first, *act, "--help"])
            assert end.value.code == 0


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ('"/没有/目录"', "/没有/目录"),
        ("“/没有/目录”", "/没有/目录"),
        ("'/没有/目录'", "/没有/目录"),
        ('/没有/目录"', "/没有/目录"),
        ("/没有/“十四五”", "/没有/“十四五”"),
        ("/没有/目录", "/没有/目录"),
    ],
)
def test_paths_are_taken_out_of_the_quotation_marks_they_were_pasted_in(typed: str, meant: str) -> None:
    assert options.path(typed) == Path(meant)


def test_a_folder_whose_name_has_quotation_marks_is_taken_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "“目录”"
    folder.mkdir()
    assert options.path(str(folder)) == folder
    assert options.unquoted(f'"{folder}"') == str(folder)


def test_a_pasted_catalogue_opens(catalogue: Catalogue, dishu: Dishu) -> None:
    assert dishu("status", f'"{catalogue.folder}"').status == 0
    assert dishu("gaps", f"“{catalogue.folder}”").status == 0


@pytest.mark.parametrize(
    ("place", "sentences"),
    [
        ("没有", ("找不到文件夹“", "（dishu new）")),
        ("文件.txt", ("是一个文件，不是目录文件夹。", "请写目录文件夹的路径。")),
        ("", ("里没有底数目录。", "是不是“")),
        ("{catalogue}/catalogue.db", ("是一个文件，不是目录文件夹。", "请写“")),
        ("{catalogue}/backups", ("里没有底数目录。", "是不是“")),
    ],
)
def test_what_is_no_catalogue_is_told_with_the_one_nearby(
    catalogue: Catalogue, dishu: Dishu, place: str, sentences: tuple[str, ...]
) -> None:
    home = catalogue.folder.parent
    (home / "文件.txt").write_text("x", encoding="utf-8")
    said = dishu("status", home / place.format(catalogue=catalogue.folder.name))
    assert said.status == 3
    assert all(sentence in said.err for sentence in sentences), said.err


def test_the_catalogue_behind_other_words_is_noticed(
    catalogue: Catalogue, dishu: Dishu, tmp_path: Path
) -> None:
    for words in (("search", "水库", catalogue.folder), ("ingest", tmp_path, catalogue.folder)):
        said = dishu(*words)
        assert (said.status, "先写目录，再写其他" in said.err) == (3, True)


def test_a_folder_that_is_no_package_does_not_pass_the_check(dishu: Dishu, tmp_path: Path) -> None:
    (tmp_path / "随便").mkdir()
    (tmp_path / "随便" / "甲.pdf").write_bytes(b"%PDF-1.4")
    said = dishu("verify", tmp_path / "随便")
    assert (said.status, "看不出是移交包" in said.out) == (1, True)


def test_rules_are_not_called_sound_where_there_are_none(
    catalogue: Catalogue, dishu: Dishu, tmp_path: Path
) -> None:
    for words in (("check", tmp_path), ("what-if", catalogue.folder, tmp_path)):
        said = dishu("rules", *words)
        assert (said.status, "没有规则文件" in said.err) == (3, True)


@pytest.mark.parametrize(
    "words",
    [
        ("report", "reconcile", "{}", "--listing", "没有.xlsx"),
        ("report", "requests", "{}", "--register", "没有.xlsx"),
        ("report", "pilot-fields", "{}", "--standard", "社会救助领域标准目录.xlsx"),
        ("review", "import", "{}", "没有.xlsx", "--by", "王示例"),
        ("search-batch", "{}", "没有.txt"),
        ("transfer", "receipt", "{}", "没有.json", "--by", "王示例"),
    ],
)
def test_a_file_that_is_not_there_is_told(catalogue: Catalogue, dishu: Dishu, words: tuple[str, ...]) -> None:
    said = dishu(*(word.format(catalogue.folder) for word in words))
    assert said.status == 3
    assert "程序内部出错" not in said.err
    assert any(part in said.err for part in ("找不到", "不能读取", "不是可读")), said.err


def test_a_folder_in_the_place_of_a_file_is_told(catalogue: Catalogue, dishu: Dishu, tmp_path: Path) -> None:
    said = dishu("report", "reconcile", catalogue.folder, "--listing", tmp_path)
    assert (said.status, "请确认它是文件" in said.err) == (3, True)


def test_the_demo_destroys_nobodys_catalogue(dishu: Dishu, tmp_path: Path) -> None:
    files, own = tmp_path / "files", tmp_path / "result" / "catalogue"
    files.mkdir()
    assert dishu("new", own, "--office", "江南市水利局").status == 0
    said = dishu("demo", files)
    assert (said.status, "没有动它" in said.err) == (3, True)
    assert dishu("check", own).status == 0


@pytest.mark.parametrize(
    "words",
    [
        ("ocr", "list"),
        ("register", "list"),
        ("review", "batch", "list"),
        ("review", "precedents"),
        ("transfer", "list"),
        ("transfer", "stamps"),
    ],
)
def test_an_empty_list_says_so(catalogue: Catalogue, dishu: Dishu, words: tuple[str, ...]) -> None:
    said = dishu(*words, catalogue.folder)
    assert said.status == 0
    assert said.out.startswith(("没有", "还没有"))


def test_the_version_is_explained_in_chinese(dishu: Dishu) -> None:
    said = dishu("--help")
    assert "显示版本号" in said.out
    assert "show program" not in said.out
