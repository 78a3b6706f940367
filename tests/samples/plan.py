"""The share of the county office: which document lies where, as which files."""

from tests.samples.filing import Carrier, Filing
from tests.samples.texts import meetings, projects, restricted, rules, upward, various, yearly
from tests.samples.truth import Gap

_NOTICES = yearly.BY_NUMBER
_ISSUED = "{}年/办公室/发文"


def _issued(number: str, *carriers: Carrier) -> tuple[Filing, ...]:
    """A notice of the office: the first file is the master, the others are what people keep beside it."""
    paper = _NOTICES[number]
    folder = _ISSUED.format(paper.dated_on.year)
    return tuple(
        Filing(folder, paper, carrier, _role(place, carrier)) for place, carrier in enumerate(carriers)
    )


def _role(place: int, carrier: Carrier) -> str:
    if place == 0:
        return "master"
    return "scan" if carrier.value.needs_ocr else "copy"


_ANNUAL = (
    *_issued("临政办发〔2006〕1号", Carrier.DOC),
    *_issued("临政办发〔2006〕2号", Carrier.WPS, Carrier.SCAN_TIF),
    *_issued("临政办发〔2008〕1号", Carrier.DOC, Carrier.PDF),
    *_issued("临政办发〔2008〕2号", Carrier.DOC),
    *_issued("临政办发〔2008〕3号", Carrier.WPS),
    *_issued("临政发〔2009〕1号", Carrier.DOC_RTF, Carrier.TXT),
    *_issued("临政发〔2009〕2号", Carrier.DOC),
    *_issued("临政办发〔2011〕1号", Carrier.DOC, Carrier.SCAN_PDF),
    *_issued("临政办发〔2011〕2号", Carrier.DOCX),
    *_issued("临政发〔2014〕1号", Carrier.DOCX, Carrier.PDF),
    *_issued("临政发〔2014〕2号", Carrier.WPS_OOXML, Carrier.OFD),
    *_issued("临政办发〔2014〕3号", Carrier.DOCX),
    *_issued("临政办发〔2014〕5号", Carrier.DOCX),
    *_issued("临政办发〔2014〕6号", Carrier.DOCX, Carrier.TXT_UTF8),
    *_issued("临政办发〔2017〕3号", Carrier.DOCX),
    *_issued("临政发〔2019〕2号", Carrier.OFD, Carrier.PDF),
    *_issued("临政办发〔2020〕1号", Carrier.OFD, Carrier.DOCX),
    *_issued("临政办发〔2020〕2号", Carrier.OFD, Carrier.DOCX, Carrier.PDF),
    Filing("2008年/门户网站", _NOTICES["临政办发〔2008〕1号"], Carrier.HTML, "web"),
    Filing("2014年/门户网站", _NOTICES["临政办发〔2014〕6号"], Carrier.HTML, "web"),
    Filing("2019年/门户网站", _NOTICES["临政发〔2019〕2号"], Carrier.HTML, "web"),
    Filing("2020年/门户网站", _NOTICES["临政办发〔2020〕1号"], Carrier.HTML, "web"),
)

_RULES = (
    Filing("2006年/办公室/发文", rules.FLOOD_2006, Carrier.DOC),
    Filing("2006年/办公室/发文", rules.FLOOD_2006, Carrier.SCAN_TIF, "scan"),
    Filing("2006年/办公室/发文", rules.LAND_2006, Carrier.DOC_RTF),
    Filing("2006年/门户网站", rules.LAND_2006, Carrier.TXT, "copy"),
    Filing("2014年/办公室/发文", rules.SCHOOL_MEALS_2014, Carrier.DOCX),
    Filing("2014年/办公室/发文", rules.SCHOOL_MEALS_2014, Carrier.PDF, "copy"),
    Filing("2014年/门户网站", rules.SCHOOL_MEALS_2014, Carrier.HTML, "web"),
    Filing("2014年/办公室/发文", rules.EMERGENCY_PLAN_2014, Carrier.WPS_OOXML),
    Filing("2014年/办公室/发文", rules.NOTICE_BOARD_2014, Carrier.DOCX),
    Filing("2014年/办公室/发文", rules.NOTICE_BOARD_2014, Carrier.SCAN_JPG, "scan"),
    Filing("2017年/办公室/发文", rules.FEE_LIST_2017, Carrier.DOCX),
    Filing("2017年/办公室/发文", rules.FEE_LIST_2017, Carrier.OFD, "copy"),
    Filing("2019年/办公室/发文", rules.RULES_2019, Carrier.PDF),
    Filing("2019年/办公室/发文", rules.RULES_2019, Carrier.SCAN_PNG, "scan"),
    Filing("2017年/办公室/过程稿", restricted.PARKING_DRAFT, Carrier.DOCX, "draft"),
    Filing(
        "2017年/办公室/过程稿", restricted.PARKING_FINAL, Carrier.DOCX, "draft", stem="停车管理办法（定稿）"
    ),
    Filing("2017年/办公室/发文", restricted.PARKING_FINAL, Carrier.OFD),
)

_TO_AND_FRO = (
    Filing("2008年/办公室/上报", upward.REQUEST_2008, Carrier.WPS),
    Filing("2008年/办公室/收文", upward.REPLY_2008, Carrier.SCAN_PDF),
    Filing("2013年/办公室/发函", upward.LETTER_2013, Carrier.DOCX),
    Filing("2013年/办公室/发函", upward.LETTER_REPLY_2013, Carrier.PDF),
    Filing("2013年/办公室/发函", upward.LETTER_REPLY_2013, Carrier.DOCX, "copy"),
    Filing("2015年/办公室/上报", upward.REPORT_2015, Carrier.DOCX),
    Filing("2015年/办公室/上报", various.BILL_2015, Carrier.DOCX),
    Filing("2010年/办公室/收文", various.CITY_2010, Carrier.DOC),
    Filing("2012年/办公室/收文", various.PROVINCE_2012, Carrier.PDF),
    Filing("2012年/办公室/发函", various.FORWARDED_2012, Carrier.DOCX),
    Filing("2012年/办公室/发函", various.FORWARDED_2012, Carrier.TXT_UTF16, "copy"),
    Filing("2016年/财政科", various.JOINT_2016, Carrier.DOCX),
    Filing("2016年/财政科", various.JOINT_2016, Carrier.PDF, "copy"),
    Filing("2013年/办公室/发文", various.ORDER_2013, Carrier.DOCX),
    Filing("2018年/办公室/发函", various.CONSULT_2018, Carrier.DOCX),
    Filing("2018年/办公室/发函", various.REPEATED_2018, Carrier.DOCX),
    Filing("2018年/办公室/发函", various.REPEATED_2018_AGAIN, Carrier.DOCX),
    Filing("2017年/办公室/收文", various.PARTY_2017, Carrier.PDF),
    Filing("2007年/办公室/收文", various.TRADITIONAL_2007, Carrier.TXT_UTF8),
    Filing("2021年/办公室/发文", various.ANNOUNCEMENT_2021, Carrier.OFD),
    Filing("2021年/门户网站", various.ANNOUNCEMENT_2021, Carrier.HTML, "web"),
    Filing("2011年/办公室/发文", various.TRAINING_2011, Carrier.RTF),
)

_CARE = (
    Filing("2010年/办公室/发文", restricted.CLASSIFIED_2010, Carrier.DOCX, stem="演练任务安排"),
    Filing("2010年/办公室/发文", restricted.CLASSIFIED_2010, Carrier.DOC, stem="演练任务安排（存档）"),
    Filing("2010年/办公室/发文", restricted.CLASSIFIED_2010, Carrier.PDF, stem="演练任务安排（打印）"),
    Filing("2011年/社会事务科", restricted.AID_2011, Carrier.DOCX),
    Filing("2016年/执法卷", restricted.PENALTY_2016, Carrier.TXT_UTF16),
    Filing("2019年/信访", various.PETITION_2019, Carrier.DOCX),
    Filing("2020年/办公室/合同", various.CONTRACT_2020, Carrier.DOCX),
    Filing("2020年/办公室/值班", various.PHONE_DUTY_2020, Carrier.TXT),
)

_REQUEST_CARRIERS = (Carrier.DOC, Carrier.WPS, Carrier.DOCX, Carrier.DOCX, Carrier.WPS_OOXML, Carrier.PDF)
_REPLY_CARRIERS = (Carrier.DOC, Carrier.DOC_RTF, Carrier.DOCX, Carrier.PDF, Carrier.DOCX, Carrier.OFD)

_PROJECTS = (
    *(
        Filing(f"{paper.dated_on.year}年/办公室/收文", paper, carrier)
        for paper, carrier in zip(projects.REQUESTS, _REQUEST_CARRIERS, strict=True)
    ),
    *(
        Filing(f"{paper.dated_on.year}年/办公室/发函", paper, carrier)
        for paper, carrier in zip(projects.REPLIES, _REPLY_CARRIERS, strict=True)
    ),
)

_MEETINGS = (
    *(
        Filing(f"{paper.dated_on.year}年/办公室/会议", paper, carrier)
        for paper, carrier in zip(meetings.MINUTES, (Carrier.DOC, Carrier.DOCX, Carrier.PDF), strict=True)
    ),
    *(
        Filing(f"{paper.dated_on.year}年/人事科", paper, carrier)
        for paper, carrier in zip(meetings.APPOINTED, (Carrier.DOC, Carrier.DOCX, Carrier.OFD), strict=True)
    ),
)

FILINGS = (*_RULES, *_ANNUAL, *_TO_AND_FRO, *_CARE, *_PROJECTS, *_MEETINGS)
"""All files of single documents; containers, sheets and unreadable files are in `odd`."""

GAPS = (
    Gap("临湖县人民政府办公室", "临政办发", 2014, (4,)),
    Gap("临湖县人民政府", "临政函", 2016, (2,)),
)
"""What is missing in the office's own series, each of which begins with 1."""

REPEATED_NUMBERS = ("临政办函〔2018〕2号",)
"""Numbers that two different documents carry."""
