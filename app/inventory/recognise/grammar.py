"""Patterns of official writing that several recognisers share; all run on folded text.

Folded text has half-width punctuation, simplified characters and 〔〕 for every bracket.
"""

import re

GENRES = (
    "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|复函|函|纪要|指示|条例|规定|办法|细则|规则|规程|规范|方案|规划|计划"
    "|纲要|要点|措施|制度|章程|标准|预案|指南|目录|清单|名单|公示|讲话|答复|通稿|批示|公约|守则|规定|解读|总结|汇报|简报|公开信|倡议书|任务分工"
    "|实施意见|建议|说明|令|政策|准则|分工|安排|导则|大纲|细则|须知|声明|提案|电报|决定书|通知书|告知书|意见书|建议书|任命书|报告书|协议|合同|启事|承诺书|责任书|会议记录|答复书|修正案|建设情况|裁决书|确认书|工作情况|情况分析|形势分析|笔录|一封信|工作思路|工作打算"
)
CORE_GENRES = (
    "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|复函|函|纪要|答复|指示|电报|建议"
)
SPACED_GENRES = "|".join(r"\s?".join(genre) for genre in CORE_GENRES.split("|"))
"""The same where justification spread the characters."""

_AFTER_GENRE = r"(?:〔[^〔〕]{1,40}〕){0,2}"

TITLE_END = re.compile(rf"(?:{GENRES}){_AFTER_GENRE}$")
CORE_TITLE_END = re.compile(rf"(?:的|\"|》)?(?:{CORE_GENRES}){_AFTER_GENRE}$")
ABOUT = re.compile(r"关于|印发|转发|批转|颁发|颁布|废止|公布|发布|对.{2,60}的(?:批复|答复|复函|函|意见)")

HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[章节条]|〔[一二三四五六七八九十]{1,3}〕|前言$|目录$|总则$)"
)
SENTENCE_OPENING = re.compile(r"(?:为|根据|按照|依据|依照|现将|现就|近日|日前|经|近年|随着|自)")
"""Words that begin a sentence and never a title."""

SENTENCE = re.compile(r"[。!?]|;$")

METADATA_LABELS = (
    r"发布日期|发布时间|发文日期|发文时间|公开日期|公开时间|成文日期|成文时间|生成日期|印发日期|索引号|索取号|信息来源|来源|访问次数|浏览次数|浏览量|点击数"
    r"|字体|字号|打印|关闭窗口|分享到?|发文机关|发文机构|发文单位|发布机构|发布机关|发布单位|制发机关|制发单位|制文机关|公开主体|公文目录|信息类别|文章来源|发布人|主题分类|主题词|体裁分类|组配分类|信息分类|服务对象分类|公文种类|公文时效|有效性"
    r"|时效性|文件状态|发文字号|发布文号|文件编号|文件号|文号|统一编号|登记号|责任编辑|编辑|作者|信息名称|名称|标题|关键词|内容概述|公开方式|公开范围|公开时限|公开形式"
    r"|公开属性|公开类别|公开类型|公开责任部门|责任部门|公文文号|公文标题|公文名称|文件标题|实施日期|失效日期|废止日期|效力|生效日期|收藏|浏览|当前位置|您现在的位置|首页"
)
METADATA = re.compile(rf"(?:{METADATA_LABELS})\s?[:>》]|^〔(?:{METADATA_LABELS}|所属类别|文件来源)〕")
METADATA_ALONE = re.compile(METADATA_LABELS)
"""A label on a line of its own; fits the whole line."""
COLUMN = re.compile(
    r"公告公示|公示公告|通知公告|公告通知|政策文件|意见征集|民意征集|(?:政府)?信息公开(?:目录)?|政务公开|法定主动公开内容"
    r"|工作动态|政府文件|部门文件|其他文件|政策解读|重大决策预公开|财政预决算"
)
"""The column of a web site in which a document stands; fits the whole line."""
METADATA_ROW = re.compile(rf"(?:^|\t)\s{{0,4}}(?:{METADATA_LABELS})\s{{0,4}}\t")
"""A row of a table whose cells are labels and values."""
NEWS_OPENING = re.compile(r"〔?新华社[\u4e00-\u9fff]{0,8}(?:\d{4}年)?\s?\d{1,2}月\d{1,2}日\s?电〕?\s{0,4}")
NEWS_END = re.compile(r"[^\n]{0,600}?全文如下\s{0,2}[:。]?\s{0,4}")
"""How the report of a news agency begins and ends that prints a document in full."""
WEB_FOOTER = re.compile(
    r"^(?:扫一扫|扫码|相关(?:链接|新闻|文章|阅读|解读|文件|信息|报道|推荐|稿件)[:]?$|版权所有|版权声明|〔?责任编辑|〔?编辑:|〔?打印(?:本页|此页)|〔?关闭(?:窗口|本页)|上一篇|下一篇|上一条|下一条"
    r"|网站地图|联系我们$|友情链接|分享到|微信扫|更多信息请关注|您访问的链接|政策解读:?$|图解:|解读:)|(?:网站标识码|icp备|公网安备|版权所有|主办:.(2, 30)承办:|技术支持:)"
)
"""What a web page prints below a document; runs on folded lines without blanks."""
IMPRINT = re.compile(
    r"(?:抄\s{0,4}送|抄\s{0,4}报|主\s{0,4}送|分\s{0,4}送|报\s{0,4}送|发\s{0,4}送|内部发送|主\s{0,4}题\s{0,4}词)\s?:|.{0,50}日印(?:发|制)?$"
)
ANNEX_ALONE = re.compile(r"附件?[\d一二三四五六七八九十]{0,3}:?$")
ANNEX_HEADING = re.compile(r"附件?(?:[\d一二三四五六七八九十]{0,3})(?:[:.、-].{0,60})?$")
NOT_RECIPIENTS = re.compile(
    r"(?:如下|以下|名单|附件|抄送|主送|联系人|电话|日期|时间|来源|说明|内容|要求|标准|包括|步骤|为|是|指|地点|出席|列席|请假|主持|记录|名称|字号|编号|号码|金额|附|签发人|条件|措施|通知|意见|任务"
    r"|目标|负责|指出|强调|认为|提出|规定|决定|主题词|议题|事项|(?:参会|与会|出席|列席|参加|缺席|记录|主持)人员?)(?:〔[^〔〕]{0,12}〕)?:$"
    r"|(?:如下|以下)[^,。:]{1,6}:$"
    r"|^(?:(?:总|副总|常务副)?指挥长?|第?一?(?:副|常务副)?组长|(?:领导)?小?组?成员|副?主任(?:委员)?|委员|副?秘书长|召集人|副?会长|当事人|申请人|被申请人):$"
    r"|^(?:(?:主任|主席|主持人)[,、].{0,40}[,、])?各位(?:代表|委员|领导|来宾|嘉宾|同事):$|^同志们:$"
    r"|^(?:被(?:审计|检查|考核|处罚)|发电|来文|承办|主办|协办|牵头|报送|填报|申报|建设|施工|监理|设计|采购|拟稿|起草|印发|制表|主管|实施)(?:单位|部门|机关|机构):$|^(?:调查|检查|执法|审计|询问|记录|承办|经办|值班)人员?:$"
)
RECIPIENTS_END = re.compile(
    r"(?:政府|机构|单位|部门|处室|科室|高校|院校|学校|大学|学院|医院|企业|公司|集团|银行|分行|支行|总部|机关|组织|团体|协会|学会|商会|人员|群众|市民|居民|业主|成员|代表|委员"
    r"|同志|先生|女士|主席|教授|院士|朋友|们|乡镇|镇|乡|村|社区|中学|小学|街道|办事处|开发区|园区|景区|保护区|林场|农场|牧场|渔场|中心|办公厅|办公室|委员会|管委会|领导小组|指挥部|兵团|武警部队|省|市|县|区|局|厅|委|部|署|办"
    r"|院|会|处|所|站|馆|队|社|科|台|校|庭|关|组|专班|科协|侨联|文联|社联|妇联|残联|工商联|专家|家长|党员|干部|幼儿园|中专|职中|技校|用户|旅客|乘客|考生|消费者|经营者|业户|纳税人|网友|读者|农户|师生|同学|老师|职工|员工|村民|学生|投资者)(?:〔[^〔〕]{1,40}〕)?:$"
)
"""How a list of addressees ends; longer lists are taken without it."""

PERSON_SIGNS = re.compile(
    r"(?:中华人民共和国|[\u4e00-\u9fff]{2,8}(?:省|市|县|区|人民政府|委员会|局|部|厅|行))?(?:代?(?:省长|市长|县长|区长|州长|盟长|镇长|乡长|主席|总理|部长|厅长|局长|行长|署长|关长|主任|会长|委员长|院长|检察长))"
    r":?[\u3400-\u9fff·]{2,6}$"
)
"""Who signs an order in person: 省长 某某; runs on folded text without blanks."""

PLACEHOLDER = re.compile(
    r"x{2,}|×|＊|\*{2,}|□{2,}|_{3,}|…{2,}|此处|请输入|请填写|单击|(?<![一二三四五六七八九])〇{2,}(?![一二三四五六七八九年])|(?:^|[省市县区镇乡村〔《\"于、对])某某|某某(?=[省市县区局厅委公单镇乡])"
    r"|^〔[^〔〕]*〕$|^(?:公文|文件|通知|正文)?标题$"
)
"""What a template holds where a value will stand; runs on folded text without blanks."""

_SHORT_LIST = 16
_HAN = re.compile(r"[\u3400-\u9fff]")
_FIGURES = re.compile(r"\d[%元.]|=")


_EVERY = re.compile(r"(?:全市|全县|全区|全省)?各(?!位)[^,。:]{2,40}(?:户|人|者|商|厂|店|员|点|机手|船东):")
_ALL_OF_THEM = re.compile(
    r"各(?!位|项|类|种|方面|环节)[^、,。:]{2,20}(?:[、,]各(?!项|类|种)[^、,。:]{2,20}){1,9}:"
)
"""各…、各…: whatever the names end with."""
_LEAD_OF_LIST = re.compile(
    r"根据|按照|依据|依照|现将|现就|近日|日前|为(?:了|进一步|切实|贯彻|落实|加强|规范|做好)|.{0,200}现(?:予以?|将其)?(?:公告|公示|公布|通告|通知)"
)
"""A sentence that a list follows."""
_ONE_PERSON = re.compile(r"[\u4e00-\u9fff]某{1,2}(?:等[\u4e00-\u9fff\d]{0,6}人)?:")
"""Who is answered, as published answers name him."""


def is_recipients(text: str) -> bool:
    """Whether a folded, blankless string that ends with a colon can be an addressee."""
    if not text.endswith(":") or "。" in text or len(text) < 3 or text[-2].isdigit():
        return False
    if (
        HEADING.match(text)
        or NOT_RECIPIENTS.search(text)
        or METADATA.search(text)
        or _LEAD_OF_LIST.match(text)
    ):
        return False
    if RECIPIENTS_END.search(text) or _ONE_PERSON.fullmatch(text) or _EVERY.fullmatch(text):
        return True
    if _ALL_OF_THEM.fullmatch(text):
        return True
    if 2 * len(_HAN.findall(text)) < len(text):
        return False
    return len(text) > _SHORT_LIST and ("、" in text or "," in text) and not _FIGURES.search(text)
