"""Which of the most frequent characters a text holds, as a few numbers.

The full-text index keeps pairs of characters. A single character is found by putting together the lists of
all pairs that begin with it, which takes 0.7 seconds of a hundred thousand texts for the most frequent one:
the more different pairs, the longer. For the characters with most of them an entry of the index keeps a
bit each, so that those texts are counted by looking at a number.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FREQUENT = (
    "的和行业定理人务关等作法为一以要有省构对在实发用当中会国展合门应及资制动全设者金政规进化条新位第不地部工内施本年员时生保于体公",
    "与各十分大并立据家其强府市方同出上度现办开经力管提级学区高能件民日息下持责成报产照建准可三得性入二或通主目统项场事确范求自期加",
    "重向过导面所按术程供户育机是取织他由式权信技策险知点请证厅查划相外称任支备共四计系后院量指个明效结将况审收款格训校具专核心源平",
)
"""One string for each number; a character's place in it is its bit. In order of the different pairs they begin
in published official documents; which are listed decides about time only, never about what is found. Folded
forms. Part of what is stored, as :data:`app.text.tokens.TOKENISER_VERSION` says.
"""

_BITS = 64
"""Of a number as it is packed; the highest, which would make it negative, is left out."""

_PLACES = {
    character: (number, bit)
    for number, characters in enumerate(FREQUENT)
    for bit, character in enumerate(characters)
}
_SHORT = 60
"""Characters; looking at so few one by one is quicker than calling numpy."""


def place_of(character: str) -> tuple[int, int] | None:
    """Which number, and which of its bits, stands for a folded character; ``None`` for all other characters."""
    return _PLACES.get(character)


def held(texts: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the frequent characters that stand in any of these folded texts, or in their tokens."""
    return united([_held_in_short(text) if len(text) < _SHORT else _held_in_long(text) for text in texts])


def united(found: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The numbers of several texts put together."""
    numbers = [0] * len(FREQUENT)
    for one in found:
        numbers = [number | other for number, other in zip(numbers, one, strict=True)]
    return tuple(numbers)


def held_in_each(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """The same of each of several texts by itself; looked at as one they take half the time, unless one of them is
    most of it.
    """
    together = "".join(texts)
    if 2 * max(map(len, texts), default=0) > len(together):
        return [held([text]) for text in texts]
    import numpy as np  # only who indexes pays for loading it

    units = np.frombuffer(together.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    if len(units) > len(together):  # characters of two units
        return [held([text]) for text in texts]
    seen = np.zeros((len(texts), _NOT_FREQUENT + 1), dtype=bool)
    seen[np.repeat(np.arange(len(texts)), list(map(len, texts))), _ranks().take(units)] = True
    packed = np.packbits(seen[:, :_NOT_FREQUENT], axis=1, bitorder="little")
    return [tuple(numbers) for numbers in packed.view("<u8").tolist()]


def _held_in_short(text: str) -> list[int]:
    numbers = [0] * len(FREQUENT)
    for character in _PLACES.keys() & set(text):
        number, bit = _PLACES[character]
        numbers[number] |= 1 << bit
    return numbers


def _held_in_long(text: str) -> list[int]:
    import numpy as np  # only who indexes pays for loading it

    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    seen = np.bincount(_ranks().take(units), minlength=_NOT_FREQUENT + 1)
    packed = np.packbits(seen[:_NOT_FREQUENT] > 0, bitorder="little").tobytes()
    size = _BITS // 8
    return [int.from_bytes(packed[at : at + size], "little") for at in range(0, len(packed), size)]


_NOT_FREQUENT = len(FREQUENT) * _BITS


@cache
def _ranks() -> "NDArray[np.uint8]":
    """For each code point of the basic plane its bit among those of all numbers, or one beyond the last."""
    import numpy as np

    ranks = np.full(1 << 16, _NOT_FREQUENT, dtype=np.uint8)
    for character, (number, bit) in _PLACES.items():
        ranks[ord(character)] = number * _BITS + bit
    return ranks
