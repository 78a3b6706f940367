"""``dishu show``: one document with everything that is known of it."""

import argparse
from dataclasses import asdict
from datetime import date

from app import wiring
from app.classify.records import elements_record, findings_record, suggestion_record
from app.cli import naming, options
from app.cli.document_lines import element_lines, finding_lines, suggestion_lines
from app.cli.output import say, say_json
from app.cli.review_command import record as determination_record
from app.domain.document import MemberRole
from app.domain.terms import (
    APPLICABILITY_TERMS,
    ATTRIBUTE_TERMS,
    MEMBER_ROLE_TERMS,
    REFERENCE_TERMS,
    REGISTER_FIELD_TERMS,
    RELATION_TERMS,
    REVIEW_STATE_TERMS,
)
from app.inventory.item_view import Change, ItemView, item_view
from app.store import detail
from app.store.detail import DocumentDetail
from app.store.documents import CorrectedElement
from app.store.naming import known_document
from app.store.queries import FileRow
from app.store.relatives import Citation

MOST_CHANGES = 20
MOST_CHARACTERS = 60
"""Of a change that is told in a terminal."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    naming.add_document(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the document."""
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        uuid = naming.named(session.catalogue, given.document)
        shown = detail.of(connection, known_document(connection, uuid))
        item = item_view(connection, shown.row.id)
    if given.json:
        say_json({**_record(shown), **_item_record(item)})
    else:
        _say(shown)
        _say_files(shown.files, item)
        _say_relations(item)
    return 0


def _item_record(item: ItemView) -> dict[str, object]:
    """The files with their part in the item and what sets their texts apart from the master's."""
    return {
        "members": [_without_ids(asdict(member)) for member in item.members],
        "relations": [asdict(neighbour) for neighbour in item.neighbours],
        "cites": [_citation_record(one) for one in item.cites],
        "cited_by": [_citation_record(one) for one in item.cited_by],
    }


def _citation_record(one: Citation) -> dict[str, object]:
    return {"kind": one.kind, "document_number": one.document_number, "document": one.document}


def _without_ids(record: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if name != "content_id"}


def _record(shown: DocumentDetail) -> dict[str, object]:
    return {
        "id": shown.row.uuid,
        "elements": elements_record({name: item.element for name, item in shown.elements.items()}),
        "applicability": shown.row.applicability,
        "role": shown.row.role,
        "disclosure_attribute": shown.row.attribute,
        "review_state": shown.row.review_state,
        "findings": findings_record(shown.findings),
        "suggestion": suggestion_record(shown.suggestion),
        "determinations": [determination_record(made) for made in shown.determinations],
        "files": [_file_record(file) for file in shown.files],
        "register_rows": [asdict(row) for row in shown.register_rows],
    }


def _file_record(file: FileRow) -> dict[str, object]:
    return {
        "root": file.root,
        "path": file.path,
        "role": file.role,
        "format": file.format,
        "is_present": file.is_present,
        "reader": file.reader,
        "recogniser": file.recogniser,
        "ocr_confidence": file.ocr_confidence,
    }


def _say(shown: DocumentDetail) -> None:
    say(f"公文编号：{shown.row.uuid}")
    lines = [*element_lines({name: _corrected(item) for name, item in shown.elements.items()})]
    attribute, state = ATTRIBUTE_TERMS[shown.row.attribute], REVIEW_STATE_TERMS[shown.row.review_state]
    lines.append(f"公开属性：{attribute}　{state}（{APPLICABILITY_TERMS[shown.row.applicability]}）")
    lines += suggestion_lines(shown.suggestion, date.today()) if shown.suggestion is not None else ()
    lines += finding_lines(shown.findings)
    for line in lines:
        say(line)
    if not shown.files:
        say("只有纸质件，没有电子文件。")
    for row in shown.register_rows:
        fields = "　".join(f"{REGISTER_FIELD_TERMS[name]} {text}" for name, text in row.fields.items())
        say(f"登记簿：{row.path} 第 {row.row} 行　{fields}")


def _corrected(item: CorrectedElement) -> str:
    return item.element.text + ("（已更正）" if item.replaced is not None else "")


def _say_files(files: tuple[FileRow, ...], item: ItemView) -> None:
    """Each file with its part in the item, and under it what its text says otherwise."""
    members = {member.sha256: member for member in item.members}
    for file in files:
        ocr = f"　文字识别，置信度 {file.ocr_confidence:.2f}" if file.ocr_confidence is not None else ""
        member = members.pop(file.sha256 or "", None)
        part = f"（{MEMBER_ROLE_TERMS[MemberRole(file.role)]}）" if file.role else ""
        alike = (
            f"　相似度 {member.similarity:.2f}" if member is not None and member.changes is not None else ""
        )
        say(f"文件{part}：{file.root}/{file.path}　由 {file.reader} 读取{ocr}{alike}")
        _say_changes(member.changes or () if member is not None else ())


def _say_changes(changes: tuple[Change, ...]) -> None:
    for change in changes[:MOST_CHANGES]:
        say(f"  {_change(change)}")
    if len(changes) > MOST_CHANGES:
        say(f"  共 {len(changes)} 处不同，其余见 --json。")


def _say_relations(item: ItemView) -> None:
    for near in item.neighbours:
        say(
            f"关联（{RELATION_TERMS[near.kind]}）：{near.document_number or ''}　{near.title}　{near.document}"
        )
    for one in item.cites:
        say(f"{REFERENCE_TERMS[one.kind]}：{one.document_number}　{one.document or '（目录中没有）'}")
    for one in item.cited_by:
        say(f"被{REFERENCE_TERMS[one.kind]}：{one.document_number or one.title}　{one.document}")


def _change(change: Change) -> str:
    """What was taken out and put in, on one line."""
    was, text = (" ".join(part.split())[:MOST_CHARACTERS] for part in (change.was, change.text))
    if was and text:
        return f"“{was}”→“{text}”"
    return f"少“{was}”" if was else f"多“{text}”"
