"""The authority list: full names at a date, local endings, reforms, and lists a customer broke."""

import pytest

from app.errors import AppError
from app.inventory.recognise.authority import authority, read_authority


@pytest.mark.parametrize(
    ("printed", "dated", "place", "full"),
    [
        ("发展改革委", "2019-01-01", "", "国家发展和改革委员会"),
        ("国家计委", "1997-05-01", "", "国家计划委员会"),
        ("国家计委", "2001-05", "", "国家发展计划委员会"),
        ("广电总局", "2010", "", "国家广播电影电视总局"),
        ("广电总局", "2020", "", "国家广播电视总局"),
        ("环保部", "2010-01-01", "", "环境保护部"),
        ("省教育厅", "", "示例省", "示例省教育厅"),
        ("县发改局", "", "临湖县", "临湖县发展和改革局"),
        ("市府办", "", "江南市", "江南市人民政府办公室"),
        ("临湖县政府办公室", "", "", "临湖县人民政府办公室"),
        ("临湖县人民政府", "", "", "临湖县人民政府"),
        ("临湖县养蜂协会", "2019", "", "临湖县养蜂协会"),
    ],
)
def test_names_a_body_in_full_at_its_time(printed: str, dated: str, place: str, full: str) -> None:
    assert authority().full_name(printed, dated, place) == full


@pytest.mark.parametrize(
    ("former", "successors"),
    [
        ("卫生部", ("国家卫生健康委员会",)),
        ("临湖县国土资源局", ("临湖县自然资源和规划局",)),
        ("临湖县大数据发展管理局", ("临湖县数据局",)),
        ("临湖县人民政府", ()),
    ],
)
def test_knows_who_took_the_place_of_a_former_body(former: str, successors: tuple[str, ...]) -> None:
    assert authority().successors(former) == successors


def test_a_series_names_its_body_only_where_one_body_uses_it() -> None:
    assert authority().body_of_series("国办发") == "国务院办公厅"
    assert authority().body_of_series("余政") is None


def test_every_successor_of_the_state_list_is_on_it_or_still_to_come() -> None:
    known = authority()
    names = {body.name for bodies in known.by_name.values() for body in bodies}
    missing = {s for bodies in known.by_name.values() for b in bodies for s in b.successors} - names
    assert missing <= {"国家新闻出版署"}


def test_a_customers_list_adds_to_the_shipped_ones(tmp_path) -> None:
    (tmp_path / "a.toml").write_text('[[body]]\nname = "临湖县人民政府"\nabbreviations = ["县府"]\n', "utf-8")
    (tmp_path / "b.toml").write_text('[series]\n"临政发" = "临湖县人民政府"\n', "utf-8")
    known = read_authority(tmp_path)
    assert known.full_name("县府") == "临湖县人民政府"
    assert known.body_of_series("临政发") == "临湖县人民政府"


@pytest.mark.parametrize(
    "content", ["[[body]\n", '[[body]]\ntitle = "临湖县"\n', '[[succession]]\nold = "甲"\n']
)
def test_a_broken_list_names_the_file(tmp_path, content: str) -> None:
    (tmp_path / "mine.toml").write_text(content, "utf-8")
    with pytest.raises(AppError, match=r"mine\.toml"):
        read_authority(tmp_path)
