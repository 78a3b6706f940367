"""``dishu classify``: findings and suggestions for everything that is held."""

import argparse

from app import wiring
from app.classify.run import classify
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.domain.disclosure import DisclosureAttribute
from app.domain.terms import ATTRIBUTE_TERMS


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    options.add_workers(parser)
    options.add_by(parser, is_required=False)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Classify and tell what is proposed."""
    with wiring.open_session(given.catalogue) as session, session.pool(given.workers) as pool:
        summary = classify(session.catalogue, session.rule_folders, pool, TerminalProgress(), by=given.by)
    if given.json:
        say_json(
            {
                "classified": summary.classified,
                "failed": summary.failed,
                "by_attribute": dict(summary.by_attribute),
                "rule_edition": summary.rule_edition,
            }
        )
    elif not summary.classified:
        say("没有需要给出建议的公文：现有的建议都出自现行规则。")
    else:
        say(f"已给出建议 {summary.classified} 件（规则版本 {summary.rule_edition}）：")
        for attribute in DisclosureAttribute:
            say(f"  {ATTRIBUTE_TERMS[attribute]} {summary.by_attribute[attribute]}")
        say("以上只是建议，须由人认定。")
    return 1 if summary.failed else 0
