"""``dishu reindex``: build the full-text index anew from the catalogue."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.store import reindex
from app.store.catalogue import Catalogue


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("--if-needed", action="store_true", help="不需要重建时什么也不做")
    options.add_by(parser, is_required=False)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Rebuild, or finish a rebuild that was stopped; then index texts that have no entry."""
    with wiring.open_session(given.catalogue) as session:
        rebuilt = _rebuild(session.catalogue, given)
        added = reindex.index_missing(session.catalogue, TerminalProgress(), by=given.by)
    if given.json:
        say_json({"rebuilt": rebuilt, "added": added})
    else:
        say("全文索引已重建。" if rebuilt else "全文索引不需要重建。")
    return 0


def _rebuild(catalogue: Catalogue, given: argparse.Namespace) -> bool:
    if given.if_needed:
        return reindex.rebuild_if_needed(catalogue, TerminalProgress(), by=given.by)
    reindex.rebuild(catalogue, TerminalProgress(), by=given.by)
    return True
