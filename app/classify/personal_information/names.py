"""Personal names, only where the context says that a private person is meant."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from app.classify.personal_information.source import Source
from app.classify.personal_information.surnames import FIRST_CHARACTERS, is_name, name_length_before
from app.classify.personal_information.tables import NAME_HEADERS, Table
from app.classify.personal_information.word_lists import words
from app.domain.disclosure import Finding

LABELS = words(
    "姓名 公民 收件人 寄件人 乘车人 户主 申请人 被申请人 当事人 被处罚人 联系人 机主 车主 房主 业主 法定代表人 代表人 受助人 救助对象 患者 病人 学生 家长 监护人 承包方 承包人 权利人",
    "被征收人 信访人 来信人 来访人 投诉人 举报人 被举报人 检举人 控告人 证人 收款人 户名 持卡人 持证人 经办人 受害人 被害人 死者 伤者 委托人 代理人 原告 被告 第三人",
    "居民 村民 农户 低保对象 特困人员 受益人 产权人 所有权人 借款人 担保人 住户 租户 承租人 出租人 儿童 考生 员工 职工 社区矫正对象 家属 配偶 父亲 母亲",
    "扶贫对象 帮扶对象 监护对象 贫困户 脱贫户 受援人 义务人 共有人 所有人 劳动者 相对人 签收人 捐赠人 受赠人 受访者 受访人 求助人 遗属 死亡人员 受伤人员 失踪人员 护理人员 服务对象 赡养人 扶养人 抚养人 继承人 被继承人 买受人 出卖人 转让方 受让方",
    "危房户 建档立卡户 监测户 边缘户 移民户 租赁户 承租户 持照人 低保户 五保户 特困户 困难户 养殖户 种植户 承包户 搬迁户 拆迁户 安置户 被拆迁人 使用权人 申领人 领款人 申报人 报案人 报警人 目击者 产妇 孕妇 幼儿 婴儿 患儿 长子 次子 长女 次女 岳父 岳母 祖父 祖母",
    "上诉人 被上诉人 被告 被告人 被执行人 申请执行人 债务人 债权人 房东 学员 申请人代表 信访代表 业主代表 村民代表 居民代表 出租方 承租方 租赁方",
    "儿子 女儿 丈夫 妻子 被询问人 被调查人 嫌疑人 驾驶人 驾驶员 司机 投保人 被保险人 补贴对象 服刑人员 残疾人 孤儿 老人 女士 先生 违法行为人 行为人 上访人 报名人 应聘人员",
)
_GROUPS = words(
    "公民 居民 村民 农户 学生 家长 儿童 职工 员工 老人 女士 先生 住户 考生 患者 患儿 病人 家属 孤儿 残疾人 父亲 母亲 儿子 女儿 司机 业主"
)
"""Labels that are words of running text too: glued to one, two characters are no name."""
_LABEL_ENDS = "".join(sorted({label[-1] for label in LABELS}))
_ENDINGS = {last: tuple(label for label in LABELS if label[-1] == last) for last in _LABEL_ENDS}
_GROUP_ENDINGS = tuple(_GROUPS)
_ALL_LABELS = tuple(LABELS)
_SURE_LENGTH = 3
_SURE_OF_NAME = 0.75
_HAN = "一-鿿"
_LAST_TWO = "|".join(sorted({label[-2:] for label in LABELS}))
_AFTER_LABEL = re.compile(
    rf"[{_LABEL_ENDS}](?<={_LAST_TWO}|[ \t\u3000].)(?=(?P<between>〔[^〕\n]{{1,8}}〕[:\s]{{0,3}}|[ \u3000]{{0,3}}:[ \t\u3000]{{0,4}}|[ \t\u3000]{{1,4}}|)"
    rf"(?P<name>[{_HAN}](?P<gap>[ \u3000]{{1,3}})[{_HAN}](?:(?P=gap)[{_HAN}])?(?![{_HAN}])|[{_HAN}]{{1,10}}(?:·[{_HAN}]{{1,10}}){{0,3}}))"
)
_GENERAL_LABEL = re.compile(
    rf"(?:人员?|者|对象|户代表|[甲乙丙]方)(?=(?P<between>[ \u3000]{{0,3}}:[ \t\u3000]{{0,4}})(?P<name>[{_HAN}]{{2,4}})(?![{_HAN}]))"
)
_IN_OFFICE = re.compile(
    "(?:签发|主持|主讲|主办|主编|协办|承办|经办|督办|负责|责任|发言|记录|出席|列席|参会|参加|参与|陪同|核稿|拟稿|撰稿|审稿|会签|签署|签批|审核|审批|审定|审签|审查|起草|"
    "校对|打印|印发|汇报|召集|领导|带班|值班|值守|带队|复核|编辑|编制|编写|编者|统计|填表|填报|填写|制表|制单|制作|牵头|联络|联系|分管|主管|监管|监督|验收|执法|检查|批准|"
    "核准|设计|采访|报送|上报|报告|发布|解读|讲解|指导|抽查|工作|管理|评审|评标|招标|投标|中标|采购|法|主要|技术|专业|监理|施工|勘察|检测|检验|化验|登记|受理|接收|接待|接访|调查|"
    "巡查|记|作|编|读|笔|译|学)(?:人员?|者)$"
)
"""Labels of persons who act in their office, whose names are not private."""
_NEXT_LABEL = re.compile("联系|电话|手机|住址|身份证|性别|传真|职务|职称|单位|证件")
_IDENTITY_LABEL = "(?:公民|居民)?身份证?(?:件)?号?码?|身份证|证件号码?|联系电话|联系方式|手机号?码?|电话号?码?|家?庭?住址|户籍地?|护照号?码?|残疾证号?|学籍号?|住院号|病历号|准考证号?|社保(?:卡|编)?号|银行(?:卡|账)号|账号|卡号"
_FIRST = f"[{''.join(sorted(FIRST_CHARACTERS))}]"
_BEFORE_IDENTITY = re.compile(
    rf"[〔,、:;\s](?:(?<={_FIRST}[{_HAN}][\s\S])|(?<={_FIRST}[{_HAN}]{{2}}[\s\S])|(?<={_FIRST}[{_HAN}]{{3}}[\s\S]))[〔,、:;\s]{{0,3}}(?=[男女公居身证联手电住家户护残学病准社银账卡现0-9])(?:(?:男|女|{_IDENTITY_LABEL})(?=[〕,:、;\s0-9a-z])|公民身份|身份证(?![复原明件照])|"
    r"(?:联系电话|手机|电话|住址)|(?:19|20)[0-9]{2}年[0-9月日]{0,6}出?生|现年[0-9]|[0-9]{1,2}岁)"
)
_PAID_TO = re.compile(
    rf"(?:汇入|转入|打入|存入|转账至|转账给|汇款至|汇款给|支付给|发放给|发放至|拨付给|赔偿给|兹有|兹证明)(?P<name>[{_HAN}]{{2,4}}?)"
    r"(?=的?(?:个人)?(?:账[户号]|帐[户号]|银行|卡|名下|同志|,|。))"
)
_IN_PHRASE = (
    re.compile(rf"将(?P<name>[{_HAN}]{{2,3}})(?=户(?:纳入|列入|退出|评为|定为|确定))"),
    re.compile(rf"关于(?P<name>[{_HAN}]{{2,3}})(?=信访|来信|来访|上访|申诉|工伤认定|行政复议)"),
    re.compile(rf"委托(?P<name>[{_HAN}]{{2,3}})(?=办理|代为|代理|作为)"),
)
"""Phrases in which a private person is named without a label."""
_STOPS_AFTER_NAME = re.compile(
    "领取|民间借贷|买卖合同|合同纠纷|劳动争议|离婚纠纷|借款|纠纷|女士|先生|同志|夫妇|夫妻|证言|欠|拖|一家|证实|证明|诉称|要求|住|因|系|名下|驾驶|不服|已|被|未|自|从|曾|认为|陈述|述称|承认|拒|账[户号]|帐[户号]|的|与|于|向|和|及|等|在|对|提出|提交|患|称|所有|办理|以|为|现|经|户|家|到|来|反映"
)
_WORDS_OF_SENTENCES = frozenset("应时常成何方和全向管计项经解强查位于都原单连来付代权利双元干支")
_RUNNING_TEXT = re.compile("[认提交申请需要不无有能会该其他均都先后因作出]")
_ENUMERATED = re.compile(rf"、(?P<name>[{_HAN}]{{2,4}}?)(?=等|[^{_HAN}]|$)")
_ADDRESSED = re.compile(
    rf"(?:^|(?<=\n))[ \t\u3000]{{0,8}}(?P<names>[{_HAN}]{{2,4}}?(?:、[{_HAN}]{{2,4}}?){{0,5}})(?:先生|女士|等[0-9]{{1,3}}人)?:[ \t\u3000]{{0,4}}\n\s{{0,20}}"
    r"(?:(?:您|你们)(?:于|向|提|反映|来信|来访|因|在|所|的|申请|[0-9]{4}年)|(?:本机关|本局|本单位|我局|我单位|我镇|我乡)(?:于|[0-9]{4}年|收到|已收到|受理))"
)
_ADDRESSEE = re.compile(rf"[{_HAN}]{{2,4}}(?=、|$)")
_BLANKS = (" ", "\t", "\u3000")
_BEHIND_NUMBER = re.compile(rf"[ \t\u3000,]{{0,2}}(?P<name>[{_HAN}]{{2,4}})(?![{_HAN}])")
_BEFORE_NUMBER = re.compile(rf"[{_HAN}](?=[ \t\u3000,、:;〔\n]{{0,2}}$)")


Place = tuple[int, int, float]
"""Start, end and confidence of a name."""


def find_names(source: Source, numbers: Sequence[Finding], tables: Sequence[Table]) -> Iterator[Finding]:
    """Names behind a label, in a column of names, before personal data, and of payees; and where they stand again.

    The names of officials in their office (signatories, heads, those appointed) are not private and
    have no such context.
    """
    taken: set[int] = set()
    found: list[Place] = []
    for start, end, confidence in sorted(
        [
            *_labelled(source.folded),
            *_before_identity(source.folded),
            *_payees(source.folded),
            *_addressed(source.folded),
            *_in_phrases(source.folded),
            *_in_columns(source.folded, tables),
            *_next_to(source.folded, numbers),
        ],
        key=lambda place: (place[0], -place[1]),
    ):
        if not taken.intersection(range(start, end)):
            taken.update(range(start, end))
            found.append((start, end, confidence))
    yield from (
        source.finding("person_name", *place, "姓氏与上下文相符")
        for place in sorted([*found, *_again(source.folded, found, taken)])
    )


def _again(folded: str, found: Sequence[Place], taken: AbstractSet[int]) -> Iterator[Place]:
    """Other places of names that the context showed to be names; two characters may be a word elsewhere."""
    names = {folded[start:end] for start, end, confidence in found if confidence >= _SURE_OF_NAME}
    names = {name for name in names if len(name) == _SURE_LENGTH}
    if not names:
        return
    first = re.compile(f"[{''.join(sorted({re.escape(name[0]) for name in names}))}]")
    end = 0
    for match in first.finditer(folded):
        start = match.start()
        place = range(start, start + _SURE_LENGTH)
        if start >= end and folded[start : place.stop] in names and taken.isdisjoint(place):
            end = place.stop
            yield start, end, 0.7


def _labelled(folded: str) -> Iterator[Place]:
    for match in _AFTER_LABEL.finditer(folded):
        name = match["name"]
        if (name[0] in FIRST_CHARACTERS or "·" in name) and _is_label(folded, match):
            for place in _behind_label(folded, match):
                yield place
                yield from _further(folded, place[1])
    for match in _GENERAL_LABEL.finditer(folded):
        label = "".join(folded[max(0, match.start() - 8) : match.end()].split())
        if is_name(match["name"], whole=len(match["name"]) == _SURE_LENGTH) and not _IN_OFFICE.search(label):
            yield *match.span("name"), 0.7


def _is_label(folded: str, match: re.Match[str]) -> bool:
    """Whether a label ends here; forms spread its characters (姓　名)."""
    end, endings = match.end(), _ENDINGS[match[0]]
    if folded.endswith(endings, max(0, end - 8), end):
        return True
    is_spread = folded[end - 2 : end - 1] in _BLANKS and bool(match["between"])
    return is_spread and re.sub(r"[ \t\u3000]", "", folded[max(0, end - 16) : end]).endswith(endings)


def _further(folded: str, end: int) -> Iterator[Place]:
    """More names behind the first one, each after an enumeration comma."""
    while (match := _ENUMERATED.match(folded, end)) is not None and is_name(match["name"]):
        yield *match.span("name"), 0.75
        end = match.end()


def _behind_label(folded: str, match: re.Match[str]) -> Iterator[Place]:
    start, has_colon, is_glued = match.start("name"), ":" in match["between"], not match["between"]
    word = _NEXT_LABEL.split(match["name"], maxsplit=1)[0]
    if " " in word or "\u3000" in word:
        if has_colon and is_name(re.sub(r"\s", "", word), certain_place=True):
            yield start, match.end("name"), 0.85
        return
    is_cut_off = len(word) < len(match["name"])
    length = _length_after_label(folded, start, word, has_colon=has_colon, glued=is_glued and not is_cut_off)
    is_group = is_glued and folded.endswith(_GROUP_ENDINGS, 0, match.end())
    if length and not (is_group and length == 2 and word[1] != "某"):
        yield start, start + length, 0.9 if has_colon else 0.75


def _length_after_label(folded: str, start: int, word: str, *, has_colon: bool, glued: bool) -> int:
    sure = has_colon or _is_sure(folded, start, word)
    if is_name(word, certain_place=sure, whole=len(word) == _SURE_LENGTH) and len(word) <= 12:
        return len(word) if _is_boundary(folded, start + len(word), glued=glued) else 0
    if "·" in word:
        return 0
    for length in (4, 3, 2):
        sure = _is_sure(folded, start, word[:length])
        ends = len(word) > length and _STOPS_AFTER_NAME.match(word, length) is not None
        if ends and is_name(word[:length], certain_place=sure):
            return length
    return 0


def _is_sure(folded: str, start: int, word: str) -> bool:
    """Whether three characters behind a label that means nothing but a person are a name although the
    surname is a word too; verbs and conjunctions are not.
    """
    if len(word) != _SURE_LENGTH or word[0] in _WORDS_OF_SENTENCES or _RUNNING_TEXT.search(word):
        return False
    in_front_of_note = folded.startswith("〔", start + _SURE_LENGTH)
    return in_front_of_note or not folded.endswith(_GROUP_ENDINGS, max(0, start - 6), start)


def _is_boundary(folded: str, end: int, *, glued: bool) -> bool:
    """What stands behind a name; behind a label without a sign it must be punctuation."""
    follows = folded[end : end + 1]
    return not follows or not glued or not (follows.isalnum() and not follows.isdigit())


def _before_identity(folded: str) -> Iterator[Place]:
    for match in _BEFORE_IDENTITY.finditer(folded):
        length = name_length_before(folded, match.start()) or _length_behind_label(folded, match.start())
        if length and (match[0][0] in "〔," or not _is_han(folded, match.start() - length - 1)):
            yield match.start() - length, match.start(), 0.9


def _length_behind_label(folded: str, end: int) -> int:
    """Length of the name between a label and ``end``: there a surname that is a word too is certain."""
    for length in (_SURE_LENGTH, 2):
        begin = max(0, end - length)
        if folded.endswith(_ALL_LABELS, max(0, begin - 8), begin) and is_name(
            folded[begin:end], certain_place=True
        ):
            return length
    return 0


def _payees(folded: str) -> Iterator[Place]:
    for match in _PAID_TO.finditer(folded):
        sure = len(match["name"]) == _SURE_LENGTH and match["name"][0] not in _WORDS_OF_SENTENCES
        if is_name(match["name"], certain_place=sure):
            yield *match.span("name"), 0.8


def _in_phrases(folded: str) -> Iterator[Place]:
    for phrase in _IN_PHRASE:
        for match in phrase.finditer(folded):
            if is_name(match["name"], whole=True):
                yield *match.span("name"), 0.8


def _addressed(folded: str) -> Iterator[Place]:
    """Persons to whom an answer is written: a line of names in front of 您 or of what the office received."""
    for match in _ADDRESSED.finditer(folded):
        names = list(_ADDRESSEE.finditer(folded, *match.span("names")))
        if all(is_name(name[0], certain_place=True) for name in names):
            yield from ((*name.span(), 0.8) for name in names)


def _in_columns(folded: str, tables: Sequence[Table]) -> Iterator[Place]:
    for table in tables:
        for cell in table.column(NAME_HEADERS):
            word = re.sub(r"\s", "", folded[cell.start : cell.end])
            if is_name(word, certain_place=True):
                yield cell.start, cell.end, 0.9


_NUMBER_KINDS = frozenset({"resident_id", "mobile_phone", "masked_resident_id", "masked_mobile_phone"})


def _next_to(folded: str, numbers: Sequence[Finding]) -> Iterator[Place]:
    """A name that stands directly before an identity or mobile number, or behind an identity number."""
    for finding in numbers:
        if finding.kind not in _NUMBER_KINDS:
            continue
        yield from _in_front_of(folded, finding.start)
        behind = _BEHIND_NUMBER.match(folded, finding.end) if finding.kind == "resident_id" else None
        if behind is not None and len(behind["name"]) >= _SURE_LENGTH and is_name(behind["name"]):
            yield *behind.span("name"), 0.7


def _in_front_of(folded: str, number: int) -> Iterator[Place]:
    match = _BEFORE_NUMBER.search(folded, max(0, number - 6), number)
    if match is None:
        return
    length = name_length_before(folded, match.end())
    if length >= _SURE_LENGTH or (length and not _is_han(folded, match.end() - length - 1)):
        yield match.end() - length, match.end(), 0.8


def _is_han(folded: str, index: int) -> bool:
    return index >= 0 and "一" <= folded[index] <= "鿿"
