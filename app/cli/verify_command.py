"""``dishu verify``: the four-property check of a package (DA/T 70-2018)."""

import argparse

from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.domain.transfer import Check, Place, VerificationReport
from app.transfer.verify.report import summary
from app.transfer.verify.run import verify


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("package", type=options.path, metavar="移交包", help="移交包文件夹")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Check the package; 0 valid (warnings allowed), 1 invalid."""
    report = verify(given.package, TerminalProgress())
    if given.json:
        say_json(record(report))
    else:
        _say(report)
    return 0 if report.is_valid else 1


def record(report: VerificationReport) -> dict[str, object]:
    """A verification for JSON."""
    return {
        "package": report.package,
        "layout": report.layout,
        "valid": report.is_valid,
        "items": report.item_count,
        "files": report.file_count,
        "bytes": report.byte_count,
        "checks": [_check(check) for check in report.checks],
    }


def _check(check: Check) -> dict[str, object]:
    return {
        "code": check.code,
        "name": check.name,
        "outcome": check.outcome,
        "places": [_place(place) for place in check.places],
        "warnings": [_place(place) for place in check.warnings],
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.where, "message": place.message}


def _say(report: VerificationReport) -> None:
    for place in report.failures:
        say(f"不合格　{place.where}　{place.message}")
    for place in report.warnings:
        say(f"提醒　{place.where}　{place.message}")
    say(summary(report))
