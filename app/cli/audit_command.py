"""``dishu audit``: verify the chain and export the log."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.domain.audit import AuditEntry
from app.errors import WrongUseError
from app.store import audit


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    verify = acts.add_parser("verify", help="校验审计链")
    options.add_catalogue(verify)
    verify.add_argument("--head", metavar="序号:校验值", help="以前打印或移交的校验值")
    options.add_json(verify)
    verify.set_defaults(run=_verify)
    export = acts.add_parser("export", help="逐行输出审计记录（JSON）")
    options.add_catalogue(export)
    export.set_defaults(run=_export)


def _verify(given: argparse.Namespace) -> int:
    expected = _head(given.head) if given.head else None
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        faults = audit.faults(connection, expected_head=expected)
        sequence, digest = audit.head(connection)
    if given.json:
        say_json(
            {
                "valid": not faults,
                "entries": sequence,
                "head": f"{sequence}:{digest}",
                "faults": [{"sequence": fault.sequence, "message": fault.message} for fault in faults],
            }
        )
    else:
        for fault in faults:
            say(f"第 {fault.sequence} 条：{fault.message}")
        say("审计链完好。" if not faults else f"审计链有 {len(faults)} 处问题。")
        say(f"当前校验值 {sequence}:{digest}")
    return 1 if faults else 0


def _head(given: str) -> tuple[int, str]:
    number, _, digest = given.partition(":")
    if not number.isdigit() or not digest:
        raise WrongUseError("--head 的格式是“序号:校验值”。", "请照打印件抄写，例如 120:ab12…。")
    return int(number), digest


def _export(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        for entry in audit.entries(connection):
            say_json(_record(entry))
    return 0


def _record(entry: AuditEntry) -> dict[str, object]:
    return {
        "sequence": entry.sequence,
        "canonical": entry.canonical.decode(),
        "digest": entry.digest,
        "changes": [
            {
                "name": change.name,
                "before": change.before,
                "after": change.after,
                "salt": change.salt,
                "commitment": change.commitment,
            }
            for change in entry.changes
        ],
    }
