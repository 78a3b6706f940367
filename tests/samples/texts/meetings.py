"""Minutes of the county's executive meetings and notices of appointment."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.samples.paper import Era, Form, Judgement, Paper
from tests.samples.texts.names import COUNTY, OFFICE, TO_ALL


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a meeting talked about and decided."""

    number: str
    held_on: date
    session: str
    chair: str
    items: tuple[str, ...]
    mark: str | None = None


MEETINGS = (
    Meeting(
        "〔2009〕1号", date(2009, 2, 11), "第十八次", "县长陶文涛",
        (
            "一、会议听取了县财政局关于2008年财政决算和2009年预算安排情况的汇报。会议认为，受国际经济形势影响，今年财政收支矛盾突出，要坚持保工资、保运转、保民生，压缩会议、接待、车辆等一般性支出不少于百分之五。有同志提出，乡镇体制分成比例应适当调整，会议决定由县财政局另行研究提出方案。",
            "二、会议讨论了《临湖县工业企业帮扶措施（讨论稿）》。会议原则同意设立一千万元企业转贷应急资金，对临湖县晨光纸业有限公司等六家企业的贷款担保问题，由县经贸局会同有关银行逐户会商，成熟一家、办理一家。",
            "三、会议研究了南坞水库除险加固工程移民安置遗留问题，同意对三户房屋开裂的移民按评估价给予修缮补助，具体工作由县水利局和青石镇负责。",
        ),
    ),
    Meeting(
        "〔2013〕1号", date(2013, 3, 20), "第五次", "县长沈志远",
        (
            "一、会议审议了《临湖县城市总体规划（2013—2030年）》修改情况。会议要求县住建局根据讨论意见，对城东新区路网密度、学校和医院布点作进一步优化，按程序报县人大常委会审议。",
            "二、会议听取了县国土资源局关于2013年度土地出让计划的汇报，同意安排经营性用地出让1150亩。会上对老机械厂地块起始价有不同意见，会议决定委托两家机构重新评估后再行研究。",
            "三、会议研究了公立医院改革试点有关工作，同意自7月1日起县人民医院、县中医院取消药品加成，由此减少的收入通过调整服务价格和财政补助解决。",
        ),
        "此件不予公开",
    ),
    Meeting(
        "〔2018〕1号", date(2018, 4, 26), "第二十三次", "县长沈志远",
        (
            "一、会议学习了关于推进乡村振兴的有关文件精神，要求各镇（街道）抓紧编制村庄规划，年内完成率不低于60%。",
            "二、会议审议并原则通过《临湖县河湖长制实施细则》，由县治水办根据会议意见修改完善后按程序印发。",
            "三、会议听取了全县安全生产和信访维稳工作情况汇报。会议指出，个别信访积案久拖不决，要落实领导包案，逐案提出化解方案，相关人员信息和处置方案不得外传。",
        ),
        "此件依申请公开",
    ),
)  # fmt: skip


def minutes_of(meeting: Meeting) -> Paper:
    """The minutes: no seal, no recipients; the meeting's day is the date."""
    day = meeting.held_on
    is_old = day < date(2012, 7, 1)
    held = f"{day.year}年{day.month}月{day.day}日"
    attribute = {"此件不予公开": "withheld", "此件依申请公开": "on_request"}.get(meeting.mark or "")
    return Paper(
        key=f"常务会议纪要{meeting.number}",
        era=Era.GB_1999 if is_old else Era.GB_2012,
        head="临湖县人民政府常务会议纪要",
        form=Form.MINUTES,
        number=meeting.number,
        title=f"临湖县人民政府{meeting.session}常务会议纪要",
        recipients=None,
        body=(
            f"{held}上午，{meeting.chair}在县政府三楼会议室主持召开县政府{meeting.session}常务会议。现将会议议定事项纪要如下：",
            *meeting.items,
            f"出席：{meeting.chair}，副县长金建中、魏雅琴、孔卫民。",
            "列席：县政府办公室、县发展改革局、县财政局、县监察局主要负责人。",
        ),
        dated_on=day,
        genre="会议纪要" if is_old else "纪要",
        bodies=(COUNTY,),
        mark=meeting.mark,
        subject_words="政府　常务会议　纪要" if is_old else None,
        copy_recipients="县政府领导，县政府各部门",
        printing_body=OFFICE,
        printed_on=day + timedelta(days=5),
        judgement=Judgement(attribute, ("N-16-2",) if attribute == "withheld" else ("R-13/27",))
        if attribute
        else None,
    )


@dataclass(frozen=True, slots=True)
class Appointment:
    """Who was appointed and relieved."""

    number: str
    dated_on: date
    lines: tuple[str, ...]
    mark: str | None = None


APPOINTMENTS = (
    Appointment(
        "临政干〔2010〕1号", date(2010, 1, 14),
        ("孙国庆任临湖县水利局副局长；", "吕桂英任临湖县统计局副局长；", "免去曹长青的临湖县水利局副局长职务；", "免去施思源的临湖县粮食局副局长职务，退休。"),
    ),
    Appointment(
        "临政干〔2012〕1号", date(2012, 11, 27),
        ("韩晓峰任临湖县环境保护局局长（试用期一年）；", "褚玉梅任临湖县审计局副局长；", "免去杨立新的临湖县环境保护局局长职务。"),
    ),
    Appointment(
        "临政干〔2019〕1号", date(2019, 3, 29),
        ("何海波任临湖县应急管理局局长；", "姜月华任临湖县退役军人事务局局长；", "秦家和任临湖县医疗保障局局长；", "因机构改革，上述人员在原安全生产监督管理局、民政局、人力资源和社会保障局所任职务自然免除。"),
        "此件主动公开",
    ),
)  # fmt: skip


def appointment_of(appointment: Appointment) -> Paper:
    """The notice of appointments."""
    era = Era.GB_1999 if appointment.dated_on < date(2012, 7, 1) else Era.GB_2012
    names = appointment.lines[0].split("任")[0]
    return Paper(
        key=appointment.number,
        era=era,
        head="临湖县人民政府文件",
        number=appointment.number,
        title=f"临湖县人民政府关于{names}等同志职务任免的通知",
        recipients=TO_ALL,
        body=(
            "根据工作需要，经县政府研究，决定：",
            *appointment.lines,
            "以上同志的任职时间自本通知印发之日起计算，试用期满考核合格的，任职时间自试任之日起计算。请有关单位按照规定办理交接和工资、人事关系转移手续，交接情况于十五日内报县人力资源和社会保障部门备案。",
        ),
        dated_on=appointment.dated_on,
        genre="通知",
        signature=(COUNTY,) if era is Era.GB_2012 else (),
        bodies=(COUNTY,),
        mark=appointment.mark,
        subject_words="人事　任免　通知" if era is Era.GB_1999 else None,
        copy_recipients="县委组织部，县人大常委会办公室",
        printing_body=OFFICE,
        printed_on=appointment.dated_on + timedelta(days=1),
        judgement=Judgement("proactive") if appointment.mark else None,
    )


MINUTES = tuple(minutes_of(meeting) for meeting in MEETINGS)
APPOINTED = tuple(appointment_of(appointment) for appointment in APPOINTMENTS)
