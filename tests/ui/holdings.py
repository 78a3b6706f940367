"""Fills a catalogue with invented documents of 临湖县, fast enough for a hundred thousand of them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName
from app.domain.people import PersonRole
from app.domain.source import Extraction, FileFormat
from app.review import people
from app.store import codec, runs
from app.store.catalogue import Catalogue, Unit, create_catalogue
from app.store.tables import classification, holdings
from app.text.pinyin import sort_key
from app.text.strokes import stroke_key

OFFICE = "临湖县人民政府办公室"
REVIEWER, APPROVER, PIN = "王示例", "李样本", "246810"
AT = "2024-05-06T08:30:00"
NAMESPACE = UUID("7f0c3a52-2f0e-4f5b-9c55-0a6a7a3d5a11")
PAGE = 2000
SUBJECTS = (
    "农村饮水安全",
    "城乡环境整治",
    "安全生产",
    "义务教育均衡发展",
    "河道清淤",
    "惠民补贴发放",
    "机关作风建设",
)
GENRES = (
    ("通知", "各乡镇人民政府，县政府各部门"),
    ("意见", "各乡镇人民政府"),
    ("批复", "县水利局"),
    ("函", "县财政局"),
)
IDENTITY = "11010119900307391X"
ATTRIBUTES = (DisclosureAttribute.PROACTIVE, DisclosureAttribute.ON_REQUEST, DisclosureAttribute.WITHHELD)
BASIS = {"proactive": "A-20-1", "on_request": "R-13-1", "withheld": "N-16-1"}


def new_catalogue(folder: Path, count: int) -> Catalogue:
    """A catalogue with ``count`` documents, a reviewer and an approver with a PIN."""
    made = create_catalogue(folder, office=OFFICE, fonds_code="0042", by=REVIEWER)
    people.add_person(made, REVIEWER, [PersonRole.REVIEWER], by=REVIEWER)
    people.add_person(made, APPROVER, [PersonRole.APPROVER], by=REVIEWER)
    people.set_pin(made, APPROVER, PIN, by=APPROVER)
    fill(made, count)
    return made


def fill(catalogue: Catalogue, count: int) -> None:
    """Add documents numbered from 1."""
    with catalogue.write(by=REVIEWER, action="test.fill") as unit:
        run = runs.start(unit.connection, unit.at)
        unit.connection.execute(
            holdings.root.insert().values(
                id=1, uuid=str(uuid5(NAMESPACE, "root")), label="档案室", path="/档案室"
            )
        )
        for first in range(1, count + 1, PAGE):
            _fill_page(unit, range(first, min(first + PAGE, count + 1)), run.id)
        unit.record("test", [Change("count", None, str(count))])
        unit.commit()


def text_of(number: int) -> str:
    """The text of a document: head, title, recipients, body, signature."""
    fact = facts(number)
    lines = [
        f"{OFFICE}文件",
        fact["document_number"],
        "",
        fact["title"],
        f"{fact['main_recipients']}：",
        f"　　为做好{fact['subject']}工作，经县政府同意，现就有关事项通知如下，请认真贯彻执行。",
        *_paragraphs(number, fact["subject"]),
        f"　　联系人：周样例，身份证号{IDENTITY}。"
        if number % 5 == 0
        else "　　请于月底前将落实情况报县政府办公室。",
        OFFICE,
        f"{fact['year']}年{fact['month']}月{fact['day']}日",
        "（此件公开发布）" if number % 3 == 0 else "",
    ]
    return "\n".join(lines)


def facts(number: int) -> dict[str, Any]:
    """What is known of a document."""
    year, month, day = 2005 + number % 18, 1 + number % 12, 1 + number % 28
    genre, recipients = GENRES[number % len(GENRES)]
    subject = SUBJECTS[number % len(SUBJECTS)]
    return {
        "year": year,
        "month": month,
        "day": day,
        "genre": genre,
        "subject": subject,
        "main_recipients": recipients,
        "title": f"{OFFICE}关于进一步加强{subject}工作的{genre}",
        "document_number": f"临政办发〔{year}〕{1 + number // 18}号",
        "dated_on": f"{year}-{month:02}-{day:02}",
    }


def _paragraphs(number: int, subject: str) -> Iterator[str]:
    heads = ("提高思想认识", "落实工作责任", "加强资金保障", "严格督促检查", "做好信息报送")
    for place, head in enumerate(heads[: 3 + number % 3]):
        yield f"　　{'一二三四五'[place]}、{head}。各乡镇、各部门要把{subject}列入重要议事日程，明确分管领导和具体人员，分解任务，限期完成。"


def _fill_page(unit: Unit, numbers: range, run: int) -> None:
    texts = {number: text_of(number) for number in numbers}
    insert = unit.connection.execute
    insert(holdings.content.insert(), [_content(n, texts[n]) for n in numbers])
    packed = codec.pack_structure(Extraction(format=FileFormat.TXT, puid=None, text=""))
    insert(
        holdings.content_text.insert(),
        [{"content_id": n, "body": codec.pack_text(texts[n]), "structure": packed} for n in numbers],
    )
    insert(holdings.document.insert(), [_document(n) for n in numbers])
    insert(
        holdings.member.insert(),
        [
            {"document_id": n, "content_id": n, "role": "master", "similarity": 1.0, "made_by": "test"}
            for n in numbers
        ],
    )
    insert(holdings.location.insert(), [_location(n, run) for n in numbers])
    insert(holdings.element.insert(), [row for n in numbers for row in _elements(n, texts[n])])
    insert(classification.suggestion.insert(), [_suggestion(n, texts[n]) for n in numbers])
    found = [_finding(n, texts[n]) for n in numbers if IDENTITY in texts[n]]
    if found:
        insert(classification.finding.insert(), found)


def _content(number: int, text: str) -> dict[str, Any]:
    return {
        "id": number,
        "sha256": f"{number:064x}",
        "size": len(text) * 3,
        "format": ("docx", "pdf", "doc", "wps", "ofd")[number % 5],
        "status": "ok",
        "page_count": 1 + number % 7,
        "text_length": len(text),
        "reader": "test",
        "recogniser": "test",
        "extracted_at": AT,
    }


def _document(number: int) -> dict[str, Any]:
    fact = facts(number)
    return {
        "id": number,
        "uuid": str(uuid5(NAMESPACE, str(number))),
        "master_content_id": number,
        "title": fact["title"],
        "title_key": sort_key(fact["title"]),
        "title_strokes": stroke_key(fact["title"]),
        "document_number": fact["document_number"],
        "number_series": "临政办发",
        "number_year": fact["year"],
        "number_serial": 1 + number // 18,
        "issuing_body": OFFICE,
        "dated_on": fact["dated_on"],
        "year": fact["year"],
        "genre": fact["genre"],
        "main_recipients": fact["main_recipients"],
        "disclosure_mark": "此件公开发布" if number % 3 == 0 else None,
        "suggested_attribute": ATTRIBUTES[number % 3],
        "finding_count": int(number % 5 == 0),
        "page_count": 1 + number % 7,
        "created_at": AT,
    }


def _location(number: int, run: int) -> dict[str, Any]:
    fact = facts(number)
    path = f"{fact['year']}年/{fact['document_number']}.docx"
    return {
        "root_id": 1,
        "path": path,
        "raw_path": f"{number}/{path}".encode(),
        "status": "ok",
        "content_id": number,
        "size": 4096,
        "first_seen_at": AT,
        "last_seen_at": AT,
        "last_seen_run": run,
    }


def _elements(number: int, text: str) -> Iterator[Mapping[str, Any]]:
    fact = facts(number)
    printed_date = f"{fact['year']}年{fact['month']}月{fact['day']}日"
    values = {
        ElementName.TITLE: (fact["title"], fact["title"]),
        ElementName.DOCUMENT_NUMBER: (fact["document_number"], fact["document_number"]),
        ElementName.ISSUING_BODY: ((OFFICE,), OFFICE),
        ElementName.MAIN_RECIPIENTS: (fact["main_recipients"], fact["main_recipients"]),
        ElementName.DATED_ON: (fact["dated_on"], printed_date),
        ElementName.GENRE: (fact["genre"], fact["genre"]),
    }
    for name, (value, printed) in values.items():
        start = text.index(printed)
        yield {
            "content_id": number,
            "name": name,
            "value": codec.pack_value(value),
            "printed": printed,
            "origin": "printed",
            "confidence": 0.4 if name is ElementName.GENRE and number % 7 == 0 else 0.95,
            "start": start,
            "end": start + len(printed),
            "page": 1,
            "rule": "test",
        }


def _suggestion(number: int, text: str) -> dict[str, Any]:
    attribute = ATTRIBUTES[number % 3]
    quote = "请认真贯彻执行"
    reason = {
        "rule": "test",
        "quote": quote,
        "start": text.index(quote),
        "end": text.index(quote) + len(quote),
        "page": 1,
    }
    return {
        "document_id": number,
        "attribute": attribute,
        "applicability": "ours",
        "redact": int(number % 5 == 0),
        "basis": codec.packed_list((BASIS[attribute],)),
        "reasons": json.dumps([reason], ensure_ascii=False),
        "against": "[]",
        "to_check": codec.packed_list(("附件是否含个人信息",)) if number % 5 == 0 else "[]",
        "rule_edition": "test",
        "made_at": AT,
    }


def _finding(number: int, text: str) -> dict[str, Any]:
    start = text.index(IDENTITY)
    return {
        "content_id": number,
        "kind": "resident_id",
        "start": start,
        "end": start + len(IDENTITY),
        "page": 1,
        "shown": "110101********391X",
        "confidence": 0.99,
    }
