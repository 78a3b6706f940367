"""``dishu show``: one document with everything that is known of it."""

import argparse
from dataclasses import asdict

from app import wiring
from app.classify.records import elements_record, findings_record, suggestion_record
from app.cli import options
from app.cli.output import say, say_json
from app.cli.review_command import record as determination_record
from app.domain.terms import (
    APPLICABILITY_TERMS,
    ATTRIBUTE_TERMS,
    ELEMENT_TERMS,
    REGISTER_FIELD_TERMS,
    REVIEW_STATE_TERMS,
)
from app.errors import AppError
from app.store import detail
from app.store.detail import DocumentDetail
from app.store.queries import FileRow


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("document", metavar="公文")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the document."""
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        shown = detail.with_uuid(connection, given.document)
    if shown is None:
        raise AppError("目录里没有这份公文。", "请核对公文编号(export 或 search 的 document 一栏)。")
    if given.json:
        say_json(_record(shown))
    else:
        _say(shown)
    return 0


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
    for name, item in shown.elements.items():
        mark = "（已更正）" if item.replaced is not None else ""
        say(f"{ELEMENT_TERMS[name]}：{item.element.text}{mark}")
    say(f"公开属性：{ATTRIBUTE_TERMS[shown.row.attribute]}　{REVIEW_STATE_TERMS[shown.row.review_state]}")
    say(f"适用范围：{APPLICABILITY_TERMS[shown.row.applicability]}")
    if shown.suggestion is not None:
        basis = "、".join(shown.suggestion.basis) or "无"
        say(f"建议：{ATTRIBUTE_TERMS[shown.suggestion.attribute]}　依据：{basis}")
        for reason in shown.suggestion.reasons:
            say(f"  因为“{reason.quote}”（{reason.rule}）")
    for found in shown.findings:
        say(f"敏感：{found.kind} {found.shown}")
    if not shown.files:
        say("只有纸质件，没有电子文件。")
    for row in shown.register_rows:
        fields = "　".join(f"{REGISTER_FIELD_TERMS[name]} {text}" for name, text in row.fields.items())
        say(f"登记簿：{row.path} 第 {row.row} 行　{fields}")
    for file in shown.files:
        ocr = f"　文字识别，置信度 {file.ocr_confidence:.2f}" if file.ocr_confidence is not None else ""
        say(f"文件：{file.root}/{file.path}　由 {file.reader} 读取{ocr}")
