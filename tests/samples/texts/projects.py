"""Pairs of a town's request and the county's reply, and replies on public works."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.samples.paper import Era, Form, Judgement, Paper
from tests.samples.texts.names import COUNTY, OFFICE


@dataclass(frozen=True, slots=True)
class Works:
    """A public work that somebody asked for."""

    number: str
    asked_by: str
    asked_number: str
    dated_on: date
    name: str
    need: str
    content: str
    cost: str
    period: str
    condition: str
    mark: str | None = None


WORKS = (
    Works(
        "临政函〔2007〕1号", "青石镇人民政府", "青政〔2007〕8号", date(2007, 4, 16), "青石镇自来水厂扩建工程",
        "青石镇自来水厂建于1993年，设计日供水能力三千吨。随着集镇人口增加和南坞片区并网，高峰期日用水量已达四千一百吨，夏季低压停水时有发生，群众反映强烈",
        "在原址新建日处理五千吨的净水构筑物一组，改造取水泵房一座，铺设输水管道六点二公里",
        "工程估算投资一千三百六十万元，由县水务集团公司筹集八百万元，青石镇自筹三百六十万元，其余申请上级农村饮水安全补助",
        "建设工期十四个月，要求于二○○八年汛前建成通水",
        "水源保护区内不得堆放建筑垃圾，施工期间应当保证原有供水不中断",
    ),
    Works(
        "临政函〔2007〕2号", "柳塘镇人民政府", "柳政〔2007〕21号", date(2007, 9, 3), "柳塘镇中心敬老院迁建工程",
        "柳塘镇现有敬老院系利用旧粮站改建，房屋陈旧，消防通道狭窄，床位仅三十六张，全镇在册五保对象七十二人，集中供养率不足一半",
        "在柳塘镇荷花村新征土地九亩，新建生活用房、医务室和活动室共三千二百平方米，设床位一百张",
        "总投资六百四十万元，其中省、市补助一百五十万元，县福利彩票公益金安排二百万元，其余由柳塘镇解决",
        "建设工期十二个月",
        "建成后实行县、镇共管，原敬老院房产处置所得全部用于新院设施配套",
    ),
    Works(
        "临政函〔2016〕1号", "白鹭乡人民政府", "白政〔2016〕5号", date(2016, 3, 28), "白鹭乡湖滨村湿地修复项目",
        "湖滨村北侧滩涂因多年围垦养殖，湿地面积由2000年的820亩缩减到310亩，水体自净能力下降，候鸟栖息数量明显减少",
        "退渔还湿460亩，恢复芦苇、菖蒲等挺水植物带2.3公里，清淤疏浚8.6万立方米，建设观测步道和宣教设施",
        "项目总投资2980万元，申请中央湿地保护补助1200万元，省级配套600万元，其余由县财政分三年安排",
        "建设期为2016年至2018年",
        "退养补偿方案须经村民代表会议讨论通过并公示，不得强行清退",
        "此件公开发布",
    ),
    Works(
        "临政函〔2016〕3号", "东湖街道办事处", "东街办〔2016〕17号", date(2016, 8, 15), "春晖社区老旧小区综合整治工程",
        "春晖社区建成于1995年前后，共有住宅楼42幢、住户1268户，雨污管网混接，屋面渗漏、线路老化等问题突出，居民改造意愿达到91%",
        "实施雨污分流、屋面防水、外墙修缮、弱电入地、增设停车泊位215个和养老服务用房1处",
        "概算总投资4320万元，其中县财政承担70%，管线单位承担20%，其余由街道统筹",
        "2016年10月开工，2017年底前完工",
        "施工方案应当征求居民意见，涉及树木移植的，依法办理审批手续",
        "此件主动公开",
    ),
    Works(
        "临政函〔2018〕1号", "县教育局", "临教〔2018〕11号", date(2018, 3, 12), "临湖县第三初级中学新建工程",
        "随着城东新区入住率提高，2020年城东片区初中学位缺口预计达到900个，现有两所初中已无扩容余地",
        "在城东新区CD-07地块新建36班初级中学一所，用地58亩，总建筑面积3.1万平方米，配建400米运动场和地下停车库",
        "估算投资1.96亿元，资金由县财政统筹，列入2018—2020年政府投资项目计划",
        "2018年9月开工，2020年7月投入使用",
        "严格按照批准的建设规模和标准组织实施，不得擅自提高装修标准",
        "此件公开发布",
    ),
    Works(
        "临政函〔2021〕1号", "县文化和广电旅游体育局", "临文旅〔2021〕9号", date(2021, 5, 20), "临湖县档案馆、图书馆合建项目",
        "县档案馆馆舍建于1988年，库房面积仅760平方米，接收空间已趋饱和；县图书馆建筑面积不足二级馆标准，难以满足群众阅读需求",
        "合建档案馆、图书馆一处，总建筑面积2.4万平方米，其中档案馆1.1万平方米，设专业库房、特藏库和政府信息公开查阅场所",
        "概算总投资2.28亿元，申请地方政府专项债券1.2亿元，其余由县财政安排",
        "2021年10月开工，2023年底竣工",
        "档案库房应当符合国家规定的防火、防潮、防光、防盗要求，设计方案须经省档案主管部门审查",
        "此件依申请公开",
    ),
)  # fmt: skip


def request_of(works: Works) -> Paper:
    """The request that a town or a department sends up."""
    era = _era(works.dated_on)
    asked_on = works.dated_on - timedelta(days=24)
    head = works.asked_by if works.asked_by.endswith(("政府", "办事处")) else f"临湖{works.asked_by}"
    return Paper(
        key=works.asked_number,
        era=era,
        head=f"{head}文件",
        number=works.asked_number,
        signatory="朱德明" if era is Era.GB_1999 else "许永康",
        title=f"{head}关于要求批准实施{works.name}的请示",
        recipients=COUNTY,
        body=(
            f"{works.need}，亟须尽快加以解决。经实地踏勘和充分论证，并广泛听取各方面意见，拟组织实施{works.name}。现将有关情况请示如下：",
            f"一、主要建设内容。{works.content}。",
            f"二、投资估算和资金来源。{works.cost}。",
            f"三、实施计划。{works.period}。目前项目选址已经完成，规划、用地、环保等部门已出具初步意见，周边群众总体支持。",
            "以上请示当否，请予批复。",
        ),
        dated_on=asked_on,
        genre="请示",
        signature=(head,) if era is Era.GB_2012 else (),
        bodies=(head,),
        subject_words="建设　项目　请示" if era is Era.GB_1999 else None,
        printing_body=f"{head}办公室" if head.endswith("政府") else None,
        printed_on=asked_on if head.endswith("政府") else None,
        judgement=Judgement("withheld", ("N-16-2",)),
        origin="incoming",
        applicability="other_maker",
    )


def reply_of(works: Works) -> Paper:
    """The county's reply, a letter without red head."""
    era = _era(works.dated_on)
    asked_by = works.asked_by
    title = f"临湖县人民政府关于同意实施{works.name}的批复"
    subject = f"《关于要求批准实施{works.name}的请示》（{works.asked_number}）收悉。经研究，现批复如下："
    return Paper(
        key=works.number,
        era=era,
        head=COUNTY,
        form=Form.LETTER,
        number=works.number,
        title=title,
        recipients=asked_by,
        body=(
            f"{'你镇' if '镇' in asked_by else '你乡' if '乡' in asked_by else '你们'}{subject}",
            f"一、原则同意实施{works.name}。主要建设内容为：{works.content}。",
            f"二、{works.cost}。项目资金实行专户管理、专款专用，严禁挤占挪用。",
            f"三、{works.period}。请按照基本建设程序抓紧办理各项报批手续，严格执行招标投标和质量监督制度，确保工程质量与安全。",
            f"四、{works.condition}。实施过程中遇有重大问题，应及时报告县政府。",
        ),
        dated_on=works.dated_on,
        genre="批复",
        signature=(COUNTY,) if era is Era.GB_2012 else (),
        bodies=(COUNTY,),
        mark=works.mark,
        subject_words="建设　项目　批复" if era is Era.GB_1999 else None,
        copy_recipients="县发展改革局，县财政局，县国土资源局，县住建局",
        printing_body=OFFICE if era is Era.GB_1999 else None,
        printed_on=works.dated_on + timedelta(days=1) if era is Era.GB_1999 else None,
        judgement=_judgement(works.mark),
    )


def _era(day: date) -> Era:
    return Era.GB_1999 if day < date(2012, 7, 1) else Era.GB_2012


def _judgement(mark: str | None) -> Judgement | None:
    if mark is None:
        return None
    return Judgement("on_request", ("R-13/27",)) if "依申请" in mark else Judgement("proactive", ("A-20-10",))


REQUESTS = tuple(request_of(works) for works in WORKS)
REPLIES = tuple(reply_of(works) for works in WORKS)
