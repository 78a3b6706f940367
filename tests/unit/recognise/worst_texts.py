"""What a megabyte can be made of that asks most of recognition: nothing but one thing again and again."""

from app.text.dates import find_dates
from app.text.document_number import find_numbers

WORST = {
    "blanks": " ",
    "line ends": "\n",
    "one character": "国",
    "opening brackets": "〔",
    "years in brackets": "〔2020〕",
    "numbers": "国发〔2020〕1号",
    "dates": "2020年3月7日",
    "dates behind blanks": "2020年3月7日    ",
    "signatures": "。临湖县人民政府2020年3月7日",
    "signature lines": "临湖县人民政府\n2020年3月7日\n",
    "names": "人民政府 ",
    "spread names": "财 政 部 ",
    "marks": "公开属性：主动公开 ",
    "boxes": "□主动公开 ",
    "addressees": "各县人民政府，\n",
    "titles": "关于印发《\n",
    "labels": "发文字号：\n",
    "sheets": "来文单位：某某 收文日期： 拟办意见 ",
    "copies": "抄送：\n",
    "sessions": "〔13届〕",
    "orders": "人民政府令第1号",
    "digits": "1",
    "glued names": "国务院办公厅教育部2020年3月7日",
    "names without a date": "国务院浙江省教育厅",
    "annexes": "附件:1.春耕办法2020年3月7日",
    "annex lines": "附件\n附件1\n",
    "lost brackets": "国发〔2020",
    "heads": "临湖县人民政府文件\n临政〔2020〕1号\n",
    "wrapped lines": "为做好春耕工作请各镇认真落实春耕工\n",
    "imprint labels": "抄送:内部发送:主送:",
    "published regulations": "《示例办法》已经通过，现予公布。",
    "title marks": "《",
    "purposes": "。国务院2020年3月7日为",
    "persons": "。省长李四2020年3月7日",
    "seals": "临湖县财政局（盖章）",
    "urgencies": "特急    000012 ",
    "cells": "公开方式\t主动公开\t",
    "news": "新华社北京3月8日电全文如下",
    "notes inside a line": "。〔此件公开",
    "names that a line end breaks": "临湖县自然资源和\n规划局\n2020年3月7日\n",
    "serials": "第8号《",
    "orders named by their number": "临湖县人民政府第8号令\n",
    "terms of validity": "有效期自",
    "labels on lines of their own": "索引号\n",
    "citations": "第一条 根据2020年3月7日国发〔2020〕1号，废止。\n",
}
"""For the recogniser of a whole document."""

MATCHES = {
    "numbers": (find_numbers, "国发〔2020〕1号"),
    "numbers without a code": (find_numbers, "〔2020〕1号"),
    "numbers with a lost bracket": (find_numbers, "发2020〕1号"),
    "numbers with a word in front": (find_numbers, "字〔2020〕字第1号"),
    "orders": (find_numbers, "人民政府令第1号"),
    "announcements": (find_numbers, "公告2019年第3号"),
    "dates": (find_dates, "2020年3月7日"),
    "dates without a day": (find_dates, "2020年3月"),
    "dates in Chinese numerals": (find_dates, "二○二○年三月七日"),
}
"""For what finds every number or date of a text; a unit is one match."""


def repeated(unit: str, length: int) -> str:
    """A text of this many characters."""
    return (unit * (length // len(unit) + 1))[:length]
