"""One item from many files, on the sample archive, compared with its known truth."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import pytest

from tests.conftest import SampleArchive
from tests.e2e.conftest import Dishu

Groups = Mapping[str, list[str]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one catalogue of this module's tests stands."""
    return tmp_path_factory.mktemp("grouping") / "catalogue"


@pytest.fixture
def grouped(shelf: Path, taken_in: Path, dishu: Dishu) -> Path:
    """The catalogue with the archive taken in and grouped, made by the first test that wants it."""
    if not shelf.exists():
        shutil.copytree(taken_in, shelf)
        assert dishu("group", shelf).status == 0
    return shelf


def held(export: dict) -> Groups:
    return {
        document["id"]: sorted({file["path"] for file in document["files"]})
        for document in export["documents"]
    }


def wanted(archive: SampleArchive, paths: Iterable[str]) -> Groups:
    """The items of the truth; a file that is no document stands alone."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        groups[archive.truth.by_path[path].item or path].append(path)
    return groups


def pairs(groups: Groups) -> set[frozenset[str]]:
    return {frozenset(pair) for paths in groups.values() for pair in combinations(paths, 2)}


def test_items_are_those_of_the_truth(grouped: Path, sample_archive: SampleArchive, dishu: Dishu) -> None:
    found = held(dishu("export", grouped).json)
    truth = wanted(sample_archive, {path for paths in found.values() for path in paths})
    right = pairs(found) & pairs(truth)
    precision, recall = len(right) / len(pairs(found)), len(right) / len(pairs(truth))
    print(f"pairs: precision {precision:.3f}, recall {recall:.3f} of {len(pairs(truth))}")
    assert {frozenset(paths) for paths in found.values()} == {frozenset(paths) for paths in truth.values()}


def test_drafts_annexes_and_masters_have_their_roles(
    grouped: Path, sample_archive: SampleArchive, dishu: Dishu
) -> None:
    for document in dishu("export", grouped).json["documents"]:
        roles = [file["role"] for file in document["files"]]
        assert roles.count("master") == 1, document["title"]
        for file in document["files"]:
            role = sample_archive.truth.by_path[file["path"]].role
            if role in {"draft", "annex", "web"}:
                assert file["role"] == role, file["path"]


def test_numbers_missing_and_borne_twice_are_those_of_the_truth(
    grouped: Path, sample_archive: SampleArchive, dishu: Dishu
) -> None:
    found = dishu("gaps", grouped, "--json").json
    gaps = {(gap["series"], gap["year"], tuple(gap["numbers"])) for gap in found["gaps"]}
    assert gaps == {(gap.series, gap.year, gap.numbers) for gap in sample_archive.truth.gaps}
    repeated = [item["document_number"] for item in found["duplicate_numbers"]]
    assert repeated == list(sample_archive.truth.duplicate_numbers)


def test_a_second_run_changes_nothing(grouped: Path, dishu: Dishu) -> None:
    before = dishu("export", grouped).json
    again = dishu("group", grouped, "--json").json
    assert (again["changed"], again["merged"]) == (0, 0)
    assert dishu("export", grouped).json == before


def test_what_a_person_split_and_merged_stays_so(grouped: Path, dishu: Dishu) -> None:
    documents = dishu("export", grouped).json["documents"]
    document = next(d for d in documents if len(d["files"]) == 3 and d["master"])
    web = next(f["path"] for f in document["files"] if f["role"] == "web")
    taken = dishu("split", grouped, document["id"], web, "--by", "王示例", "--json").json["document"]
    assert taken != document["id"]
    assert dishu("group", grouped, "--json").json["changed"] == 0
    now = held(dishu("export", grouped).json)
    assert now[taken] == [web]
    assert web not in now[document["id"]]
    merged = dishu("merge", grouped, document["id"], taken, "--by", "王示例", "--json").json["document"]
    assert merged == document["id"]
    assert dishu("group", grouped, "--json").json["changed"] == 0
    assert held(dishu("export", grouped).json)[merged] == sorted(f["path"] for f in document["files"])
    entries = dishu("audit", "export", grouped).lines
    actions = [json.loads(entry["canonical"])["action"] for entry in entries]
    assert {"document.split", "document.merge"} <= set(actions)


def test_splitting_and_merging_what_is_not_there_is_refused(grouped: Path, dishu: Dishu) -> None:
    document = dishu("export", grouped).json["documents"][0]
    assert dishu("split", grouped, document["id"], "没有这个文件.doc", "--by", "王示例").status == 3
    assert dishu("split", grouped, "no-such-document", "x.doc", "--by", "王示例").status == 3
    assert dishu("merge", grouped, document["id"], document["id"], "--by", "王示例").status == 2


NOTICE = """临湖县水利局文件
临水〔2015〕12号
临湖县水利局关于加强河道管理的通知
各乡镇人民政府，县级有关单位：
为进一步加强河道管理，保障防洪安全，经研究，现就有关事项通知如下。
一、明确管理责任。各乡镇人民政府对辖区内河道管理负总责，应当逐级落实责任人，建立巡查台账，每月向县水利局报送情况。
二、开展专项整治。对侵占河道、违法采砂、倾倒垃圾等行为，会同有关部门联合查处，限期恢复原状。
三、加强监督检查。县水利局每季度组织抽查，结果予以通报，并作为年度考核的依据。
临湖县水利局
2015年3月7日
"""
REQUEST = """临湖县水利局文件
临水〔2015〕14号
临湖县水利局关于要求安排堤防修缮资金的请示
县人民政府：
今年汛期我县遭遇连续强降雨，青石镇、柳塘镇两处堤防出现渗漏，亟需修缮。经测算共需资金八十六万元，恳请县政府安排专项资金予以支持。
妥否，请批示。
临湖县水利局
2015年7月2日
"""


class Share:
    """A small share of files with a catalogue of the office that keeps it."""

    def __init__(self, folder: Path, dishu: Dishu) -> None:
        self.folder = folder / "files"
        self.catalogue = folder / "catalogue"
        self._dishu = dishu
        dishu("new", self.catalogue, "--office", "临湖县水利局")
        for name, role in (("王示例", "reviewer"), ("李复核", "approver")):
            dishu("people", "add", self.catalogue, name, "--role", role, "--by", "王示例")

    def write(self, path: str, text: str) -> None:
        """Write a text file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def take_in(self, *, is_grouped: bool = True) -> None:
        """Ingest, and group unless told otherwise."""
        assert self._dishu("ingest", self.catalogue, self.folder, "--workers", "1").status == 0
        if is_grouped:
            assert self._dishu("group", self.catalogue).status == 0

    def documents(self) -> dict[str, dict]:
        """The exported documents by the path of their master."""
        return {
            document["master"]: document
            for document in self._dishu("export", self.catalogue).json["documents"]
        }

    def decide(self, uuid: str) -> None:
        """Propose and approve an attribute."""
        self._dishu(
            "review", "decide", self.catalogue, uuid, "--attribute", "on_request", "--basis", "R-13/27",
            "--reason", "属内部往来", "--by", "王示例",
        )  # fmt: skip
        assert self._dishu("review", "approve", self.catalogue, uuid, "--by", "李复核").status == 0


@pytest.fixture
def share(tmp_path: Path, dishu: Dishu) -> Share:
    return Share(tmp_path, dishu)


def test_a_mark_on_the_issue_sheet_counts_for_the_item(share: Share) -> None:
    share.write("发文/临水〔2015〕12号.txt", NOTICE)
    share.write(
        "发文/临水〔2015〕12号（送审稿）.txt",
        NOTICE.replace("2015年3月7日", "2015年3月7日\n（此件依申请公开）"),
    )
    share.take_in()
    (document,) = share.documents().values()
    assert {file["role"] for file in document["files"]} == {"master", "draft"}
    assert document["disclosure_mark"] == "此件依申请公开"


def test_a_decision_stays_with_the_item_and_two_are_never_merged(share: Share, dishu: Dishu) -> None:
    share.write("发文/临水〔2015〕12号.txt", NOTICE)
    share.write("门户网站/河道.html", f"<html><body><pre>{NOTICE}</pre></body></html>")
    share.take_in(is_grouped=False)
    web = share.documents()["门户网站/河道.html"]
    share.decide(web["id"])
    share.take_in()
    (document,) = share.documents().values()
    assert (document["id"], document["disclosure_attribute"]) == (web["id"], "on_request")
    assert document["master"] == "发文/临水〔2015〕12号.txt"
    share.write("存档/河道.txt", NOTICE + "\n")
    share.take_in(is_grouped=False)
    copy = share.documents()["存档/河道.txt"]
    share.decide(copy["id"])
    again = dishu("group", share.catalogue, "--json").json
    assert (again["merged"], again["relations"]) == (0, 1)
    assert len(share.documents()) == 2
    assert dishu("merge", share.catalogue, copy["id"], web["id"], "--by", "王示例").status == 3


def test_show_tells_each_files_part_what_it_says_otherwise_and_what_hangs_together(
    share: Share, dishu: Dishu
) -> None:
    share.write("发文/临水〔2015〕12号.txt", NOTICE.replace("经研究", "根据临政发〔2014〕9号文件"))
    share.write("存档/河道.txt", NOTICE.replace("每季度", "每半年"))
    share.write(
        "发文/临水〔2016〕3号.txt",
        "临湖县水利局文件\n临水〔2016〕3号\n临湖县水利局关于废止文件的通知\n各乡镇人民政府：\n"
        "临水〔2015〕12号文件自本通知印发之日起废止。\n临湖县水利局\n2016年3月7日\n",
    )
    share.take_in()
    documents = share.documents()
    notice = documents["发文/临水〔2015〕12号.txt"]
    shown = dishu("show", share.catalogue, notice["id"], "--json").json
    roles = {member["role"]: member for member in shown["members"]}
    assert roles["master"]["changes"] is None
    assert {("每季度"[1:], "每半年"[1:])} <= {
        (change["was"], change["text"]) for change in roles["copy"]["changes"]
    }
    assert 0.8 < roles["copy"]["similarity"] < 1
    assert shown["cites"] == [{"kind": "basis", "document_number": "临政发〔2014〕9号", "document": None}]
    repealing = documents["发文/临水〔2016〕3号.txt"]["id"]
    assert shown["cited_by"] == [
        {"kind": "repealed", "document_number": "临水〔2016〕3号", "document": repealing}
    ]
    told = dishu("show", share.catalogue, notice["id"]).out
    assert "文件（副本）" in told
    assert "“季度”→“半年”" in told
    assert "被废止：临水〔2016〕3号" in told


def test_a_changed_copy_stays_in_its_item(share: Share) -> None:
    share.write("发文/临水〔2015〕12号.txt", NOTICE)
    share.write("存档/河道.txt", NOTICE + "\n")
    share.take_in()
    (before,) = share.documents().values()
    share.write("存档/河道.txt", REQUEST.replace("临水〔2015〕14号\n", ""))
    share.take_in()
    (after,) = share.documents().values()
    assert after["id"] == before["id"]
    assert [file["role"] for file in after["files"]].count("master") == 1


def test_a_search_counts_items_once(share: Share, dishu: Dishu) -> None:
    share.write("发文/临水〔2015〕12号.txt", NOTICE)
    share.write("存档/河道.txt", NOTICE.replace("县级有关单位", "县级有关部门"))
    share.take_in()
    assert dishu("search", share.catalogue, "河道", "--json").json["count"] == 2
    assert dishu("search", share.catalogue, "河道", "--group", "--json").json["count"] == 1


def test_a_person_s_correction_moves_with_the_file(share: Share, dishu: Dishu) -> None:
    share.write("发文/临水〔2015〕12号.txt", NOTICE)
    share.write("存档/河道.txt", NOTICE + "\n")
    share.take_in(is_grouped=False)
    for document in share.documents().values():
        if document["master"].startswith("存档"):
            dishu("correct", share.catalogue, document["id"], "genre", "通告", "--by", "王示例")
    share.take_in()
    (document,) = share.documents().values()
    assert document["genre"] == "通告"


def test_a_missing_number_is_explained_once_and_for_all(share: Share, dishu: Dishu) -> None:
    share.write("发文/2.txt", NOTICE.replace("12号", "2号"))
    share.write("发文/4.txt", REQUEST.replace("14号", "4号"))
    share.take_in()
    explained = ("gaps", "explain", share.catalogue, "临水〔2015〕3号", "临水[2015]1号")
    assert dishu(*explained, "--reason", "void", "--by", "王示例").status == 0
    found = dishu("gaps", share.catalogue, "--json").json
    (gap,) = found["gaps"]
    assert gap["numbers"] == [1, 3]
    assert {(one["number"], one["reason"], one["by"]) for one in gap["explained"]} == {
        (1, "void", "王示例"), (3, "void", "王示例"),
    }  # fmt: skip
    period = next(part for part in found["coverage"] if part["period"] == "2008-2015")
    assert (period["documents"], period["missing"], period["explained"]) == (2, 2, 2)
    assert 2014 in period["empty_years"]
    assert 2015 not in period["empty_years"]
    said = dishu("gaps", share.catalogue).out
    assert "3（作废）" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("临水〔2015〕3号", "--reason", "other", "--by", "王示例"),
        ("没有号", "--reason", "void", "--by", "王示例"),
        ("临水〔2015〕3号", "--reason", "void"),
        ("--reason", "void", "--by", "王示例"),
    ],
)
def test_an_explanation_needs_number_reason_and_name(
    share: Share, dishu: Dishu, arguments: tuple[str, ...]
) -> None:
    assert dishu("gaps", "explain", share.catalogue, *arguments).status == 2


def test_numbers_cited_and_not_held_are_listed(share: Share, dishu: Dishu) -> None:
    share.write(
        "发文/1.txt",
        NOTICE.replace(
            "经研究", "根据《示例省河道条例实施意见》（示政发〔2013〕40号）和临水〔2014〕9号文件精神"
        ),
    )
    share.take_in()
    (document,) = share.documents().values()
    cited = {
        one["document_number"]: one for one in dishu("gaps", share.catalogue, "--json").json["cited_not_held"]
    }
    assert cited["示政发〔2013〕40号"]["cited_by"] == [document["id"]]
    assert not cited["示政发〔2013〕40号"]["is_ours"]
    assert cited["临水〔2014〕9号"]["is_ours"]
