"""The share of the county office: which document lies where, as which files."""

from tests.samples.filing import Carrier, Filing
from tests.samples.texts import restricted, rules, upward
from tests.samples.truth import Gap

FILINGS = (
    Filing("2006年/办公室/发文", rules.FLOOD_2006, Carrier.DOC),
    Filing("2006年/办公室/发文", rules.FLOOD_2006, Carrier.SCAN_TIF, "scan"),
    Filing("2006年/办公室/发文", rules.LAND_2006, Carrier.DOC_RTF),
    Filing("2006年/门户网站", rules.LAND_2006, Carrier.TXT, "copy"),
    Filing("2008年/办公室/上报", upward.REQUEST_2008, Carrier.WPS),
    Filing("2008年/办公室/收文", upward.REPLY_2008, Carrier.SCAN_PDF),
    Filing("2010年/办公室/发文", restricted.CLASSIFIED_2010, Carrier.DOCX, stem="演练任务安排"),
    Filing("2010年/办公室/发文", restricted.CLASSIFIED_2010, Carrier.DOC, stem="演练任务安排（存档）"),
    Filing("2011年/社会事务科", restricted.AID_2011, Carrier.DOCX),
    Filing("2013年/办公室/发函", upward.LETTER_2013, Carrier.DOCX),
    Filing("2013年/办公室/发函", upward.LETTER_REPLY_2013, Carrier.PDF),
    Filing("2013年/办公室/发函", upward.LETTER_REPLY_2013, Carrier.DOCX, "copy"),
    Filing("2014年/办公室/发文", rules.SCHOOL_MEALS_2014, Carrier.DOCX),
    Filing("2014年/办公室/发文", rules.SCHOOL_MEALS_2014, Carrier.PDF, "copy"),
    Filing("2014年/门户网站", rules.SCHOOL_MEALS_2014, Carrier.HTML, "web"),
    Filing("2014年/办公室/发文", rules.EMERGENCY_PLAN_2014, Carrier.WPS_OOXML),
    Filing("2014年/办公室/发文", rules.NOTICE_BOARD_2014, Carrier.DOCX),
    Filing("2015年/办公室/上报", upward.REPORT_2015, Carrier.DOCX),
    Filing("2016年/执法卷", restricted.PENALTY_2016, Carrier.TXT_UTF16),
    Filing("2017年/办公室/发文", rules.FEE_LIST_2017, Carrier.DOCX),
    Filing("2017年/办公室/发文", rules.FEE_LIST_2017, Carrier.OFD, "copy"),
    Filing("2017年/办公室/过程稿", restricted.PARKING_DRAFT, Carrier.DOCX, "draft"),
    Filing("2017年/办公室/发文", restricted.PARKING_FINAL, Carrier.OFD),
    Filing("2019年/办公室/发文", rules.RULES_2019, Carrier.PDF),
    Filing("2019年/办公室/发文", rules.RULES_2019, Carrier.SCAN_PNG, "scan"),
)

GAPS: tuple[Gap, ...] = ()
REPEATED_NUMBERS: tuple[str, ...] = ()
