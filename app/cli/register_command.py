"""``dishu register``: registers the office kept itself, compared with the files that are held."""

import argparse
import re
from collections.abc import Mapping
from dataclasses import asdict

from app import wiring
from app.classify.run import classify
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json, say_none
from app.domain.document import SHORT
from app.domain.registers import MatchedBy, RegisterField
from app.domain.terms import REGISTER_FIELD_TERMS
from app.errors import WrongUseError
from app.inventory.registers import OpenedRegister, import_register, open_register, save_columns
from app.store import registers

_FIELDS = {term: field for field, term in REGISTER_FIELD_TERMS.items()}
_COLUMN = re.compile("[A-Z]{1,2}")
_MATCHES = {
    MatchedBy.NUMBER: "文号相符",
    MatchedBy.TITLE: "题名相符",
    MatchedBy.NUMBER_ALONE: "文号相符而题名不同，请核对",
    MatchedBy.PAPER: "没有电子文件，作为纸质件登记",
}


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    mapping = acts.add_parser("map", help="查看、更正登记簿各列的含义")
    _add_register(mapping)
    mapping.add_argument(
        "--set", action="append", default=[], metavar="题名=C", dest="columns", help="某项在哪一列，可多次"
    )
    options.add_by_if(mapping, "--set")
    options.add_json(mapping)
    mapping.set_defaults(run=_map)
    importing = acts.add_parser("import", help="读入登记簿，与文件逐条比对")
    _add_register(importing)
    options.add_by(importing)
    options.add_json(importing)
    importing.set_defaults(run=_import)
    listing = acts.add_parser("list", help="列出登记簿，和有文件而登记簿没有的公文")
    options.add_catalogue(listing)
    options.add_json(listing)
    listing.set_defaults(run=_list)


def _add_register(parser: argparse.ArgumentParser) -> None:
    options.add_catalogue(parser)
    parser.add_argument(
        "register", type=options.path, metavar="登记簿", help="xls、xlsx、et、csv、dbf，或有表格线的 pdf"
    )
    parser.add_argument("--sheet", default="", metavar="工作表", help="读哪一张，不写即行数最多的一张")


def _map(given: argparse.Namespace) -> int:
    columns = dict(map(_column, given.columns))
    if columns:
        options.require_by(given, "更正各列的含义")
    with wiring.open_session(given.catalogue) as session, session.pool(1) as pool:
        opened = open_register(session.catalogue, pool, given.register, sheet=given.sheet)
        if columns:
            _require_columns(opened, columns)
            opened = save_columns(session.catalogue, opened, columns, by=given.by)
    if given.json:
        say_json(_mapping_record(opened))
    else:
        _say_mapping(opened)
    return 0 if opened.mapping.is_usable else 1


def _column(said: str) -> tuple[RegisterField, int]:
    name, _, column = said.partition("=")
    letters = column.strip().upper()
    if name.strip() not in _FIELDS or not _COLUMN.fullmatch(letters):
        raise WrongUseError(f"看不懂“{said}”。", f"请写成 题名=C；可用的项：{'、'.join(_FIELDS)}。")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return _FIELDS[name.strip()], number - 1


def _require_columns(opened: OpenedRegister, columns: Mapping[RegisterField, int]) -> None:
    width = max(map(len, opened.table.rows), default=0)
    for place in columns.values():
        if place >= width:
            last = f"最后一列是 {_letters(width - 1)} 列" if width else "表是空的"
            raise WrongUseError(f"工作表“{opened.table.name}”没有 {_letters(place)} 列，{last}。")


def _letters(column: int) -> str:
    return (chr(ord("A") + column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)


def _mapping_record(opened: OpenedRegister) -> dict[str, object]:
    return {
        "sheet": opened.table.name,
        "heading_row": opened.mapping.heading_row,
        "saved": opened.is_saved,
        "columns": {field.value: _letters(place) for field, place in opened.mapping.columns.items()},
    }


def _say_mapping(opened: OpenedRegister) -> None:
    origin = "按此前保存的对应" if opened.is_saved else "按表头猜测"
    say(f"工作表“{opened.table.name}”，表头在第 {opened.mapping.heading_row} 行，{origin}：")
    rows = opened.table.rows[opened.mapping.heading_row :]
    for field, place in sorted(opened.mapping.columns.items(), key=lambda item: item[1]):
        sample = next((row[place] for row in rows if place < len(row) and row[place]), "")
        say(f"  {_letters(place)} 列　{REGISTER_FIELD_TERMS[field]}　例：{sample}")
    say("不对的话，用 --set 题名=C 更正，会保存下来。")


def _import(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.pool(1) as pool:
        opened = open_register(session.catalogue, pool, given.register, sheet=given.sheet)
        done = import_register(session.catalogue, opened, TerminalProgress(), by=given.by)
        if done.to_classify:
            classify(session.catalogue, session.rule_folders, pool, TerminalProgress(), by=given.by)
        with session.catalogue.read() as connection:
            missing = registers.unregistered(connection)
    if given.json:
        record = _mapping_record(opened) | asdict(done)
        say_json(record | {"unregistered": [asdict(one) for one in missing]})
    else:
        say(f"登记簿 {done.rows} 条：")
        for by, count in sorted(done.by_match.items()):
            say(f"  {_MATCHES[MatchedBy(by)]} {count}")
        if done.to_classify:
            say(f"按登记的公开属性重新给出建议 {done.to_classify} 件")
        say(f"有文件而登记簿没有的公文 {len(missing)} 件（dishu register list 查看）")
        if done.itself:
            say(f"登记簿的文件也在采集的文件夹里，本身计为一件公文（{done.itself[:SHORT]}）。")
    return 1 if done.by_match.get(MatchedBy.NUMBER_ALONE) else 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        kept = registers.all_registers(connection)
        missing = registers.unregistered(connection)
    if given.json:
        say_json(
            {"registers": [asdict(one) for one in kept], "unregistered": [asdict(one) for one in missing]}
        )
        return 0
    for one in kept:
        counts = "　".join(f"{_MATCHES[MatchedBy(by)]} {count}" for by, count in sorted(one.by_match.items()))
        say(f"{one.path}　{one.rows} 条　{counts}")
    for document in missing:
        say(f"登记簿没有：{document.document_number}　{document.title}")
    say_none(kept, "还没有读入登记簿；用 dishu register import 读入。", as_json=given.json)
    return 0
