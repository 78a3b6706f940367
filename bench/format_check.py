"""Faults that the check against GB/T 9704-2012 finds in a folder of Word and PDF files.

    .venv/bin/python bench/format_check.py FOLDER

Prints every fault by its code and the files that have it, to be looked at one by one.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path

from app.formats.reader import UnreadableError
from app.report.publication.check import format_faults
from app.report.publication.faults import Severity
from bench import promise


def main(folder: Path) -> None:
    found: dict[str, list[str]] = defaultdict(list)
    files: Counter[str] = Counter()
    for path in sorted((*folder.rglob("*.docx"), *folder.rglob("*.pdf"))):
        try:
            faults = format_faults(path)
        except UnreadableError as error:
            print(path.name, error)
            continue
        files[path.suffix] += 1
        for fault in faults:
            if fault.severity is Severity.FAULT:
                found[fault.code].append(f"{path.name} {fault.where} {fault.message} {fault.shown}")
    print(dict(files))
    promise.tell("false_faults", sum(map(len, found.values())))
    promise.tell("files", files.total())
    for code, places in sorted(found.items()):
        print(code, len(places))
        for place in places[:8]:
            print("   ", place)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
