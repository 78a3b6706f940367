"""Words that say what a document is: drafts, case files, internal and commercial papers (条例 711 art. 14-16).

A word counts as a title, a form's heading or a mark, never in running text: rules about case files
are not case files.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from app.classify.personal_information.source import Source
from app.domain.disclosure import Finding
from app.inventory.secrecy import find_restricted_marks

HEAD_LINES = 12
_LONGEST_HEADING = 40
_LONGEST_MARKED_LINE = 400
_SPREAD = re.compile(r"(?<=\S)[ \u3000]{1,4}(?=\S)")

_STAGE = "征求意见稿|讨论稿|送审稿|审议稿|汇报稿|修改稿|未定稿|过程稿|草案|草稿|初稿|内部讨论稿|审议草案|代拟稿|报审稿|会签稿|第?[一二三四五六七八九十]稿"
_DRAFT = re.compile(
    rf"〔(?:{_STAGE})[^〕\n]{{0,6}}〕|(?:{_STAGE})[ \t]{{0,3}}$|"
    r"^\s{0,6}(?:讨论记录|会议记录|签报|呈批件|呈报件|办文单|会签单|拟稿纸|发文稿纸|会办意见|复核意见|征求意见函)\s{0,4}$|"
    r"关于.{2,40}(?:征求意见的函|征求.{0,12}意见的函|会签的函|协商的函|商请.{0,30}的函)"
)
_PUBLIC_CONSULTATION = re.compile(
    "公开征求|公开征集|向社会.{0,6}征(?:求|集)|征求.{0,8}(?:社会|公众)|征(?:求|集)意见的?(?:公告|公示|启事)|意见征集|听证(?:会)?公告|广泛征求社会"
)
_CASE = re.compile(
    r"^.{0,12}(?:立案审批表|立案呈批表|案件来源登记表|询问笔录|讯问笔录|调查笔录|现场检查笔录|现场勘验笔录|现场笔录|勘验笔录|案件调查终结报告|调查终结报告|案件审核表|"
    r"案件审核意见书?|行政处罚(?:事先)?告知书|行政处罚决定审批表|陈述申辩笔录|陈述申辩书|听证笔录|送达回证|卷内目录|执法案卷|结案审批表|结案报告|证据先行登记保存.{0,6}|案件讨论记录|重大案件集体讨论记录)\s{0,4}$"
)
_COMMERCIAL = re.compile(
    r"^[\s〔★▲*]{0,6}(?:商业秘密|商业机密|核心商密|普通商密|技术秘密|confidential(?![a-z]))[\s〕★▲*:]{0,6}.{0,8}$|"
    r"(?:本|该|此)(?:件|文|报告|材料|方案|合同|协议|附件|表|部分|数据|资料).{0,8}(?:涉及|含有|包含|属于|系|为).{0,8}(?:商业秘密|技术秘密|商业机密)(?!的)|涉及我(?:公司|司|单位|厂).{0,4}商业秘密"
)
_COMMERCIAL_HEADING = re.compile(
    r"^.{0,20}(?:报价明细表?|成本构成表?|工艺参数表?|配方表?|客户名单|评估底价|标底|投标报价(?:表|书|明细)|尽职调查报告|保密协议书?)\s{0,4}$"
)
_THIRD_PARTY = re.compile(
    r"^.{0,20}(?:第三方意见征询(?:书|函|单)|征求第三方意见(?:通知)?(?:书|函|告知书)|第三方意见(?:书|反馈表|回复))\s{0,4}$|第三方.{0,20}不同意公开|不同意公开.{0,10}(?:上述|该|以上|本).{0,10}信息"
)
_SECURITY = re.compile(
    r"^.{0,40}(?:安全保卫(?:工作)?方案|安保(?:工作)?方案|警卫(?:工作)?方案|反恐.{0,12}(?:预案|方案)|维稳(?:工作)?(?:方案|预案)|值班电话表|应急值守电话表|监控点位.{0,6}|安防.{0,10}(?:方案|点位表)|网络安全.{0,10}(?:漏洞|隐患).{0,10})(?:〔[^〕]{0,10}〕)?(?:的通知)?\s{0,4}$"
)
_PERSONNEL = re.compile(
    r"^.{0,30}(?:干部考察材料|考察材料|考察报告|民主测评(?:表|结果).{0,6}|干部档案.{0,8}|个人述职.{0,8}|述职述廉报告|年度考核(?:登记表|结果).{0,10}|评分(?:汇总)?表|政审(?:表|材料).{0,6}|档案审核表|个人有关事项.{0,10})\s{0,4}$"
)
_MARKERS = (
    ("commercial_secret", re.compile("商业秘密|商业机密|商密|技术秘密|confidential"), _COMMERCIAL),
    ("third_party_consultation", re.compile("第三方|不同意公开"), _THIRD_PARTY),
)
"""With words that every mark of the kind has, so that only their lines are looked at."""
_HEADINGS = (
    ("case_file", _CASE),
    ("commercial_secret", _COMMERCIAL_HEADING),
    ("security_plan", _SECURITY),
    ("personnel_matter", _PERSONNEL),
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line of the head at ``start``; ``joined`` without the blanks that spread its characters."""

    start: int
    words: str
    joined: str

    @classmethod
    def of(cls, start: int, line: str) -> Self:
        words = line.strip()
        return cls(start + len(line) - len(line.lstrip()), words, _SPREAD.sub("", words))


def find_markers(source: Source) -> Iterator[Finding]:
    """Marks and headings; of one kind in the head of a document only the first."""
    head = [_Heading.of(start, line) for start, line in _head(source.folded) if _is_short(line)]
    yield from _drafts(source, head)
    for kind, pattern in _HEADINGS:
        yield from _first(source, kind, pattern, head)
    for kind, words, pattern in _MARKERS:
        yield from _marks(source, kind, words, pattern)
    for mark in find_restricted_marks(source.text, source.folded):
        yield source.finding("internal_mark", mark.start, mark.end, 0.9, "标注")


def _head(folded: str) -> Iterator[tuple[int, str]]:
    """The first lines that are not blank, each with where it begins; a title's lines also joined."""
    start, count = 0, 0
    for line in folded[:4000].split("\n"):
        if line.strip():
            yield start, line
            count += 1
        if count == HEAD_LINES:
            return
        start += len(line) + 1


def _is_short(line: str) -> bool:
    return len(line.strip()) <= 2 * _LONGEST_HEADING


def _first(
    source: Source, kind: str, pattern: re.Pattern[str], head: Sequence[_Heading]
) -> Iterator[Finding]:
    for heading in head:
        if pattern.match(heading.joined) or pattern.match(heading.words):
            yield source.finding(kind, heading.start, heading.start + len(heading.words), 0.8, "标题")
            return


def _drafts(source: Source, head: Sequence[_Heading]) -> Iterator[Finding]:
    """Stage words in the title, unless the draft is put before the public (决策公开, art. 19)."""
    for heading in head:
        match = _DRAFT.search(heading.words)
        if match is not None:
            if not _PUBLIC_CONSULTATION.search(source.folded[:1500]):
                start = heading.start
                yield source.finding(
                    "process_draft", start + match.start(), start + match.end(), 0.85, "标题"
                )
            return


def _marks(source: Source, kind: str, words: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[Finding]:
    folded, done = source.folded, 0
    for word in words.finditer(folded):
        if word.start() < done:
            continue
        start = folded.rfind("\n", 0, word.start()) + 1
        done = _line_end(folded, start)
        match = pattern.search(folded[start:done]) if done - start <= _LONGEST_MARKED_LINE else None
        if match is not None:
            yield source.finding(kind, start + match.start(), start + match.end(), 0.7, "标注")


def _line_end(folded: str, start: int) -> int:
    end = folded.find("\n", start)
    return len(folded) if end < 0 else end
