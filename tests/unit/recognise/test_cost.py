"""Recognition costs what a text of its length costs, whatever the text is made of.

The promise is a second for a megabyte, and no more than 2.5 times the half, on a quiet machine;
``bench/recognition.py`` prints the figures. Here, where other tests run at the same time, three times as long is
allowed, and growth is told as :func:`tests.pace.assert_linear` does.
"""

import functools
from collections.abc import Callable, Iterable

import pytest

from app.inventory.recognise.file_name import named_in_file
from app.text.dates import find_dates
from app.text.document_number import find_numbers
from tests.pace import assert_linear, at_most, cpu_seconds
from tests.unit.recognise import cost
from tests.unit.recognise.worst_texts import MATCHES, WORST, repeated

MOST_SECONDS = 3.0
AT_ONCE = 0.1
"""The share of finding all that finding the first may cost."""


def keeps_to_its_share(of_text: Callable[[str], float], unit: str) -> None:
    """Fail unless a megabyte is read in time and costs about what its length lets expect."""
    assert_linear(lambda length: of_text(repeated(unit, length)), cost.MEGABYTE, MOST_SECONDS)


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST)
def test_a_megabyte_takes_no_more_than_its_share(unit: str) -> None:
    keeps_to_its_share(cost.of_recognising, unit)


@pytest.mark.parametrize(("find", "unit"), MATCHES.values(), ids=MATCHES)
def test_a_megabyte_of_nothing_but_matches_is_no_worse(
    find: Callable[[str], Iterable[object]], unit: str
) -> None:
    keeps_to_its_share(functools.partial(cost.of_finding_all, find), unit)


def test_an_own_number_is_found_without_reading_a_whole_megabyte() -> None:
    text = repeated("国发〔2020〕1号2020年3月7日", cost.MEGABYTE)
    for find in (find_numbers, find_dates):
        first = min(cpu_seconds(lambda find=find: next(find(text))) for _ in range(3))
        assert first < AT_ONCE * cost.of_finding_all(find, text)


@pytest.mark.parametrize("between", [" ", "_", "—. "])
def test_a_long_name_of_a_member_of_an_archive_is_read_at_once(between: str) -> None:
    with at_most(1.0):
        assert named_in_file(f"关于防汛的通知{between * 20_000}印发版.doc").title == "关于防汛的通知"
        named_in_file(f"关于防汛的通知{between * 20_000}乙.doc")
