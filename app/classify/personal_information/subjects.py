"""Persons whom the law protects most: minors, patients, whistle-blowers, those who receive relief.

A subject counts only next to a person's name or number, or over a roster; policies about such groups
name them without naming anybody (个人信息保护法 art. 28; 未成年人保护法 art. 103).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from app.classify.personal_information.numbers import age_on, born_on
from app.classify.personal_information.source import Source
from app.domain.disclosure import Finding

AGE_OF_MAJORITY = 18
_PERSONS = frozenset(
    {
        "person_name",
        "resident_id",
        "masked_resident_id",
        "mobile_phone",
        "masked_mobile_phone",
        "student_number",
        "medical_record_number",
        "roster",
    }
)
_SUBJECTS = (
    (
        "minor",
        re.compile("未成年人|学籍号|监护人|学生姓名|幼儿姓名|儿童姓名|留守儿童|孤儿|困境儿童|事实无人抚养"),
    ),
    (
        "medical",
        re.compile(
            "病历|住院号|门诊号|诊断证明|主诉|既往史|检验报告单|处方|确诊|疾病诊断|诊断为|残疾等级|残疾类别|患者|病种|密切接触者"
        ),
    ),
    ("whistle_blower", re.compile("举报人|检举人|控告人|匿名信|来信人|投诉人|信访人|上访人|来访人")),
    (
        "relief_recipient",
        re.compile(
            "低保|最低生活保障|特困|五保|临时救助|医疗救助|残疾人?(?:两项)?补贴|困难学生|助学金|贫困生|住房保障|廉租|公租房|经济适用房|"
            "危房改造|优抚|抚恤|退役军人|独生子女|计生|高龄津贴|征地补偿|拆迁补偿|社区矫正|戒毒|吸毒|精神障碍|艾滋|困难家庭|慰问对象"
        ),
    ),
)
_NEAR = 60
_NEAR_ROSTER = 200


def find_subjects(source: Source, persons: Sequence[Finding]) -> Iterator[Finding]:
    """At most one finding of each kind for each neighbourhood of a person."""
    near = [finding for finding in persons if finding.kind in _PERSONS]
    yield from _young(source, near)
    for kind, words in _SUBJECTS:
        yield from _near_persons(source, kind, words, near)


def _near_persons(
    source: Source, kind: str, words: re.Pattern[str], persons: Sequence[Finding]
) -> Iterator[Finding]:
    reached = -1
    for person in persons:
        reach = _NEAR_ROSTER if person.kind == "roster" else _NEAR
        start = max(0, person.start - reach, reached)
        stop = min(person.end, person.start + 2000) if person.kind == "roster" else person.end + _NEAR // 2
        match = words.search(source.folded, start, stop)
        if match is not None:
            reached = match.end()
            yield source.finding(kind, match.start(), match.end(), 0.75, "与个人信息相邻")


def _young(source: Source, persons: Sequence[Finding]) -> Iterator[Finding]:
    """Identity numbers of persons who were minors when the document was made."""
    for finding in persons:
        if finding.kind != "resident_id" or source.year is None:
            continue
        digits = re.sub("[^0-9x]", "", source.folded[finding.start : finding.end])
        birthday = born_on(digits) if len(digits) == 18 else None
        if birthday is not None and 0 <= age_on(birthday, date(source.year, 12, 31)) < AGE_OF_MAJORITY:
            yield source.finding("minor", finding.start, finding.end, 0.9, "按证号计算未满18周岁")
