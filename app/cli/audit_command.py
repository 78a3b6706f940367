"""``dishu audit``: verify the chain, export the log with its verifier, show the life of one document."""

import argparse

from app import wiring
from app.cli import naming, options
from app.cli.output import moment, say, say_json
from app.errors import WrongUseError
from app.review import trail
from app.review.trail_words import name_of, value_of
from app.store import audit


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    verify = acts.add_parser("verify", help="校验审计链，并核对公文的属性与记录一致")
    options.add_catalogue(verify)
    verify.add_argument("--head", metavar="序号:校验值", help="以前打印或移交的校验值")
    options.add_json(verify)
    verify.set_defaults(run=_verify)
    export = acts.add_parser("export", help="逐行输出审计记录（JSON），或连同校验脚本写入文件夹")
    options.add_catalogue(export)
    export.add_argument(
        "--into", type=options.path, metavar="文件夹", help="写入空文件夹，附校验脚本和校验方法"
    )
    options.add_always_json(export)
    export.set_defaults(run=_export)
    life = acts.add_parser("timeline", help="一份公文的经过")
    options.add_catalogue(life)
    naming.add_document(life)
    options.add_json(life)
    life.set_defaults(run=_timeline)


def _verify(given: argparse.Namespace) -> int:
    expected = _head(given.head) if given.head else None
    with wiring.open_session(given.catalogue) as session:
        found = trail.verify(session.catalogue, expected)
    sequence, digest = found.head
    if given.json:
        say_json(
            {
                "valid": found.is_whole,
                "entries": sequence,
                "head": f"{sequence}:{digest}",
                "faults": [{"sequence": fault.sequence, "message": fault.message} for fault in found.faults],
                "differing": list(found.differing),
            }
        )
        return 0 if found.is_whole else 1
    for fault in found.faults:
        say(f"第 {fault.sequence} 条：{fault.message}")
    for uuid in found.differing:
        say(f"公文 {uuid}：现有属性或状态与审计记录不一致")
    wrong = len(found.faults) + len(found.differing)
    say(f"审计链有 {wrong} 处问题。" if wrong else "审计链完好。")
    say(f"当前校验值 {sequence}:{digest}")
    return 1 if wrong else 0


def _head(given: str) -> tuple[int, str]:
    number, _, digest = given.partition(":")
    if not number.isdigit() or not digest:
        raise WrongUseError("--head 的格式是“序号:校验值”。", "请照打印件抄写，例如 120:ab12…。")
    return int(number), digest


def _export(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        if given.into is not None:
            count = trail.export_trail(session.catalogue, given.into)
            say(f"已导出 {count} 条到 {given.into}；校验：python {given.into / trail.VERIFIER_NAME}")
            return 0
        with session.catalogue.read() as connection:
            for entry in audit.entries(connection):
                say_json(trail.entry_record(entry))
    return 0


def _timeline(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        found = trail.timeline(session.catalogue, naming.named(session.catalogue, given.document))
    for step in found:
        if given.json:
            changes = [
                {"name": name, "before": before, "after": after} for name, before, after in step.details
            ]
            say_json(
                {
                    "sequence": step.sequence,
                    "at": step.at,
                    "by": step.by,
                    "act": step.act,
                    "changes": changes,
                }
            )
        else:
            told = "；".join(_told(*change) for change in step.details)
            say(f"{moment(step.at)}　{step.by}　{step.act}　{told}")
    return 0


def _told(name: str, before: str, after: str) -> str:
    """One value of a document and how it changed, in words."""
    words = (value_of("", value) or "（无）" for value in (before, after))
    return f"{name_of('', name)} {'→'.join(words)}"
