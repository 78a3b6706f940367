"""``dishu status``: what is held and how far it is decided."""

import argparse
from dataclasses import asdict

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.domain.disclosure import DisclosureAttribute
from app.domain.terms import ATTRIBUTE_TERMS
from app.store import queries, runs
from app.store.queries import Overview


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the figures."""
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        overview = queries.overview(connection)
        last_run = runs.latest(connection)
    if given.json:
        say_json(_record(overview) | {"last_run": last_run})
    else:
        _say(overview)
    return 0


def _record(overview: Overview) -> dict[str, object]:
    years = [
        {"year": year, "attribute": attribute, "documents": count}
        for (year, attribute), count in sorted(
            overview.by_year_and_attribute.items(), key=lambda item: str(item[0])
        )
    ]
    return asdict(overview) | {"by_year_and_attribute": years}


def _say(overview: Overview) -> None:
    say(f"公文 {overview.documents} 件，文件 {overview.files} 个，涉密隔离 {overview.quarantined} 件")
    for attribute in DisclosureAttribute:
        count = sum(n for (_, value), n in overview.by_year_and_attribute.items() if value == attribute)
        say(f"  {ATTRIBUTE_TERMS[attribute]} {count}")
    for kind, count in sorted(overview.by_failure.items()):
        say(f"  读不出（{kind}）{count}")
