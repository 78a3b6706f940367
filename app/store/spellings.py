"""Names that are printed in several ways: one value in every list of values, and found together.

``临湖县财政局`` and ``臨湖縣 财政局`` are the same body, ``（试行）`` and ``(试行)`` the same words. Which ways
occur is read from the few hundred different values that a catalogue holds.
"""

from collections import Counter
from collections.abc import Iterable

from app.text.tokens import plain_name

NAMES = frozenset({"issuing_body", "genre"})
"""The columns of ``document`` that hold names as they were printed."""


def merged(counted: Counter[str]) -> Counter[str]:
    """The same counts, ways of printing one name added up under the most frequent of them."""
    ways: dict[str, list[str]] = {}
    for name, _ in counted.most_common():
        ways.setdefault(plain_name(name), []).append(name)
    return Counter({names[0]: sum(counted[name] for name in names) for names in ways.values()})


def ways_to_print(name: str, held: Iterable[str]) -> list[str]:
    """Those of the held values that are this name."""
    wanted = plain_name(name)
    return [one for one in held if plain_name(one) == wanted]
