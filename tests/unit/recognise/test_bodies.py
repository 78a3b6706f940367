"""Names of issuing bodies: what looks like one, and where several stand in one line."""

import pytest

from app.inventory.recognise.bodies import join_branches, split_bodies, split_glued
from app.inventory.recognise.glued import names_at_end
from app.inventory.recognise.shapes import looks_like_body

KNOWN = {"示例部", "财务部", "示例总局"}


@pytest.mark.parametrize(
    "name",
    [
        "临湖县人民政府",
        "临湖县人民政府办公室",
        "中共临湖县委宣传部",
        "临湖县水利局〔临湖县河长制办公室〕",
        "江南市规划和自然资源局",
        "将乐县人民政府",
        "临湖县防汛抗旱指挥部",
        "临湖县调查队",
        "临湖海关",
        "临湖县城市建设投资集团有限公司",
        "应对突发的传染病疫情防控指挥部",
    ],
)
def test_knows_the_shape_of_a_name(name: str) -> None:
    assert looks_like_body(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "局",
        "张三",
        "县长张三",
        "请各单位",
        "完成任务的部",
        "一、办公室",
        "附件办公室",
        "2020年3月",
        "同意设立办公室",
        "根据省厅",
        "《办法》办",
    ],
)
def test_takes_no_other_words_for_a_name(text: str) -> None:
    assert not looks_like_body(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("临湖县人民政府", ["临湖县人民政府"]),
        ("国 务 院", ["国 务 院"]),
        ("临湖县教育局    临湖县财政局", ["临湖县教育局", "临湖县财政局"]),
        ("教 育 局  财 政 局", ["教 育 局", "财 政 局"]),
        ("临湖县人民政府 办公室", ["临湖县人民政府 办公室"]),
        ("临湖县 人民政府", ["临湖县 人民政府"]),
    ],
)
def test_divides_a_line_of_names(line: str, names: list[str]) -> None:
    places = split_bodies(line)
    assert places is not None
    assert [line[start:end] for start, end in places] == names


@pytest.mark.parametrize("line", ["", "张三  李四", "临湖县教育局 张三", "请按时报送办公室。"])
def test_a_line_with_anything_else_is_none_of_names(line: str) -> None:
    assert split_bodies(line) is None


@pytest.mark.parametrize(
    ("glued", "names"),
    [
        ("临湖县教育局临湖县财政局", ["临湖县教育局", "临湖县财政局"]),
        ("中共临湖县委办公室临湖县人民政府办公室", ["中共临湖县委办公室", "临湖县人民政府办公室"]),
        ("临湖县财政局国家税务总局临湖县税务局", ["临湖县财政局", "国家税务总局临湖县税务局"]),
        ("示例部财务部示例总局", ["示例部", "财务部", "示例总局"]),
        ("国家税务总局临湖县税务局", ["国家税务总局临湖县税务局"]),
        ("临湖县人民政府", ["临湖县人民政府"]),
        ("江南市人民政府驻江南市办事处", ["江南市人民政府驻江南市办事处"]),
    ],
)
def test_divides_names_printed_without_a_blank(glued: str, names: list[str]) -> None:
    assert split_glued(glued, KNOWN) == names


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["国家税务总局", "江南市税务局"], ("国家税务总局江南市税务局",)),
        (
            ["临湖县财政局", "国家金融监督管理总局", "江南监管分局"],
            ("临湖县财政局", "国家金融监督管理总局江南监管分局"),
        ),
        (["国家税务总局", "中国人民银行"], ("国家税务总局", "中国人民银行")),
        (["临湖县财政局", "江南市税务局"], ("临湖县财政局", "江南市税务局")),
    ],
)
def test_a_branch_belongs_to_the_body_of_the_state_in_front_of_it(
    names: list[str], joined: tuple[str, ...]
) -> None:
    assert join_branches(names) == joined


def test_a_known_name_inside_a_longer_one_begins_nothing() -> None:
    assert names_at_end("临湖县统计局", {"统计局"}) == ()
    assert names_at_end("意见书统计局", {"统计局"}) == ((3, 6),)
