"""Sheets and mails are not pages: what their rows and heads say is not their own."""

import pytest

from app.domain.document import ElementName, Origin
from app.domain.source import Extraction, FileFormat, PartKind, TextPart
from app.inventory.recognise import recognise

ROWS = (
    "件号\t责任者\t文号\t题名\t日期\n"
    "1\t临湖县人民政府\t临政发〔2019〕2号\t临湖县人民政府关于加强河道管理的通知\t20190101\n"
    "2\t临湖县人民政府\t临政发〔2019〕3号\t临湖县人民政府关于防汛工作的通知\t20190109\n"
)


def value(found, name: ElementName) -> str | None:
    return found.elements[name].text if name in found.elements else None


@pytest.mark.parametrize("kind", [FileFormat.XLSX, FileFormat.ET, FileFormat.CSV, FileFormat.DBF])
def test_a_register_is_no_copy_of_its_first_row(kind: FileFormat) -> None:
    found = recognise(Extraction(kind, None, "归档文件目录\n" + ROWS), "目录.xlsx")
    assert value(found, ElementName.TITLE) == "归档文件目录"
    assert found.elements[ElementName.TITLE].origin is Origin.DERIVED
    assert value(found, ElementName.DOCUMENT_NUMBER) is None
    assert value(found, ElementName.ISSUING_BODY) is None


def test_a_sheet_without_heading_is_named_by_its_file() -> None:
    found = recognise(Extraction(FileFormat.XLS, None, ROWS), "2019年收文登记簿.xls")
    assert value(found, ElementName.TITLE) in {None, "2019年收文登记簿"}
    assert value(found, ElementName.DOCUMENT_NUMBER) is None


def test_the_same_rows_on_a_page_are_judged_as_before() -> None:
    letter = "临湖县人民政府文件\n临政发〔2019〕2号\n临湖县人民政府关于加强河道管理的通知\n各镇人民政府：\n请落实。\n"
    found = recognise(Extraction(FileFormat.DOCX, None, letter))
    assert value(found, ElementName.DOCUMENT_NUMBER) == "临政发〔2019〕2号"
    assert value(found, ElementName.TITLE) == "临湖县人民政府关于加强河道管理的通知"


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("关于报送防汛材料的通知", "关于报送防汛材料的通知"),
        ("转发：Re: 关于报送防汛材料的通知", "关于报送防汛材料的通知"),
        ("材料", "材料"),
    ],
)
def test_a_mail_is_named_by_its_subject(subject: str, title: str) -> None:
    head = f"主题：{subject}\n发件人：office@example.com\n收件人：archive@example.com\n"
    text = head + "请查收附件。\n"
    mail = Extraction(FileFormat.EML, None, text, parts=(TextPart(PartKind.MAIL_HEADER, 0, len(head)),))
    assert value(recognise(mail), ElementName.TITLE) == title


def test_a_document_in_the_body_of_a_mail_keeps_its_title() -> None:
    head = "主题：转发文件\n发件人：office@example.com\n"
    body = (
        "临湖县人民政府文件\n\n临政发〔2019〕2号\n\n临湖县人民政府关于加强河道管理的通知\n\n各镇人民政府：\n请认真落实。\n\n"
        "临湖县人民政府\n2019年3月7日\n"
    )
    parts = (TextPart(PartKind.MAIL_HEADER, 0, len(head)),)
    found = recognise(Extraction(FileFormat.EML, None, head + body, parts=parts))
    assert value(found, ElementName.TITLE) == "临湖县人民政府关于加强河道管理的通知"
