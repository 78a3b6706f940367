"""Requests, reports, replies and letters."""

from datetime import date

from tests.samples.paper import Era, Form, Judgement, Paper
from tests.samples.texts.names import CITY, COUNTY, COUNTY_HEAD, OFFICE

REQUEST_2008 = Paper(
    key="临政〔2008〕1号",
    era=Era.GB_1999,
    head=COUNTY_HEAD,
    number="临政〔2008〕1号",
    signatory="陶文涛",
    title="临湖县人民政府关于要求将环湖公路改建工程列入市重点建设项目的请示",
    recipients=CITY,
    body=(
        "环湖公路始建于1986年，全长十八点六公里，是连接我县青石、柳塘、白鹭三个镇（乡）的主要通道。经过二十余年使用，路基沉陷、路面破损严重，桥梁荷载等级偏低，已不能适应沿湖群众出行和旅游发展的需要。2007年日均交通量达到四千二百辆次，全年发生交通事故三十七起。",
        "经我县组织可行性研究，拟按二级公路标准对环湖公路进行改建，路基宽度十二米，估算总投资二亿一千万元，建设工期二年。目前工程选址、用地预审和环境影响评价等前期工作已经完成，自筹资金九千万元基本落实。",
        "为加快项目推进，恳请市政府将环湖公路改建工程列入2008年市重点建设项目，并在建设资金上给予补助。",
        "妥否，请批示。",
    ),
    dated_on=date(2008, 2, 18),
    genre="请示",
    bodies=(COUNTY,),
    annotation="联系人：县交通局　陈建中，电话：0999-2200118",
    subject_words="交通　公路　项目　请示",
    printing_body=OFFICE,
    printed_on=date(2008, 2, 19),
    findings=(("landline_phone", "0999-2200118"),),
    judgement=Judgement("withheld", ("N-16-2",)),
)

REPLY_2008 = Paper(
    key="江政函〔2008〕36号",
    era=Era.GB_1999,
    head=f"{CITY}",
    form=Form.LETTER,
    number="江政函〔2008〕36号",
    title="江南市人民政府关于同意环湖公路改建工程列入市重点建设项目的批复",
    recipients=COUNTY,
    body=(
        "你县《关于要求将环湖公路改建工程列入市重点建设项目的请示》（临政〔2008〕1号）收悉。经研究，现批复如下：",
        "一、同意将临湖县环湖公路改建工程列入2008年市重点建设项目，项目业主为临湖县交通投资有限公司。",
        "二、工程按二级公路标准设计，总投资控制在二亿一千万元以内。市级补助资金四千万元，分两年安排，其余由你县自筹。",
        "三、请你县抓紧做好征地拆迁和初步设计报批工作，严格执行项目法人责任制、招标投标制、工程监理制和合同管理制，确保工程质量和施工安全。",
    ),
    dated_on=date(2008, 4, 2),
    genre="批复",
    bodies=(CITY,),
    subject_words="交通　公路　批复",
    copy_recipients="市发展改革委，市交通局，市财政局",
    printing_body="江南市人民政府办公室",
    printed_on=date(2008, 4, 3),
    origin="incoming",
    applicability="other_maker",
)

LETTER_2013 = Paper(
    key="临政函〔2013〕1号",
    era=Era.GB_2012,
    head=COUNTY,
    form=Form.LETTER,
    number="临政函〔2013〕1号",
    title="临湖县人民政府关于商请支持临湖水环境联合治理的函",
    recipients="望山县人民政府",
    body=(
        "临湖是我们两县共有的重要水域。近年来，通过双方共同努力，湖区水质总体稳定，但上游来水氮、磷指标仍然偏高，2012年夏季局部水域出现蓝藻聚集，影响沿湖群众生产生活。",
        "为进一步改善水环境质量，我县拟从今年起实施为期三年的入湖河道综合整治工程，并建议两县建立联合治理机制：一是每季度召开一次联席会议，通报水质监测数据；二是统一沿湖五公里范围内畜禽养殖禁养区划定标准；三是开展联合执法，严厉查处偷排漏排行为；四是共同争取上级生态补偿资金。",
        "以上意见如无不妥，请予支持，并请于5月底前函复。具体事宜由我县环境保护局与贵县相关部门联系。",
    ),
    dated_on=date(2013, 4, 22),
    genre="函",
    signature=(COUNTY,),
    annotation="联系人：县环境保护局　华雅琴，联系电话：0999-2200536",
    findings=(("landline_phone", "0999-2200536"),),
    judgement=Judgement("withheld", ("N-16-2",)),
)

LETTER_REPLY_2013 = Paper(
    key="临政函〔2013〕2号",
    era=Era.GB_2012,
    head=COUNTY,
    form=Form.LETTER,
    number="临政函〔2013〕2号",
    title="临湖县人民政府关于青石镇历史文化街区保护规划的批复",
    recipients="青石镇人民政府",
    body=(
        "你镇《关于要求批准青石镇历史文化街区保护规划的请示》（青政〔2013〕15号）收悉。经研究，现批复如下：",
        "一、原则同意《青石镇历史文化街区保护规划（2013—2030年）》。保护范围东至石桥弄，南至市河，西至南坞路，北至文庙街，总面积12.6公顷，其中核心保护范围4.2公顷。",
        "二、核心保护范围内除必要的基础设施和公共服务设施外，不得进行新建、扩建活动；现有历史建筑应当保持原有高度、体量、外观和色彩。",
        "三、规划由你镇负责组织实施，县住建局、县文广新局加强指导和监督检查。规划一经批准，不得擅自修改；确需修改的，应当按程序报批。",
    ),
    dated_on=date(2013, 9, 6),
    genre="批复",
    signature=(COUNTY,),
    mark="此件公开发布",
    copy_recipients="县住建局，县文广新局，县国土资源局",
    judgement=Judgement("proactive", ("A-20-3",)),
)

REPORT_2015 = Paper(
    key="临政〔2015〕1号",
    era=Era.GB_2012,
    head=COUNTY_HEAD,
    number="临政〔2015〕1号",
    signatory="沈志远",
    title="临湖县人民政府关于2014年度安全生产工作情况的报告",
    recipients=CITY,
    body=(
        "2014年，在市委、市政府的正确领导下，我县坚持安全第一、预防为主、综合治理的方针，扎实推进安全生产各项工作。现将有关情况报告如下：",
        "一、基本情况",
        "全年共发生各类生产安全事故46起，死亡9人，同比分别下降12.5%和18.2%，未发生较大以上事故。全县规模以上企业标准化达标率达到87%。",
        "二、主要做法",
        "一是健全责任体系。县政府与16个镇（街道）、部门签订责任书，实行季度通报、年度考核。二是开展专项整治。重点整治道路交通、消防、建筑施工、烟花爆竹等领域，排查隐患5320处，整改率98.6%。三是夯实基层基础。建立镇级安监站14个，配备专职人员52名。",
        "三、存在问题和下步打算",
        "部分小微企业主体责任落实不到位，基层监管力量与任务不相适应。2015年，我县将以隐患排查治理为主线，深化“打非治违”，推进信息化监管平台建设，坚决防范重特大事故发生。",
        "特此报告。",
    ),
    dated_on=date(2015, 1, 19),
    genre="报告",
    signature=(COUNTY,),
    mark="此件依申请公开",
    printing_body=OFFICE,
    printed_on=date(2015, 1, 20),
    judgement=Judgement("on_request", ("R-13/27",)),
)

ALL = (REQUEST_2008, REPLY_2008, LETTER_2013, LETTER_REPLY_2013, REPORT_2015)
