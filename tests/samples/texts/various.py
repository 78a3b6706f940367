"""Papers from above, forwarded, joint and special ones, and texts that are no official documents."""

from datetime import date

from tests.samples.paper import Annex, Era, Form, Judgement, Paper
from tests.samples.people import people
from tests.samples.texts.names import CITY, COPIES, COUNTY, OFFICE, OFFICE_HEAD, PROVINCE_OFFICE, TO_ALL

PROVINCE_2012 = Paper(
    key="示政办发〔2012〕58号",
    era=Era.GB_2012,
    head=f"{PROVINCE_OFFICE}文件",
    number="示政办发〔2012〕58号",
    title="示例省人民政府办公厅关于加强农村饮用水安全管理的意见",
    recipients="各市、县（市、区）人民政府，省政府直属各单位",
    body=(
        "农村饮用水安全事关广大农民群众身体健康和切身利益。为巩固农村饮水工程建设成果，经省政府同意，现就加强农村饮用水安全管理提出如下意见：",
        "一、明确管理责任。县级人民政府是农村饮用水安全的责任主体，应当落实管理机构、人员和经费。",
        "二、保护水源水质。日供水千吨以上的集中式水源应当划定保护区，设立标志，禁止一切可能污染水源的活动。",
        "三、建立合理水价机制。实行有偿供水、计量收费，水费收入不足以维持运行的，由县级财政给予补助。",
        "四、加强水质监测。卫生部门每季度对出厂水和末梢水进行抽检，结果向社会公布。",
    ),
    dated_on=date(2012, 9, 10),
    genre="意见",
    signature=(PROVINCE_OFFICE,),
    mark="此件公开发布",
    copy_recipients="省委各部门，省人大常委会办公厅，省政协办公厅",
    printing_body=PROVINCE_OFFICE,
    printed_on=date(2012, 9, 12),
    origin="incoming",
    applicability="other_maker",
)

FORWARDED_2012 = Paper(
    key="临政办函〔2012〕1号",
    era=Era.GB_2012,
    head=OFFICE,
    form=Form.LETTER,
    number="临政办函〔2012〕1号",
    title="临湖县人民政府办公室转发示例省人民政府办公厅关于加强农村饮用水安全管理意见的通知",
    recipients=TO_ALL,
    body=(
        "现将《示例省人民政府办公厅关于加强农村饮用水安全管理的意见》（示政办发〔2012〕58号）转发给你们，并结合我县实际，提出如下要求，请一并贯彻执行。",
        "一、各镇（乡）要在11月底前对辖区内47处集中供水工程逐一登记，明确管护单位和责任人，登记表报县水利局汇总。",
        "二、县环境保护局会同县水利局，年底前完成日供水千吨以上水源地保护区划定方案编制。",
        "三、县财政从2013年起每年安排专项补助80万元，用于偏远山区供水工程运行维护。",
    ),
    dated_on=date(2012, 10, 26),
    genre="通知",
    signature=(OFFICE,),
    mark="此件公开发布",
    judgement=Judgement("proactive", ("A-20-11",)),
    origin="forwarded",
)

CITY_2010 = Paper(
    key="江政发〔2010〕33号",
    era=Era.GB_1999,
    head=f"{CITY}文件",
    number="江政发〔2010〕33号",
    title="江南市人民政府批转市发展改革委关于2010年深化经济体制改革重点工作意见的通知",
    recipients="各县（市、区）人民政府，市政府各部门",
    body=(
        "市政府同意市发展改革委《关于2010年深化经济体制改革重点工作的意见》，现转发给你们，请结合实际，认真贯彻执行。",
        "深化经济体制改革是转变发展方式的强大动力。各地、各部门要加强组织领导，明确工作责任，扎实推进集体林权、医药卫生、投融资体制等重点领域改革，确保年度任务落到实处。市发展改革委要加强指导协调和督促检查，重大情况及时报告市政府。",
    ),
    dated_on=date(2010, 5, 6),
    genre="通知",
    bodies=(CITY,),
    subject_words="经济管理　体制改革　意见　通知",
    copy_recipients="市委各部门，市人大常委会、市政协办公室",
    printing_body="江南市人民政府办公室",
    printed_on=date(2010, 5, 10),
    origin="incoming",
    applicability="other_maker",
)

JOINT_2016 = Paper(
    key="临财农〔2016〕24号",
    era=Era.GB_2012,
    head="临湖县财政局　临湖县农业局　临湖县水利局文件",
    number="临财农〔2016〕24号",
    title="临湖县财政局　临湖县农业局　临湖县水利局关于印发高标准农田建设资金管理办法的通知",
    recipients="各镇（乡）人民政府、街道办事处",
    body=(
        "为规范高标准农田建设资金管理，提高资金使用效益，我们制定了《临湖县高标准农田建设资金管理办法》，现印发给你们，请遵照执行。执行中的问题，请及时反馈。",
    ),
    dated_on=date(2016, 5, 31),
    genre="通知",
    signature=("临湖县财政局", "临湖县农业局", "临湖县水利局"),
    mark="此件主动公开",
    copy_recipients="县政府办公室，县审计局",
    printing_body="临湖县财政局办公室",
    printed_on=date(2016, 6, 1),
    annexes=(
        Annex(
            "临湖县高标准农田建设资金管理办法",
            (
                "第一条　本办法所称资金，是指中央、省、市和县级财政安排用于高标准农田建设的专项资金。",
                "第二条　资金使用坚持统筹安排、突出重点、专款专用、公开透明的原则，任何单位和个人不得骗取、截留、挤占、挪用。",
                "第三条　资金用于田块整治、灌溉排水、田间道路、农田防护和土壤改良，不得用于兴建楼堂馆所、弥补预算支出缺口。",
                "第四条　项目实行县级报账制。施工单位凭工程进度审核单申请拨款，竣工验收前拨付比例不超过合同价的85%。",
                "第五条　项目建设内容、资金安排、施工单位和验收结果应当在项目所在村公示，公示期不少于10日。",
                "第六条　本办法自2016年7月1日起施行。",
            ),
        ),
    ),
    judgement=Judgement("proactive", ("A-20-1",)),
    origin="incoming",
    applicability="other_maker",
)

ORDER_2013 = Paper(
    key="森林防火令2013",
    era=Era.GB_2012,
    head="临湖县人民政府令",
    form=Form.ORDER,
    number="第3号",
    title="森林防火禁火令",
    recipients=None,
    body=(
        "为预防森林火灾，保护森林资源和人民生命财产安全，根据《森林防火条例》的有关规定，县人民政府决定发布禁火令如下：",
        "一、禁火期为2013年11月1日至2014年4月30日，清明节前后为特别禁火期。",
        "二、禁火区为全县范围内的林地及距离林地边缘100米范围内的区域。",
        "三、禁火期内，严禁在禁火区焚烧秸秆、上坟烧纸、野炊烧烤以及其他野外用火行为。",
        "四、违反本令的，由林业主管部门依法处罚；引发森林火灾构成犯罪的，依法追究刑事责任。",
        "县　长　沈志远",
    ),
    dated_on=date(2013, 10, 25),
    genre="令",
    bodies=(COUNTY,),
    judgement=Judgement("proactive", ("A-19",)),
)

BILL_2015 = Paper(
    key="临政〔2015〕2号",
    era=Era.GB_2012,
    head="临湖县人民政府文件",
    number="临政〔2015〕2号",
    signatory="沈志远",
    title="临湖县人民政府关于提请审议2015年县级财政预算调整方案的议案",
    recipients="县人大常委会",
    body=(
        "2015年上半年，受土地出让收入下降和新增民生支出等因素影响，县级财政收支发生较大变化。根据《中华人民共和国预算法》的规定，县政府编制了2015年县级财政预算调整方案，主要内容是：",
        "一、一般公共预算收入由年初的21.6亿元调整为22.1亿元，支出由34.8亿元调整为36.3亿元，新增支出主要用于机关事业单位养老保险制度改革和公立医院补助。",
        "二、政府性基金预算收入由12亿元调减为9.4亿元，相应调减土地收购储备支出。",
        "三、新增地方政府债券资金1.8亿元，全部用于公益性资本支出，列入当年预算管理。",
        "现提请审议。",
    ),
    dated_on=date(2015, 8, 17),
    genre="议案",
    signature=(COUNTY,),
    mark="此件依申请公开",
    judgement=Judgement("on_request", ("R-13/27",)),
)

CONSULT_2018 = Paper(
    key="临政办函〔2018〕1号",
    era=Era.GB_2012,
    head=OFFICE,
    form=Form.LETTER,
    number="临政办函〔2018〕1号",
    title="临湖县人民政府办公室关于征求临湖县招商引资优惠政策（征求意见稿）意见的函",
    recipients="县发展改革局、县财政局、县国土资源局、县商务局",
    body=(
        "根据县政府主要领导批示，我办会同县商务局起草了《临湖县招商引资优惠政策（征求意见稿）》。现印送你们征求意见，请认真研究，于4月20日前将书面意见反馈我办（无意见也请反馈），逾期视为无意见。",
        "征求意见稿涉及用地价格、税收返还比例等内容尚未确定，仅供内部研究使用，请妥善保管，不得外传。",
    ),
    dated_on=date(2018, 4, 9),
    genre="函",
    signature=(OFFICE,),
    annotation="联系人：冯思源，联系电话：0999-2200021",
    findings=(("landline_phone", "0999-2200021"),),
    judgement=Judgement("withheld", ("N-16-2",)),
)

REPEATED_2018 = Paper(
    key="临政办函〔2018〕2号甲",
    era=Era.GB_2012,
    head=OFFICE,
    form=Form.LETTER,
    number="临政办函〔2018〕2号",
    title="临湖县人民政府办公室关于县政协十四届二次会议第17号提案的答复函",
    recipients="民建临湖县总支部委员会",
    body=(
        "贵总支在县政协十四届二次会议上提出的《关于加快补齐农村养老服务短板的建议》收悉。经与县民政局、县财政局研究，现答复如下：",
        "一、关于设施建设。全县已建成居家养老服务中心132家，2018年计划新建示范型中心6家，每家补助60万元。",
        "二、关于人才队伍。县民政局与县职业技术学校合作开设养老护理班，对取得职业资格并从业满二年的，给予一次性奖励。",
        "三、关于医养结合。镇卫生院与敬老院签约率已达100%，下一步将探索在敬老院内设医务室。",
        "感谢贵总支对养老事业的关心支持。",
    ),
    dated_on=date(2018, 6, 25),
    genre="函",
    signature=(OFFICE,),
    mark="此件公开发布",
    annotation="办理结果分类：A",
    judgement=Judgement("proactive"),
)

REPEATED_2018_AGAIN = Paper(
    key="临政办函〔2018〕2号乙",
    era=Era.GB_2012,
    head=OFFICE,
    form=Form.LETTER,
    number="临政办函〔2018〕2号",
    title="临湖县人民政府办公室关于协助做好全国水利普查成果核查工作的函",
    recipients="江南市水利局",
    body=(
        "贵局《关于组织开展水利普查成果核查工作的函》收悉。经研究，现将有关事项函复如下：",
        "一、我县成立由县水利局牵头的核查工作组，抽调技术人员14名，分三组开展工作。",
        "二、核查范围包括小型水库18座、规模以上水闸36座、农村供水工程112处，计划于7月底前完成外业调查。",
        "三、核查中发现的河道名称、坐标差错，由县水利局统一汇总后上报贵局。",
    ),
    dated_on=date(2018, 6, 27),
    genre="函",
    signature=(OFFICE,),
)

PARTY_2017 = Paper(
    key="临委发〔2017〕14号",
    era=Era.GB_2012,
    head="中共临湖县委文件",
    number="临委发〔2017〕14号",
    title="中共临湖县委关于加强基层党组织标准化建设的意见",
    recipients="各镇党委、街道党工委，县级机关各部门党组织",
    body=(
        "为进一步夯实党在基层的组织基础，现就加强基层党组织标准化建设提出如下意见：",
        "一、规范组织设置。有正式党员三人以上的单位，应当单独建立党支部；不足三人的，可以与邻近单位建立联合党支部。",
        "二、规范组织生活。每月相对固定一天开展主题党日活动，支部党员大会每季度召开一次，支部书记每年讲党课不少于一次。",
        "三、规范阵地建设。村、社区党群服务中心面积不少于400平方米，实行统一标识、统一服务事项。",
        "四、强化考核问责。将标准化建设情况纳入基层党建述职评议，连续两年未达标的，对党组织书记进行约谈。",
    ),
    dated_on=date(2017, 7, 3),
    genre="意见",
    signature=("中共临湖县委",),
    copy_recipients="县人大常委会、县政府、县政协党组",
    printing_body="中共临湖县委办公室",
    printed_on=date(2017, 7, 4),
    origin="incoming",
    applicability="party",
)

_REPORTER, _TARGET = people(31, 2)

PETITION_2019 = Paper(
    key="信访答复2019",
    era=Era.GB_2012,
    head="临湖县信访局",
    form=Form.LETTER,
    number="临信复〔2019〕7号",
    title="关于反映柳塘镇违规占地建房问题的处理意见书",
    recipients=f"{_REPORTER.name}同志",
    body=(
        f"你于2019年4月来信举报{_TARGET.name}在柳塘镇荷花村违规占地建房的问题，本局已受理。你预留的联系电话为{_REPORTER.mobile}，住址为{_REPORTER.address}。",
        "经柳塘镇人民政府会同县自然资源和规划局调查核实：被举报人于2018年10月在原宅基地东侧扩建附房一处，占地26平方米，未取得批准手续，你反映的情况属实。目前柳塘镇已责令其限期拆除，附房于2019年5月28日自行拆除完毕。",
        "如对本处理意见不服，可以自收到本意见书之日起三十日内，向江南市信访局申请复查。本局对举报人信息依法予以保密。",
    ),
    dated_on=date(2019, 6, 4),
    genre=None,
    signature=("临湖县信访局",),
    findings=(
        ("whistle_blower", _REPORTER.name),
        ("mobile_phone", _REPORTER.mobile),
        ("address", _REPORTER.address),
    ),
    origin="incoming",
    applicability="other_maker",
)

TRADITIONAL_2007 = Paper(
    key="臺商函2007",
    era=Era.GB_2012,
    head="",
    number=None,
    title="臨湖縣臺灣同胞投資企業協會關於改善工業園區用電狀況的建議",
    recipients="臨湖縣人民政府",
    body=(
        "本會會員企業共三十二家，主要從事電子元件、紡織與食品加工，集中於縣工業園區東區。自今年六月以來，園區東區線路頻繁跳閘，最長一次停電達十一小時，多家企業生產線被迫中斷，交貨期受到影響。",
        "經了解，主要原因是園區變電站容量不足，且東區仍由單回路供電。為此，本會謹提出以下建議：一、儘快增加變電站主變壓器，實現雙回路供電；二、計劃性停電提前三日通知企業；三、建立供電部門與企業的聯絡機制，定期會商。",
        "以上建議，敬請貴府研究採納。",
    ),
    dated_on=date(2007, 8, 20),
    genre="建议",
    signature=("臨湖縣臺灣同胞投資企業協會",),
    origin="incoming",
    applicability="other_maker",
    labels=("hant",),
)

CONTRACT_2020 = Paper(
    key="保密合同2020",
    era=Era.GB_2012,
    head="",
    number=None,
    title="临湖县智慧水务平台技术开发合同",
    recipients=None,
    body=(
        "甲方：临湖县水务集团有限公司　　乙方：江南云帆信息技术有限公司",
        "一、乙方为甲方开发智慧水务平台，包括管网监测、泵站调度和营业收费三个子系统，开发费用为人民币贰佰叁拾捌万元整，分签约、初验、终验三期支付。",
        "二、乙方的泄漏识别算法、核心工艺参数和源代码属于商业秘密，甲方及其工作人员不得向第三方披露，本条款在合同终止后五年内继续有效。",
        "三、双方因履行本合同发生争议的，应当协商解决；协商不成的，向临湖县人民法院起诉。",
        "四、本合同一式四份，双方各执二份，自签字盖章之日起生效。",
    ),
    dated_on=date(2020, 9, 15),
    genre=None,
    signature=(),
    findings=(("commercial_secret", "商业秘密"),),
    labels=("not_official",),
)

PHONE_DUTY_2020 = Paper(
    key="值班安排2020",
    era=Era.GB_2012,
    head="",
    number=None,
    title="县政府办公室2020年国庆中秋假期值班安排",
    recipients=None,
    body=(
        "根据假期安排，现将县政府办公室2020年国庆、中秋假期值班人员安排如下，请值班人员提前做好工作衔接，保持通信畅通，严格执行领导带班和二十四小时值班制度。",
        *(
            f"10月{day}日：带班领导{leader.name}，值班人员{duty.name}，手机{duty.mobile}。"
            for day, (leader, duty) in enumerate(zip(people(41, 5), people(43, 5), strict=True), start=1)
        ),
        "值班室设在行政中心主楼一楼，遇有突发事件，先口头报告带班领导，再书面报告县政府总值班室。",
    ),
    dated_on=date(2020, 9, 28),
    genre="安排",
    signature=(OFFICE,),
    findings=tuple(("mobile_phone", person.mobile) for person in people(43, 5)),
    labels=("not_official",),
)

ANNOUNCEMENT_2021 = Paper(
    key="临政公告〔2021〕1号",
    era=Era.GB_2012,
    head="临湖县人民政府公告",
    form=Form.NOTICE_BOARD,
    number="2021年第1号",
    title="临湖县人民政府关于公布县级文物保护单位保护范围的公告",
    recipients=None,
    body=(
        "根据《中华人民共和国文物保护法》的规定，现将青石石桥、南坞古窑址、文庙大成殿等9处县级文物保护单位的保护范围和建设控制地带予以公布。",
        "一、保护范围内不得进行其他建设工程或者爆破、钻探、挖掘等作业；因特殊情况需要进行的，必须保证文物安全，并依法报批。",
        "二、建设控制地带内的建设工程，不得破坏文物保护单位的历史风貌，设计方案应当征得县文物行政部门同意。",
        "三、保护范围图纸存县文化和广电旅游体育局、县自然资源和规划局，供公众查阅。",
        "特此公告。",
    ),
    dated_on=date(2021, 3, 16),
    genre="公告",
    signature=(COUNTY,),
    copy_recipients=None,
    judgement=Judgement("proactive", ("A-19",)),
)

TRAINING_2011 = Paper(
    key="临政办发〔2011〕3号",
    era=Era.GB_1999,
    head=OFFICE_HEAD,
    number="临政办发〔2011〕3号",
    title="临湖县人民政府办公室关于举办全县公文处理业务培训班的通知",
    recipients=TO_ALL,
    body=(
        "为提高全县公文处理工作水平，经研究，决定举办公文处理业务培训班。现将有关事项通知如下：",
        "一、培训对象。各镇（乡）、街道党政办负责人，县政府各部门办公室主任、文秘人员各一名。",
        "二、培训内容。行文规则、公文格式、保密管理、归档要求，并对去年公文差错率较高的单位进行点评。",
        "三、时间地点。十二月八日至九日，地点县委党校。参训人员七日下午报到，食宿统一安排，费用由县财政负担。",
        "四、请各单位于十二月二日前将参训人员名单报县政府办公室文书科。",
    ),
    dated_on=date(2011, 11, 24),
    genre="通知",
    bodies=(OFFICE,),
    subject_words="文秘工作　培训　通知",
    copy_recipients=COPIES,
    printing_body=OFFICE,
    printed_on=date(2011, 11, 25),
)
