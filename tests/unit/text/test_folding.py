"""Folding: equal length, at rest after one step, and what is taken for the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.folding import PHRASES, fold, fold_each


@pytest.mark.parametrize(
    ("printed", "usual"),
    [
        ("临政办发［２０２０］１６号", "临政办发〔2020〕16号"),
        ("临政办发【2020】16號", "临政办发〔2020〕16号"),
        ("临政办发﹝2020﹞16号", "临政办发(2020)16号"),
        ("臨湖縣人民政府關於開展檔案工作的通知", "临湖县人民政府关于开展档案工作的通知"),
        ("裏 裡 綫 線 羣 衆 爲 祕", "里 里 线 线 群 众 为 秘"),
        ("計畫、規畫與答覆", "计划、规划与答复"),
        ("計劃", "计划"),
        ("覆盖率", "覆盖率"),
        ("⻓江⼤桥、⻢⻋", "长江大桥、马车"),
        ("二○○五年", "二零零五年"),
        ("二OO五年", "二〇〇五年"),
        ("二〇二О年", "二〇二〇年"),
        ("ＡＢＣ", "abc"),
        ("张·李", "张•李"),
        ("—–－", "---"),
        ("“三农”", '"三农"'),
        ("汚染、氷冻", "污染、冰冻"),
        ("著手", "着手"),
    ],
)
def test_two_spellings_fold_to_one(printed: str, usual: str) -> None:
    assert fold(printed) == fold(usual)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《通知》", "〔通知〕"),
        ("曰", "日"),
        ("2O05", "2005"),
        ("画", "划"),
        ("已", "己"),
        ("么", "幺"),
        ("著", "着"),
    ],
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_every_character_folds_to_one_character_at_rest() -> None:
    wrong = [
        code for code in range(0x110000) if len(folded := fold(chr(code))) != 1 or fold(folded) != folded
    ]
    assert wrong == []


def test_phrases_are_at_rest_and_keep_their_length() -> None:
    for printed, usual in PHRASES:
        assert len(printed) == len(usual)
        assert fold(printed) == usual


@given(st.text())
def test_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.lists(st.text(st.sampled_from("二oО年著手ＡＢ（\0\ud840\udc00𠮷\U0002f800、")), max_size=6))
def test_several_texts_together_fold_as_each_does_alone(texts: list[str]) -> None:
    assert fold_each(texts) == [fold(text) for text in texts]


@given(st.text(), st.sampled_from(["、", "\U0002f800", "\ud840", "\u3fb7"]))
def test_a_long_text_folds_as_its_beginning_does_alone(text: str, sign: str) -> None:
    long = text + "。" + sign * 500 + "ＡＢＣ"
    assert fold(long).startswith(fold(text + "。"))
    assert fold(long).endswith("abc")
    assert len(fold(long)) == len(long)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("二o", "二o"),
        ("二oo五", "二〇〇五"),
        ("二ooo五", "二ooo五"),
        ("二οо五ο年", "二〇〇五〇年"),
        ("反覆覆函", "反复复函"),
        ("答覆蓋", "答复盖"),
        ("著手按著", "着手按着"),
        ("甚么甚至", "什么甚至"),
    ],
)
@pytest.mark.parametrize("behind", ["", "。" * 500])
def test_letters_and_phrases_change_only_where_their_neighbours_say_so(
    printed: str, folded: str, behind: str
) -> None:
    assert fold(printed + behind) == folded + behind
