"""What must be handled with care: lists of people, case files, drafts, and a document with a classified mark."""

from dataclasses import replace
from datetime import date

from tests.samples.paper import Annex, Era, Form, Judgement, Paper, Table
from tests.samples.people import Person, people
from tests.samples.texts.names import COUNTY_HEAD, OFFICE, OFFICE_HEAD, TO_ALL

AID_RECIPIENTS = people(7, 12)
PUPILS = people(11, 8, born=(2003, 2008))


def aid_table(persons: tuple[Person, ...]) -> Table:
    """The list as a civil affairs office keeps it."""
    head = ("序号", "姓名", "身份证号码", "家庭住址", "联系电话", "救助金额（元）")
    rows = tuple(
        (str(place), p.name, p.resident_id, p.address, p.mobile, str(600 + 50 * place))
        for place, p in enumerate(persons, start=1)
    )
    return Table((head, *rows))


def _findings(persons: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for person in persons:
        found += [
            ("resident_id", person.resident_id),
            ("address", person.address),
            ("mobile_phone", person.mobile),
        ]
    return tuple(found)


AID_2011 = Paper(
    key="临民〔2011〕8号",
    era=Era.GB_1999,
    head="临湖县民政局文件",
    number="临民〔2011〕8号",
    title="临湖县民政局关于下达2011年第一批临时救助资金的通知",
    recipients="各镇（乡）人民政府、街道办事处",
    body=(
        "根据《临湖县困难群众临时救助办法》的规定，经个人申请、镇（乡、街道）审核、公示和县民政局审批，现将2011年第一批临时救助资金下达给你们，并就有关事项通知如下：",
        "一、本批救助对象12户，均为因病、因灾造成基本生活暂时困难的家庭。资金通过惠农一卡通直接发放到户，不得截留、抵扣。",
        "二、各镇（乡）、街道要建立发放台账，由领取人签字确认，并于3月底前将发放情况报县民政局。",
        "三、救助对象情况发生变化的，应当及时上报。县民政局将会同县财政、审计部门进行抽查。",
    ),
    dated_on=date(2011, 3, 4),
    genre="通知",
    bodies=("临湖县民政局",),
    annex_note=("临湖县2011年第一批临时救助对象花名册",),
    subject_words="民政　救助　资金　通知",
    printing_body="临湖县民政局办公室",
    printed_on=date(2011, 3, 4),
    annexes=(Annex("临湖县2011年第一批临时救助对象花名册", table=aid_table(AID_RECIPIENTS)),),
    findings=_findings(AID_RECIPIENTS),
    origin="incoming",
    applicability="other_maker",
)

CLASSIFIED_2010 = Paper(
    key="机密样件",
    era=Era.GB_1999,
    head=COUNTY_HEAD,
    number="临政发〔2010〕90号",
    copy_number="000017",
    classification="机密★5年",
    urgency="特急",
    title="临湖县人民政府关于虚构演练任务安排的通知",
    recipients="县有关单位",
    body=(
        "本文为虚构样件，不含任何国家秘密，仅用于检验程序遇到密级标志时立即隔离。演练代号为“湖光”，时间、地点和参加人员均为虚构。",
        "一、演练假设县城东部通信中断，由县应急通信分队在三小时内恢复联络。",
        "二、各单位按照虚构分工，分别承担车辆保障、物资保障和医疗保障任务，演练情况不作任何报道。",
        "三、本样件的全部内容均为编写者杜撰，与任何真实单位、人员和事项无关。",
    ),
    dated_on=date(2010, 9, 1),
    genre="通知",
    bodies=("临湖县人民政府",),
    subject_words="演练　通知",
    printing_body=OFFICE,
    printed_on=date(2010, 9, 1),
    labels=("classified",),
)

_PENALIZED = people(23, 1)[0]

PENALTY_2016 = Paper(
    key="临安监罚〔2016〕12号",
    era=Era.GB_2012,
    head="临湖县安全生产监督管理局",
    form=Form.LETTER,
    number="临安监罚〔2016〕12号",
    title="行政处罚决定书",
    recipients=None,
    body=(
        f"当事人：{_PENALIZED.name}，公民身份号码：{_PENALIZED.resident_id}，住址：{_PENALIZED.address}，系临湖县晨光纸业有限公司生产副总经理。",
        "2016年5月11日，本局执法人员在对临湖县晨光纸业有限公司进行执法检查时发现，该公司二号车间未按规定设置有限空间作业警示标志，未对作业人员进行专项安全培训。以上事实有现场检查记录、询问笔录和照片等证据证实。",
        "上述行为违反了安全生产有关法律的规定，依据相关条款，决定对当事人处以人民币贰万元罚款。当事人应当自收到本决定书之日起十五日内，持本决定书到指定银行缴纳罚款。逾期不缴纳的，每日按罚款数额的百分之三加处罚款。",
        "当事人如不服本决定，可以在收到本决定书之日起六十日内向临湖县人民政府申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。",
    ),
    dated_on=date(2016, 6, 20),
    genre=None,
    signature=("临湖县安全生产监督管理局",),
    findings=(
        ("person_name", _PENALIZED.name),
        ("resident_id", _PENALIZED.resident_id),
        ("address", _PENALIZED.address),
    ),
    origin="incoming",
    applicability="other_maker",
)

PARKING_FINAL = Paper(
    key="临政办发〔2017〕2号",
    era=Era.GB_2012,
    head=OFFICE_HEAD,
    number="临政办发〔2017〕2号",
    title="临湖县人民政府办公室关于印发临湖县城区停车管理办法的通知",
    recipients=TO_ALL,
    body=("《临湖县城区停车管理办法》已经县政府第十二次常务会议审议通过，现印发给你们，请认真组织实施。",),
    dated_on=date(2017, 5, 9),
    genre="通知",
    signature=(OFFICE,),
    mark="此件公开发布",
    printing_body=OFFICE,
    printed_on=date(2017, 5, 10),
    annexes=(
        Annex(
            "临湖县城区停车管理办法",
            (
                "第一条　为加强城区停车管理，规范停车秩序，改善交通状况，根据有关法律、法规的规定，结合本县实际，制定本办法。",
                "第二条　本办法适用于县城规划区内停车场的规划、建设、使用和机动车停放管理。公共交通、危险品运输车辆专用停车场不适用本办法。",
                "第三条　县住建局是停车管理的主管部门，县公安局负责道路停车泊位的设置和停车秩序管理，县发展改革局负责停车收费标准的制定。",
                "第四条　道路停车泊位实行分时段收费，8时至18时首小时3元，以后每小时2元，其余时段免费。医院、学校周边泊位首小时免费。",
                "第五条　新建、改建、扩建公共建筑和住宅小区，应当按照标准配建停车位。配建不足的，不得通过规划核实。",
                "第六条　擅自设置、占用、撤除道路停车泊位的，由公安机关责令改正，恢复原状。",
                "第七条　本办法自2017年6月1日起施行。",
            ),
        ),
    ),
    judgement=Judgement("proactive", ("A-20-1",)),
)

PARKING_DRAFT = replace(
    PARKING_FINAL,
    number=None,
    head="",
    title="临湖县城区停车管理办法（征求意见稿）",
    recipients=None,
    body=(
        *PARKING_FINAL.annexes[0].body[:3],
        "第四条　道路停车泊位实行分时段收费，8时至20时首小时5元，以后每小时3元，其余时段每次2元。",
        "第五条　新建、改建、扩建公共建筑和住宅小区，应当按照标准配建停车位。确因条件限制不能配建的，应当缴纳易地建设费，每个车位2万元。",
        "第六条　本办法自公布之日起施行。",
    ),
    dated_on=date(2017, 2, 17),
    genre="办法",
    signature=("临湖县住房和城乡建设局",),
    mark=None,
    printing_body=None,
    printed_on=None,
    annexes=(),
    findings=(("process_draft", "征求意见稿"),),
    judgement=Judgement("withheld", ("N-16-2",)),
)

ALL = (AID_2011, PENALTY_2016, PARKING_FINAL, PARKING_DRAFT)
