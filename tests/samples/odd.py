"""What else lies on an office's share: containers, sheets, mail, and files nobody can read."""

import random
from pathlib import Path

from tests.samples.carriers import plain
from tests.samples.carriers.compound import compound_file
from tests.samples.carriers.packed import write_zip, zip_bytes
from tests.samples.carriers.sheet import write_xlsx
from tests.samples.carriers.word import write_docx
from tests.samples.compose import as_text, compose
from tests.samples.paper import Paper, Table
from tests.samples.texts import restricted, rules, upward
from tests.samples.truth import ExpectedFile, derivable_of, elements_of, suggestion_of


def write_all(folder: Path) -> tuple[ExpectedFile, ...]:
    """Write the odd files below ``folder`` and say what must become of each."""
    files: list[ExpectedFile] = []
    for write in (_rosters, _register, _containers, _mail, _unreadable, _not_documents):
        files += write(folder)
    return tuple(files)


def _place(folder: Path, path: str) -> Path:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _rosters(folder: Path) -> list[ExpectedFile]:
    """Lists of people: aid recipients, and pupils with a hidden sheet of bank cards."""
    persons = restricted.AID_RECIPIENTS
    aid = "2011年/社会事务科/临时救助花名册.xlsx"
    write_xlsx(_place(folder, aid), "临湖县2011年第一批临时救助对象花名册", restricted.aid_table(persons))
    pupils = restricted.PUPILS
    school = "2014年/社会事务科/春晖小学困难学生资助名单.xlsx"
    head = ("序号", "学生姓名", "身份证号码", "监护人电话", "资助金额（元）")
    rows = ((str(place), p.name, p.resident_id, p.mobile, "500") for place, p in enumerate(pupils, start=1))
    shown = Table((head, *rows))
    hidden = Table((("学生姓名", "银行卡号"), *((p.name, p.bank_card) for p in pupils)))
    write_xlsx(_place(folder, school), "2014年春季困难学生资助名单", shown, hidden=hidden)
    aid_findings = tuple(
        pair
        for p in persons
        for pair in (("resident_id", p.resident_id), ("address", p.address), ("mobile_phone", p.mobile))
    )
    pupil_findings = tuple(
        pair for p in pupils for pair in (("resident_id", p.resident_id), ("mobile_phone", p.mobile))
    )
    cards = tuple(("bank_card", p.bank_card) for p in pupils)
    return [
        ExpectedFile(
            aid, "xlsx", findings=aid_findings, item=restricted.AID_2011.key, role="annex", labels=("roster",)
        ),
        ExpectedFile(
            school,
            "xlsx",
            findings=pupil_findings + cards,
            item="困难学生资助名单2014",
            role="master",
            labels=("roster", "minor"),
        ),
    ]


def _register(folder: Path) -> list[ExpectedFile]:
    """The office's own list of what it issued, with one row whose file exists on paper only."""
    path = "2014年/办公室/2014年发文登记簿.xlsx"
    papers = (rules.SCHOOL_MEALS_2014, rules.EMERGENCY_PLAN_2014)
    rows = tuple((p.number or "", p.title, p.dated_on.isoformat(), "永久") for p in papers)
    lost = ("临政办发〔2014〕4号", "临湖县人民政府办公室关于做好夏季用电安全工作的通知", "2014-06-11", "30年")
    write_xlsx(
        _place(folder, path),
        "临湖县人民政府办公室2014年发文登记簿",
        Table((("文号", "文件标题", "成文日期", "保管期限"), *rows, lost)),
    )
    return [ExpectedFile(path, "xlsx", labels=("register",))]


def _expected(path: str, kind: str, paper: Paper, role: str) -> ExpectedFile:
    return ExpectedFile(
        path, kind, elements=elements_of(paper), derivable=derivable_of(paper), findings=paper.findings, suggestion=suggestion_of(paper),
        item=paper.key, role=role, document_role=paper.origin, era=paper.era.value,
    )  # fmt: skip


def _containers(folder: Path) -> list[ExpectedFile]:
    """A zip with Chinese names in GBK and, inside, one more zip."""
    path = "2017年/办公室/停车管理办法资料.zip"
    draft, final = restricted.PARKING_DRAFT, restricted.PARKING_FINAL
    inner = zip_bytes({"final.txt": as_text(compose(final)).encode("gb18030")})
    write_zip(
        _place(folder, path),
        {
            "征求意见稿/停车管理办法（征求意见稿）.txt": as_text(compose(draft)).encode("gb18030"),
            "定稿.zip": inner,
        },
    )
    return [
        ExpectedFile(path, "zip"),
        _expected(f"{path}!/征求意见稿/停车管理办法（征求意见稿）.txt", "txt", draft, "draft"),
        ExpectedFile(f"{path}!/定稿.zip", "zip"),
        _expected(f"{path}!/定稿.zip!/final.txt", "txt", final, "copy"),
    ]


def _mail(folder: Path) -> list[ExpectedFile]:
    """A mail with one attachment."""
    path = "2013年/办公室/来往邮件/关于报送治理意见的函.eml"
    paper = upward.LETTER_2013
    text = "县府办：\r\n现将临湖水环境联合治理的函（电子稿）发去，请查收。\r\n县财政局办公室\r\n"
    plain.write_eml(
        _place(folder, path),
        "报送临湖水环境联合治理的函",
        text,
        {"商请函.txt": as_text(compose(paper)).encode("gb18030")},
    )
    addresses = (("email", "czj@linhu.example"), ("email", "fgb@linhu.example"))
    return [
        ExpectedFile(path, "eml", findings=addresses),
        _expected(f"{path}!/商请函.txt", "txt", paper, "copy"),
    ]


def _unreadable(folder: Path) -> list[ExpectedFile]:
    """Encrypted, cut off, empty, and of a closed format."""
    damaged = _place(folder, "2009年/办公室/发文/损坏的文件.docx")
    write_docx(damaged, compose(rules.FLOOD_2006))
    damaged.write_bytes(damaged.read_bytes()[:6000])
    noise = random.Random(5).randbytes(8192)
    encrypted = compound_file(
        {"EncryptionInfo": b"\x04\x00\x04\x00\x40\x00\x00\x00" + noise[:200], "EncryptedPackage": noise}
    )
    _place(folder, "2015年/人事科/加密的考核结果.docx").write_bytes(encrypted)
    _place(folder, "2009年/办公室/发文/空文件.doc").write_bytes(b"")
    _place(folder, "2009年/办公室/发文/中断的下载.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n"
    )
    _place(folder, "2005年/档案室/目录.ceb").write_bytes(b"Founder CEB 3.0\0" + noise[:2000])
    return [
        ExpectedFile("2009年/办公室/发文/损坏的文件.docx", "docx", "failed", "damaged"),
        ExpectedFile("2015年/人事科/加密的考核结果.docx", "ole", "failed", "encrypted"),
        ExpectedFile("2009年/办公室/发文/空文件.doc", "unknown", "failed", "damaged"),
        ExpectedFile("2009年/办公室/发文/中断的下载.pdf", "pdf", "failed", "damaged"),
        ExpectedFile("2005年/档案室/目录.ceb", "ceb", "failed", "unsupported"),
    ]


def _not_documents(folder: Path) -> list[ExpectedFile]:
    """Traces of office programs, skipped and counted."""
    lock = "2014年/办公室/发文/~$政办发〔2014〕1号.docx"
    owner = "办公室".encode("utf-16-le")
    _place(folder, lock).write_bytes(
        b"\x03" + "办公室".encode("gbk").ljust(53, b" ") + b"\x03\0" + owner.ljust(106, b" ")
    )
    thumbs = "2011年/社会事务科/Thumbs.db"
    _place(folder, thumbs).write_bytes(compound_file({"Catalog": b"\x10\0\x07\0"}))
    return [ExpectedFile(lock, "unknown", "skipped"), ExpectedFile(thumbs, "unknown", "skipped")]
