"""``dishu new``: a new catalogue."""

import argparse

from app.cli import options
from app.cli.output import say, say_json
from app.store.catalogue import create_catalogue


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("--office", required=True, metavar="名称", help="本机关全称")
    parser.add_argument("--fonds", default="", metavar="全宗号", help="全宗号，如 Z109")
    options.add_by(parser, is_required=False)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Make the catalogue."""
    with create_catalogue(
        given.catalogue, office=given.office, fonds_code=given.fonds, by=given.by
    ) as catalogue:
        record = {"catalogue": str(given.catalogue), "uuid": catalogue.settings()["uuid"]}
    if given.json:
        say_json(record)
    else:
        say(f"已建立目录：{given.catalogue}")
        say("提醒：本机不得存储、处理国家秘密。涉密文件请勿采集。")
        say("接下来：dishu people add 登记人员，dishu ingest 采集来源文件夹。")
    return 0
