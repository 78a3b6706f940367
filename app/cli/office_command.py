"""``dishu office``: the name of the office, those it has borne, and the codes of its document numbers."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.errors import WrongUseError
from app.inventory.office import (
    OfficeName,
    change_office,
    former_names,
    lines_of_names,
    names_from_lines,
    number_series,
    series_from_text,
)
from app.store.catalogue import Catalogue


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("--rename", default="", metavar="新名称", help="单位改名；原名称自动记入曾用名")
    parser.add_argument(
        "--former",
        action="append",
        metavar="名称",
        help="曾用名或前身，可带起止年份，如“临湖县国土资源局 2004-2010”；可多次，写出的代替原有的",
    )
    parser.add_argument("--series", metavar="代字", help="本单位的发文字号代字，如“临政发、临政办发”")
    parser.add_argument("--by", metavar="姓名", help="经办人，改动时必填")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Make the change, if one is asked for, and tell what is kept."""
    with wiring.open_session(given.catalogue) as session:
        if given.rename or given.former is not None or given.series is not None:
            _change(session.catalogue, given)
        _tell(session.catalogue, as_json=given.json)
    return 0


def _change(catalogue: Catalogue, given: argparse.Namespace) -> None:
    if not given.by:
        raise WrongUseError("改动单位名称要写经办人。", "请加上 --by 姓名。")
    former = None if given.former is None else names_from_lines("\n".join(given.former))
    series = None if given.series is None else series_from_text(given.series)
    change_office(catalogue, by=given.by, name=given.rename.strip(), former=former, series=series)


def _tell(catalogue: Catalogue, *, as_json: bool) -> None:
    office, former, series = catalogue.settings()["office"], former_names(catalogue), number_series(catalogue)
    if as_json:
        say_json({"office": office, "former": [_record(one) for one in former], "series": list(series)})
        return
    say(f"单位全称：{office}")
    for line in lines_of_names(former).splitlines():
        say(f"曾用名：{line}")
    say(f"发文字号代字：{'、'.join(series) or '未填'}")


def _record(name: OfficeName) -> dict[str, str | None]:
    return {"name": name.name, "from": name.valid_from, "to": name.valid_to}
