"""Persons whom the law protects most: minors, patients, whistle-blowers, those who receive relief.

A subject counts only next to a person's name or number, or over a roster; policies about such groups
name them without naming anybody (个人信息保护法 art. 28; 未成年人保护法 art. 103).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Subject:
    """``reach``: how far in front of a person a word counts, in characters; ``reach_roster`` the same
    in front of a list, ``behind`` behind a person.
    """

    kind: str
    words: re.Pattern[str]
    reach: int = 60
    reach_roster: int = 200
    behind: int = 30


_SUBJECTS = (
    _Subject(
        "minor",
        re.compile("未成年人|学籍号|监护人|学生姓名|幼儿姓名|儿童姓名|留守儿童|孤儿|困境儿童|事实无人抚养"),
    ),
    _Subject(
        "medical",
        re.compile(
            "病历|住院号|门诊号|诊断证明|主诉|既往史|检验报告单|处方|确诊|疾病诊断|诊断为|残疾等级|残疾类别|患者|病种|密切接触者"
        ),
    ),
    _Subject(
        "whistle_blower",
        re.compile(
            "(?:举报人|检举人|控告人|匿名信|来信人|投诉人|信访人|上访人|来访人)(?!的|及其|身份|信息|权益|合法|应当|可以)"
        ),
        reach=16,
        reach_roster=0,
        behind=0,
    ),
    _Subject(
        "relief_recipient",
        re.compile(
            "低保|最低生活保障|特困|五保|临时救助|医疗救助|残疾人?(?:两项)?补贴|困难学生|助学金|贫困生|住房保障|廉租|公租房|经济适用房|"
            "危房改造|优抚|抚恤|退役军人|独生子女|计生|高龄津贴|征地补偿|拆迁补偿|社区矫正|戒毒|吸毒|精神障碍|艾滋|困难家庭|慰问对象"
        ),
    ),
)
_LONGEST_LOOK_INTO_ROSTER = 2000
_CONTACT = re.compile("联系|咨询|经办|热线|传真")


def find_subjects(source: Source, persons: Sequence[Finding]) -> Iterator[Finding]:
    """At most one finding of each kind for each neighbourhood of a person; contact persons of an
    office are nobody's subject.
    """
    near = [one for one in persons if one.kind in _PERSONS and not _is_contact(source, one)]
    yield from _young(source, near)
    for subject in _SUBJECTS:
        yield from _near_persons(source, subject, near)


def _is_contact(source: Source, person: Finding) -> bool:
    reach = {"person_name": 8, "mobile_phone": 18}.get(person.kind)
    return reach is not None and _CONTACT.search(source.before(person.start, reach)) is not None


def _near_persons(source: Source, subject: _Subject, persons: Sequence[Finding]) -> Iterator[Finding]:
    reached = -1
    for person in persons:
        is_roster = person.kind == "roster"
        start = max(0, person.start - (subject.reach_roster if is_roster else subject.reach), reached)
        length = min(person.end - person.start, _LONGEST_LOOK_INTO_ROSTER)
        match = subject.words.search(
            source.folded, start, person.start + length + (0 if is_roster else subject.behind)
        )
        if match is not None:
            reached = match.end()
            yield source.finding(subject.kind, match.start(), match.end(), 0.75, "与个人信息相邻")


def _young(source: Source, persons: Sequence[Finding]) -> Iterator[Finding]:
    """Identity numbers of persons who were minors when the document was made."""
    for finding in persons:
        if finding.kind != "resident_id" or source.year is None:
            continue
        digits = re.sub("[^0-9x]", "", source.folded[finding.start : finding.end])
        birthday = born_on(digits) if len(digits) == 18 else None
        if birthday is not None and 0 <= age_on(birthday, date(source.year, 12, 31)) < AGE_OF_MAJORITY:
            yield source.finding("minor", finding.start, finding.end, 0.9, "按证号计算未满18周岁")
