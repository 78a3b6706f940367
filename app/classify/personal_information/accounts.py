"""Bank cards and accounts, vehicle plates, certificates and credentials."""

import re
from collections.abc import Iterator

from app.classify.personal_information.numbers import has_luhn_check
from app.classify.personal_information.source import Source
from app.domain.disclosure import Finding

_CARD = re.compile(
    r"[3-6](?<![0-9a-z_.*].)[0-9]{3}(?:[0-9]{12,15}|(?:[ \-][0-9]{4}){3}(?:[ \-][0-9]{1,3})?)(?![0-9a-z_*])"
)
_ACCOUNT = re.compile(
    r"(?:账号|帐号|卡号|一卡通|账户|帐户|存折)[〔〕一-鿿]{0,6}[:\s]{0,4}(?P<number>[0-9](?:[ \-]?[0-9]){8,24})(?![0-9a-z*])"
)
_MASKED_CARD = re.compile(
    r"[3-6](?<![0-9a-z*].)[0-9]{3,7}[ ]?(?:[*●×]{4}[ ]?|[*●×]){1,12}[0-9]{2,4}(?![0-9a-z*])"
)
_CARD_CONTEXT = re.compile("卡号|账号|帐号|账户|帐户|银行|开户|一卡通|社保卡|存折|汇入|转入|打入")
_MASKED_CARD_CONTEXT = re.compile(f"{_CARD_CONTEXT.pattern}|[工农中建商信邮储行]卡")
_OTHER_NUMBER = re.compile(
    "流水|订单|编[号码]|条码|发票|单号|代码|批号|合同号|序列|索引|标识|运单|受理号|票据|案号"
)
_PLATE = re.compile(
    "(?P<place>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])[a-hj-np-z][ ]?[·.\\-]?[ ]?"
    "(?:[df][a-hj-np-z0-9][0-9]{4}|[0-9]{5}[df]|[a-hj-np-z0-9]{4}[a-hj-np-z0-9挂学警港澳])(?![0-9a-z\\-])"
)
_PLATE_CONTEXT = re.compile("车牌|号牌|车辆|轿车|货车|客车|汽车|摩托|电动车|牌照|车号|机动车|驾驶|肇事")
_MASKED_PLATE = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z]·?[a-z0-9]{0,3}[*×]{2,5}[a-z0-9]{0,3}(?![0-9a-z])"
)
_SOCIAL = re.compile(
    r"(?:社保|医保|社会保障|医疗保险|参保)[一-鿿]{0,4}[号码]{1,2}[:\s]{0,4}(?P<number>(?=[a-z0-9]{0,14}[0-9]{4})[a-z0-9]{8,18})(?![0-9a-z*])"
)
_PROPERTY = re.compile(
    "(?P<number>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]〔[0-9]{4}〕[一-鿿]{2,12}(?:不动产权|房权证)[一-鿿]{0,4}第[0-9]{4,8}号?)"
)
_STUDENT = re.compile(r"学籍号?码?[:\s]{0,4}(?P<number>[gl]?[0-9]{8,18}x?)(?![0-9a-z*])")
_PATIENT = re.compile(
    r"(?:住院|门诊|病历|病案|就诊|检验)[一-鿿]{0,3}[号码]{1,2}[:\s]{0,4}(?P<number>[a-z]{0,3}[0-9]{4,16})(?![0-9a-z*])"
)
_CREDENTIAL = re.compile(
    r"(?:用户名|登录名|登陆名|登录账号|系统账号|初始密码|密码|口令|password|passwd|pwd|username|账号(?=[ ]?[:=]\s{0,3}[a-z])|帐号(?=[ ]?[:=]\s{0,3}[a-z]))"
    r"[一-鿿]{0,4}[ ]?[:=]\s{0,3}(?P<value>[!-~]{2,39}[!-+\-/-:<-~])"
)
_ADDRESS_OF_HOST = re.compile(
    r"[0-9](?<![0-9.].)[0-9]{0,2}\.(?:[0-9]{1,3}\.){2}[0-9]{1,3}(?::[0-9]{2,5})?(?![0-9.])"
)
_DOTTED = re.compile(r"[0-9]\.[0-9]{1,3}\.[0-9]")
_HOST_CONTEXT = re.compile("ip|服务器|地址|主机|网关|端口|内网|登录|登陆|数据库")
_NEAR = 20


def find_accounts(source: Source) -> Iterator[Finding]:
    """Vehicle plates, certificates and credentials; all but plates need a label."""
    yield from _plates(source)
    yield from _labelled(source, "social_security_number", _SOCIAL, "保")
    yield from _labelled(source, "property_certificate", _PROPERTY, "权")
    yield from _labelled(source, "student_number", _STUDENT, "学籍")
    yield from _labelled(source, "medical_record_number", _PATIENT, "号")
    yield from _credentials(source)


def _labelled(source: Source, kind: str, pattern: re.Pattern[str], needs: str) -> Iterator[Finding]:
    if needs in source.folded:
        for match in pattern.finditer(source.folded):
            yield source.finding(kind, *match.span("number"), 0.8, "标签相符")


def find_cards(source: Source) -> Iterator[Finding]:
    """Bank cards, which need a check digit, and accounts, which need a label."""
    taken = set()
    for match in _CARD.finditer(source.folded):
        number = re.sub("[^0-9]", "", match[0])
        before = source.before(match.start(), _NEAR)
        named = _is_card(before)
        if named is False or not (16 <= len(number) <= 19) or not has_luhn_check(number):
            continue
        if named or number.startswith("62"):
            taken.add(match.start())
            yield source.finding(
                "bank_card", match.start(), match.end(), 0.95 if named else 0.8, "校验位正确"
            )
    for match in _ACCOUNT.finditer(source.folded):
        start, end = match.span("number")
        if start not in taken:
            yield source.finding("bank_account", start, end, 0.6, "标签相符，未通过银行卡校验")
    if source.has_masking:
        yield from _masked_cards(source)


def _masked_cards(source: Source) -> Iterator[Finding]:
    for match in _MASKED_CARD.finditer(source.folded):
        around = source.before(match.start(), _NEAR) + source.after(match.end(), 6)
        if len(re.sub(" ", "", match[0])) in range(15, 20) and _MASKED_CARD_CONTEXT.search(around):
            yield source.finding("masked_bank_card", match.start(), match.end(), 0.9, "已打码")


def _is_card(before: str) -> bool | None:
    wanted = max((match.end() for match in _CARD_CONTEXT.finditer(before)), default=-1)
    other = max((match.end() for match in _OTHER_NUMBER.finditer(before)), default=-1)
    return None if wanted == other else wanted > other


def _plates(source: Source) -> Iterator[Finding]:
    for match in _PLATE.finditer(source.folded):
        value = source.text[match.start() : match.end()]
        named = bool(_PLATE_CONTEXT.search(source.before(match.start(), _NEAR)))
        follows = source.folded[match.end() : match.end() + 1]
        if (named or "·" in match[0]) or (value == value.upper() and follows != "号" and _digits(value) >= 3):
            yield source.finding(
                "vehicle_plate", match.start(), match.end(), 0.9 if named else 0.7, "号牌格式相符"
            )
    if not source.has_masking:
        return
    for match in _MASKED_PLATE.finditer(source.folded):
        yield source.finding("masked_vehicle_plate", match.start(), match.end(), 0.8, "已打码")


def _digits(value: str) -> int:
    return sum(character.isdigit() for character in value)


def _credentials(source: Source) -> Iterator[Finding]:
    for match in _CREDENTIAL.finditer(source.folded):
        if any(character.isalnum() for character in match["value"]):
            yield source.finding("credential", *match.span("value"), 0.85, "标签相符")
    if not _DOTTED.search(source.folded):
        return
    for match in _ADDRESS_OF_HOST.finditer(source.folded):
        numbers = [int(number) for number in match[0].split(":")[0].split(".")]
        if max(numbers) <= 255 and numbers[0] and _HOST_CONTEXT.search(source.before(match.start(), _NEAR)):
            yield source.finding("host_address", match.start(), match.end(), 0.7, "地址格式相符")
