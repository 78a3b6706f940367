"""``dishu rules``: check rules, and see what other rules would change."""

import argparse
from pathlib import Path

from app import wiring
from app.classify.rules import check
from app.classify.what_if import Difference, what_if
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.domain.terms import ATTRIBUTE_TERMS
from app.errors import AppError
from app.paths import resources


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    checking = acts.add_parser("check", help="检查规则文件夹")
    checking.add_argument("folder", type=options.path, metavar="规则文件夹", help="写法见 docs/rules.md")
    options.add_json(checking)
    checking.set_defaults(run=_check)
    comparing = acts.add_parser("what-if", help="换用这些规则会改变哪些建议（不改动任何内容）")
    options.add_catalogue(comparing)
    comparing.add_argument("folder", type=options.path, metavar="规则文件夹", help="写法见 docs/rules.md")
    options.add_workers(comparing)
    options.add_json(comparing)
    comparing.set_defaults(run=_what_if)


def _require_rules(folder: Path) -> None:
    """Refuse a folder in which no rule can be: to find nothing wrong with it would mislead."""
    if folder.is_dir() and not any(folder.glob("*.toml")):
        raise AppError(f"“{folder}”里没有规则文件。", "规则文件以 .toml 结尾，写法见 docs/rules.md。")


def _check(given: argparse.Namespace) -> int:
    _require_rules(given.folder)
    problems = check([resources() / "rules", given.folder])
    if given.json:
        say_json({"valid": not problems, "problems": [str(problem) for problem in problems]})
    else:
        for problem in problems:
            say(str(problem))
        say("规则可用。" if not problems else f"规则有 {len(problems)} 处问题。")
    return 1 if problems else 0


def _what_if(given: argparse.Namespace) -> int:
    _require_rules(given.folder)
    folders = [resources() / "rules", given.folder]
    with wiring.open_session(given.catalogue) as session, session.pool(given.workers) as pool:
        count = against = 0
        for difference in what_if(session.catalogue, folders, pool, TerminalProgress()):
            count += 1
            against += difference.speaks_against_decision
            _tell(difference, as_json=given.json)
    if not given.json:
        say(f"会改变 {count} 件的建议，其中 {against} 件与已审定的属性不同；目录没有改动。")
    return 0


def _tell(difference: Difference, *, as_json: bool) -> None:
    if as_json:
        say_json(
            {
                "document": difference.document,
                "suggested": difference.suggested,
                "would_be": difference.would_be,
                "basis": list(difference.basis),
                "would_be_basis": list(difference.would_be_basis),
                "decided": difference.decided,
                "speaks_against_decision": difference.speaks_against_decision,
            }
        )
        return
    before = ATTRIBUTE_TERMS[difference.suggested] if difference.suggested else "无建议"
    say(f"{difference.title}　{before} → {ATTRIBUTE_TERMS[difference.would_be]}")
