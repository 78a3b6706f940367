import base64
import io
from email.header import Header
from email.message import EmailMessage

import pytest

from app.domain.source import FailureKind, FileFormat, PartKind
from app.formats.containers import members
from app.formats.extract import extract
from app.formats.identify import identify
from app.formats.read import mail
from app.formats.reader import UnreadableError


def read(data, file_format=FileFormat.EML):
    return mail.read(io.BytesIO(data), file_format)


def message(*, subject="关于报送材料的函", charset="gb18030"):
    found = EmailMessage()
    found["Subject"] = Header(subject, charset).encode()
    found["From"] = "办公室 <office@example.com>"
    found["To"] = "a@example.com"
    found["Date"] = "Fri, 7 Mar 2008 09:30:00 +0800"
    found.set_content("请查收。")
    found.add_alternative("<p>请<b>查收</b>。</p><table><tr><td>甲<td>乙</table>", subtype="html")
    found.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="附件1.zip")
    return found


def test_head_body_and_attachments():
    found = read(message().as_bytes())
    head = found.text[found.parts[0].start : found.parts[0].end]
    assert found.parts[0].kind is PartKind.MAIL_HEADER
    assert head.startswith(
        "主题：关于报送材料的函\n发件人：办公室 <office@example.com>\n收件人：a@example.com\n"
    )
    assert found.text.endswith("请查收。\n甲\t乙\n")
    assert [(item.name, item.size) for item in found.embedded] == [("附件1.zip", 2)]
    assert found.properties["sent_at"] == "2008-03-07T01:30:00Z"


@pytest.mark.parametrize(
    "subject",
    [
        b"=?gb2312?B?" + base64.b64encode("朱镕㈠".encode("gb18030")) + b"?=",
        "朱镕㈠".encode("gb18030"),
        "朱镕㈠".encode(),
        b"=?utf-8?B?" + base64.b64encode("朱镕㈠".encode()) + b"?=",
    ],
    ids=["gb2312 word", "raw gbk", "raw utf-8", "utf-8 word"],
)
def test_subjects_of_all_kinds(subject):
    assert read(b"Subject: " + subject + b"\nFrom: a@b\n\nx").properties["title"] == "朱镕㈠"


def test_a_body_declared_gb2312_is_read_beyond_gb2312():
    data = b"From: a@b\nSubject: x\nContent-Type: text/plain; charset=gb2312\n\n" + "关于㈠镕".encode(
        "gb18030"
    )
    assert read(data).text.endswith("关于㈠镕\n")


def test_members_are_attachments_and_attached_mails():
    outer = message()
    outer.add_attachment(message(subject="转发/件"))
    found = [
        (member.path, member.failure and member.failure.kind)
        for member in members(io.BytesIO(outer.as_bytes()), "a.eml")
    ]
    assert found == [("附件1.zip", None), ("转发_件.eml", None), ("转发_件.eml!/附件1.zip", None)]


def test_a_saved_page_shows_its_page():
    page = "<html><title>通知</title><body><p>正文</p></body></html>".encode("gb18030")
    data = (
        b'From: <Saved by browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        b"Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(page)
        + b"\n--b\nContent-Type: image/gif\n\nGIF\n--b--\n"
    )
    found = read(data, FileFormat.MHT)
    assert (found.text, found.properties["title"]) == ("正文\n", "通知")


def test_an_enveloped_mail_is_encrypted():
    with pytest.raises(UnreadableError) as caught:
        read(b"From: a@b\nSubject: x\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIA")
    assert caught.value.failure.kind is FailureKind.ENCRYPTED


def test_parts_nested_without_end_are_read_or_refused():
    boundaries = [f"b{number}" for number in range(3000)]
    data = b"From: a@b\nSubject: x\n" + b"".join(
        f'Content-Type: multipart/mixed; boundary="{name}"\n\n--{name}\n'.encode() for name in boundaries
    )
    try:
        outcome = read(data).properties["title"]
    except UnreadableError as error:
        outcome = error.failure.kind
    assert outcome in {"x", FailureKind.DAMAGED}


def mailbox(*mails, ends="\n"):
    """Mails one after the other, as Thunderbird and others export a folder."""
    text = "".join(f"From - Mon Mar  7 09:00:00 2011\n{mail}\n" for mail in mails)
    return text.replace("\n", ends).encode()


def simple(number, body="请查收。"):
    return f"From: a@linhu.example\nTo: b@linhu.example\nSubject: m{number}\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_mail_of_a_mailbox_is_a_file(ends):
    data = mailbox(
        simple(1),
        simple(2, "各位：\n\n>From 1 to 3 are done.\nFrom here on nothing is.\n"),
        simple(3),
        ends=ends,
    )
    assert identify(io.BytesIO(data), "收件箱").format is FileFormat.MBOX
    listed = extract(io.BytesIO(data), "收件箱")
    assert (listed.text, [one.name for one in listed.embedded]) == ("", ["1.eml", "2.eml", "3.eml"])
    read = [
        (member.path, extract(member.content, member.path).text)
        for member in members(io.BytesIO(data), "收件箱")
    ]
    assert [path for path, _ in read] == ["1.eml", "2.eml", "3.eml"]
    assert [f"m{number}" in text for number, (_, text) in enumerate(read, 1)] == [True] * 3
    assert "\nFrom 1 to 3 are done.\nFrom here on nothing is." in read[1][1]


def test_what_mails_of_a_mailbox_bring_along_is_unfolded():
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@linhu.example", "x"
    mail.set_content("附上。")
    mail.add_attachment("正文".encode(), maintype="text", subtype="plain", filename="函.txt")
    data = mailbox(simple(1), mail.as_string())
    assert [one.path for one in members(io.BytesIO(data), "a.mbox")] == ["1.eml", "2.eml", "2.eml!/函.txt"]


def test_one_mail_with_the_line_of_a_mailbox_is_a_mail():
    data = mailbox(simple(1))
    assert identify(io.BytesIO(data), "a.eml").format is FileFormat.EML
