"""``dishu correct``: a person's value for an element counts from now on; ``--rules``: which rules were wrong."""

import argparse
from dataclasses import asdict

from app import wiring
from app.cli import naming, options
from app.cli.output import say, say_json
from app.domain.terms import ELEMENT_TERMS
from app.errors import WrongUseError
from app.inventory.correct import correct_element
from app.store.rule_quality import RuleQuality, rule_quality


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.usage = "dishu correct 目录 公文 要素 值 --by 姓名\n       dishu correct 目录 --rules [--json]"
    options.add_catalogue(parser)
    parser.add_argument("document", nargs="?", metavar="公文", help=naming.HOW)
    parser.add_argument("element", nargs="?", **options.one_of(ELEMENT_TERMS, "要素"))
    parser.add_argument("value", nargs="?", metavar="值", help="多个机关用“；”隔开")
    parser.add_argument("--rules", action="store_true", help="列出各识别规则被更正的次数")
    parser.add_argument("--by", metavar="姓名", help="经办人，更正时必填")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Correct the element, or list the rules."""
    if given.rules:
        return _list_rules(given)
    if given.document is None or given.element is None or given.value is None or not given.by:
        raise WrongUseError("缺少公文、要素、值或经办人。", "用法：dishu correct 目录 公文 要素 值 --by 姓名")
    with wiring.open_session(given.catalogue) as session:
        document = naming.named(session.catalogue, given.document)
        correct_element(session.catalogue, document, given.element, given.value, by=given.by)
    say("已更正。")
    return 0


def _list_rules(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        found = rule_quality(connection)
    if given.json:
        say_json([asdict(one) for one in found])
        return 0
    for one in found:
        say(_told(one))
    if not found:
        say("还没有人更正过识别结果。")
    return 0


def _told(one: RuleQuality) -> str:
    element = ELEMENT_TERMS[one.name]
    if not one.rule:
        return f"{element}：未识别出，由人补上 {one.corrected} 件"
    return f"{element}　规则 {one.rule}：识别 {one.found} 个，更正 {one.corrected} 件"
