"""Finding and guarding cost what a text of its length costs, whatever the text is made of."""

import pytest

from app.classify.personal_information import find
from app.domain.source import Extraction, FileFormat
from app.inventory.secrecy import examine_extraction, examine_name, find_restricted_marks
from tests.pace import assert_linear, cpu_seconds

WHOLE = 1_000_000
MOST_SECONDS = 1.0
DENSE_SHARE = 8
"""A text of nothing but findings, which no office holds, is tried at an eighth of the length."""

BARREN = {
    "blanks": " ",
    "line ends": "\n",
    "tabs": "\t",
    "wide blanks": "\u3000",
    "one character": "国",
    "digits": "1",
    "wide digits": "１",
    "masking signs": "*",
    "brackets": "〔",
    "commas": ",",
    "dots": "1.",
    "signs of mail": "@",
    "broken mail addresses": "a.a-",
    "letters": "a0",
    "masked halves": "1***",
    "country codes": "+86",
    "area codes": "〔0570〕",
    "links": "www.",
    "labels": "姓名",
    "spread labels": "姓 名 ",
    "labels of homes": "住址:",
    "houses without a room": "路1号",
    "rooms without a house": "室12",
    "places": "村3组21号",
    "plates": "浙A",
    "certificates": "浙〔2020〕",
    "passwords": "密码:",
    "account labels": "账号:",
    "commercial words": "商业秘密",
    "third parties": "第三方",
    "levels": "绝密机密",
    "notes": "〔此件",
    "internal words": "内部 ",
    "births": ",1962年",
    "years and digits": "19901 ",
    "masked digits": "1*",
    "letters and dots": "aaaa.",
    "names of mail": "a@",
    "area codes of nobody": "0570-",
    "empty rows": " \n",
    "opened notes": "（此件",
    "headers with nothing below": "联系人\n",
    "digits apart": "1 ",
    "digits in cells": "3\t3\t0\t1\t",
}
DENSE = {
    "telephones": "13900001234,",
    "numbers in groups": "330199 19620304 1232 ",
    "labelled names": "申请人陆大山、俞小河",
    "addresses": ",住望湖村3组",
    "headers": "姓名\t身份证号\n",
    "rows": "姓名\t住址\n陆大山\t望湖村3组\n",
    "stacked headers": "姓名\n",
    "stacked labels": "姓名\n身份证号\n",
    "empty labels": "姓名：",
    "contacts": "联系人：陆大山；",
    "homes": "住址：临湖县东湖路1号2幢3室，",
    "short accounts": "账号：1 ",
    "short passwords": "密码：a ",
    "stacked rows": "姓名\n身份证号\n陆大山\n330199196203041232\n",
    "vehicles": "浙A12345",
    "subjects": "学生姓名陆大山未成年人",
    "forms": "申请人陆大山,身份证号330199196203041232,住望湖村3组21号,电话13900001234。\n",
}


def _gate(text):
    examine_extraction(Extraction(FileFormat.TXT, None, text))
    list(find_restricted_marks(text))
    examine_name(text)


def _hold(work, unit, length):
    def cost(size):
        text = (unit * size)[:size]
        return cpu_seconds(lambda: work(text))

    assert_linear(cost, length, MOST_SECONDS)


@pytest.mark.parametrize("unit", BARREN.values(), ids=BARREN)
def test_a_megabyte_in_which_hardly_anything_is_found(unit):
    _hold(find, unit, WHOLE)


@pytest.mark.parametrize("unit", DENSE.values(), ids=DENSE)
def test_a_text_of_nothing_but_findings(unit):
    _hold(find, unit, WHOLE // DENSE_SHARE)


def test_a_cell_of_an_address_that_is_nothing_but_digits():
    _hold(lambda digits: find(f"姓名\t住址\n陆大山\t{digits}"), "1", WHOLE)


@pytest.mark.parametrize(
    "unit", ["机密★", "密级\t秘密\n", "机密\n", "〔此件", "内部资料 ", "绝 密 ", "密级：□绝密 ", "　"]
)
def test_the_gate(unit):
    _hold(_gate, unit, WHOLE)
