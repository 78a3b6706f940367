"""Telephone numbers and addresses of mail boxes."""

import re
from collections.abc import Iterator

from app.classify.personal_information.source import Source
from app.domain.disclosure import Finding

_MOBILE = re.compile(
    r"[1〔+8](?<![0-9a-z_.*].)(?:(?<=1)|(?:(?<=8)6|(?<=\+)86|(?<=〔)\+?86)〕?[ \-]?1)[3-9][0-9]"
    r"(?:[0-9]{8}|(?:[ \-.\u3000][0-9]{4}){2}|[ \-][0-9]{8}|\n[0-9]{8})(?![0-9a-z_*])"
)
_SPREAD_MOBILE = re.compile(r"1(?<![0-9a-z_.*].)(?:[ \u3000\t][0-9]){10}(?![ \u3000\t]?[0-9a-z_*])")
"""One digit a box, as on forms; only behind a label."""
_MOBILE_RANGES = re.compile("1(?:3[0-9]|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9])")
_LANDLINE = re.compile(
    r"[0〔+8](?<![0-9a-z_.*].)(?:(?:(?<=〔)|(?:(?<=8)6|(?<=\+)86)-〔)0[0-9]{2,3}〕[ \-]?|(?<=0)(?:10|2[0-9]|[3-9][0-9]{2})[ \-]{0,3})"
    r"[2-8][0-9]{2,3}[ \-]?[0-9]{4}(?:(?:-|转|ext\.?)[0-9]{1,6})?(?![0-9a-z_*])"
)
_LOCAL = re.compile(
    r"(?:电话|座机|传真|电话号码|tel)[〔〕a-z]{0,6}[:\s]{1,4}(?P<number>[2-8][0-9]{3}[ \-]?[0-9]{3,4})(?![0-9a-z_*\-.])"
)
_MASKED_MOBILE = re.compile(
    r"(?<![0-9a-z*])1[3-9][0-9](?:[ \-]?[*●×╳█■]{3,8}[ \-]?[0-9]{2,5}|[ \-]?x{4}[ \-]?[0-9]{4}|[0-9]{4,5}x{3,4}|[0-9]{1,5}[*●×╳█■]{3,7}[0-9]{0,4})(?![0-9a-z*])"
)
_MASKED_LANDLINE = re.compile(r"(?<![0-9a-z*])0[0-9]{2,3}-[2-8][0-9]{0,4}[*×]{2,6}[0-9]{0,4}(?![0-9a-z*])")
_TELEPHONE = re.compile("电话|手机|联系方式|传真|致电|座机|拨打|咨询|tel|移动|小灵通|短信|微信")
_OTHER_NUMBER = re.compile(
    "流水|订单|编[号码]|条码|发票|单号|代码|金额|预算|文号|批号|合同|序列|资金|账[号户]|帐[号户]|卡号|证号|no|邮编|标识|索引|价|[￥¥$]|人民币|art|id"
)
_UNIT = re.compile(
    "(?:元|万|亿|美元|港元|人民币|%|吨|公里|平方|亩|公顷|千|件|户|人次|个|立方|米|度|辆|台|[.][0-9])"
)
_EMAIL = re.compile(
    r"(?<![0-9a-z._+\-])[0-9a-z_+][0-9a-z._+\-]{0,63}@[0-9a-z][0-9a-z\-]{0,62}(?:\.[0-9a-z][0-9a-z\-]{0,62}){1,5}"
)
_OFFICE_MAIL = re.compile(r"gov\.cn|\.gov$")
_NEAR = 14


def find_telephones(source: Source) -> Iterator[Finding]:
    """Telephone numbers, masked ones as kinds of their own.

    Public service numbers (12345, 110, 400-…, 95…) have other shapes and are none.
    """
    yield from _mobiles(source)
    yield from _spread_mobiles(source)
    yield from _landlines(source)
    if source.has_masking:
        yield from _masked(source)


def _mobiles(source: Source) -> Iterator[Finding]:
    for match in _MOBILE.finditer(source.folded):
        digits = re.sub("[^0-9]", "", match[0])[-11:]
        if not _MOBILE_RANGES.match(digits) or _UNIT.match(source.after(match.end(), 4)):
            continue
        before = source.before(match.start(), _NEAR)
        is_telephone = _is_telephone(before)
        if is_telephone is not False:
            yield source.finding(
                "mobile_phone", match.start(), match.end(), 0.95 if is_telephone else 0.8, "号段有效"
            )


def _spread_mobiles(source: Source) -> Iterator[Finding]:
    for match in _SPREAD_MOBILE.finditer(source.folded):
        digits = re.sub("[^0-9]", "", match[0])
        if _MOBILE_RANGES.match(digits) and _is_telephone(source.before(match.start(), _NEAR)):
            yield source.finding("mobile_phone", match.start(), match.end(), 0.9, "号段有效")


def _is_telephone(before: str) -> bool | None:
    """What the nearest label in front says; ``None`` when there is none."""
    wanted = max((match.end() for match in _TELEPHONE.finditer(before)), default=-1)
    other = max((match.end() for match in _OTHER_NUMBER.finditer(before)), default=-1)
    return None if wanted == other else wanted > other


def _landlines(source: Source) -> Iterator[Finding]:
    taken: set[int] = set()
    for match in _LANDLINE.finditer(source.folded):
        is_telephone = _is_telephone(source.before(match.start(), _NEAR))
        has_sign = not match[0][:11].isdecimal()
        if is_telephone or (is_telephone is None and has_sign):
            taken.update(range(match.start(), match.end()))
            yield source.finding(
                "landline_phone", match.start(), match.end(), 0.8 if is_telephone else 0.6, "区号格式相符"
            )
    for match in _LOCAL.finditer(source.folded):
        start, end = match.span("number")
        if start not in taken:
            yield source.finding("landline_phone", start, end, 0.5, "无区号")


def _masked(source: Source) -> Iterator[Finding]:
    for match in _MASKED_MOBILE.finditer(source.folded):
        if 10 <= len(re.sub(r"[ \-]", "", match[0])) <= 12:
            yield source.finding("masked_mobile_phone", match.start(), match.end(), 0.9, "已打码")
    for match in _MASKED_LANDLINE.finditer(source.folded):
        yield source.finding("masked_landline_phone", match.start(), match.end(), 0.9, "已打码")


def find_emails(source: Source) -> Iterator[Finding]:
    """Mail addresses; those of government offices are public and count for little."""
    if "@" not in source.folded:
        return
    for match in _EMAIL.finditer(source.folded):
        is_office = bool(_OFFICE_MAIL.search(match[0]))
        yield source.finding(
            "email",
            match.start(),
            match.end(),
            0.3 if is_office else 0.9,
            "政务邮箱" if is_office else "格式相符",
        )
