"""Runs the BagIt conformance suite of the Library of Congress and prints what our validator says.

    python bench/bagit_conformance.py [SUITE]

SUITE defaults to ../shared/data/bagit-conformance-suite. Exit status 1 when a bag is judged wrongly.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.progress import Silent
from app.transfer.verify.bagit import validate_bag
from bench import promise

SUITE = Path(__file__).parents[2] / "shared" / "data" / "bagit-conformance-suite"
STRICT = {"valid": "valid", "invalid": "invalid", "linux-only": "invalid"}
EXPECTED = {**STRICT, "warning": "warning", "windows-only": "invalid"}


@dataclass(frozen=True)
class Verdict:
    """What was said about one bag; a valid bag may also carry warnings."""

    bag: str
    kind: str
    said: str
    first: str

    @property
    def is_right(self) -> bool:
        """Whether the suite agrees."""
        wanted = EXPECTED[self.kind]
        return self.said == wanted or (wanted == "valid" and self.said == "warning")


def verdicts(suite: Path) -> Iterator[Verdict]:
    """Every bag of the suite."""
    for bag in sorted(path for path in suite.glob("v*/*/*") if path.is_dir()):
        found = validate_bag(bag, Silent())
        said = "invalid" if found.errors else "warning" if found.warnings else "valid"
        places = found.errors or found.warnings
        first = f"{places[0].where}: {places[0].message}" if places else ""
        yield Verdict(str(bag.relative_to(suite)), bag.parent.name, said, first)


def main(arguments: list[str]) -> int:
    suite = Path(arguments[0]) if arguments else SUITE
    if not suite.is_dir():
        print(f"no suite at {suite}")
        return 2
    judged = list(verdicts(suite))
    for verdict in judged:
        print(f"{'ok  ' if verdict.is_right else 'BAD '} {verdict.said:8} {verdict.bag}  {verdict.first}")
    total = Counter(verdict.kind for verdict in judged)
    right = Counter(verdict.kind for verdict in judged if verdict.is_right)
    print(f"strict {sum(right[k] for k in STRICT)}/{sum(total[k] for k in STRICT)}", end="  ")
    print("  ".join(f"{kind} {right[kind]}/{total[kind]}" for kind in EXPECTED if kind in total))
    promise.tell("wrongly_judged", (total - right).total())
    promise.tell("bags", total.total())
    return 0 if right == total else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
