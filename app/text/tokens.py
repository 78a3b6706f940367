"""Tokens of the full-text index: pairs of neighbouring Han characters, and whole words.

A run of Han characters ``浙政办`` gives ``浙政 政办 办``: each character with the next, the last one
alone. Letters and digits between anything else are one token each. Blanks and a single line end
inside a run of Han characters are typesetting and do not end it. So any substring of two or more
characters is a phrase of tokens, and a number is only found whole (16号 is not in 216号).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from app.text.folding import fold, has_other_planes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOKENISER_VERSION = 1
"""Raise it when this module or folding changes what is stored: every index is then built anew."""

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs of all planes, ``〇`` and the repetition mark, as the inside of a character class."""

_BLANKS = " \u200b-\u200d\u2060\ufeff\u00ad"
JOIN = f"[{_BLANKS}]*[\\n\\f\\v]?[{_BLANKS}]*"
"""What may stand between two Han characters of one word: blanks, and at most one line end."""

_LINE_ENDS = "\\n\\f\\v"
_APART, _SIGN = "\0", "\1"
"""What stands between texts that are cut as one, and in its place where a text itself has it."""

_KINDS = 4
_WORD_KIND, _HAN_KIND, _APART_KIND = 1, 2, 3
"""Anything else has the kind 0."""

_SHORT = 60
"""Characters; titles and numbers are cut one by one, because calling numpy takes longer."""


@dataclass(frozen=True, slots=True)
class PhraseTokens:
    """Tokens that must follow each other; ``is_open``: the last one may go on (``号`` finds ``号的``)."""

    tokens: tuple[str, ...]
    is_open: bool


@cache
def _joined() -> re.Pattern[str]:
    """What stands between two Han characters of one word. Patterns are made when they are first needed: each takes
    three milliseconds, and most commands cut no text.

    It begins with the blank, because looking for that is quicker than for a Han character in front of it.
    """
    return re.compile(
        f"[{_BLANKS}{_LINE_ENDS}](?<=[{HAN}][{_BLANKS}{_LINE_ENDS}])"
        f"(?:(?<=[{_BLANKS}])[{_BLANKS}]*[{_LINE_ENDS}]?)?[{_BLANKS}]*(?=[{HAN}])"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(f"[^\\W_{HAN}]+")


@cache
def _han_run() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+")


@cache
def _plain_run() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+(?:{JOIN}[{HAN}]+)*|[^\\W_{HAN}]+")


@cache
def _not_han() -> re.Pattern[str]:
    return re.compile(f"[^{HAN}]+")


@cache
def _is_han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")


def index_tokens(folded: str) -> str:
    """The tokens of a folded text, separated by blanks, as the index stores them."""
    if len(folded) < _SHORT or has_other_planes(folded):
        return " ".join(_tokens(_joined().sub("", folded)))
    return index_tokens_of_each([folded])[0]


def index_tokens_of_each(folded: Sequence[str]) -> list[str]:
    """The same for each of several texts, which are cut as one: that takes two thirds of the time."""
    together = _APART.join(text.replace(_APART, _SIGN) for text in folded)
    if has_other_planes(together):
        return [" ".join(_tokens(_joined().sub("", text))) for text in folded]
    return _array_tokens(f" {_joined().sub('', together)} ").split(_APART)


def without_breaks(folded: str) -> str:
    """The text as it is searched, without blanks and single line ends between Han characters."""
    return _joined().sub("", folded)


def _tokens(text: str) -> Iterator[str]:
    """The tokens one by one: the plain way, for titles and for texts with characters of other planes."""
    is_han = _is_han().match
    for run in _plain_run().findall(text):
        if is_han(run):
            yield from (one + other for one, other in pairwise(run))
            yield run[-1]
        else:
            yield run


def _array_tokens(text: str) -> str:
    """The same for whole texts, three times as fast: every character becomes itself, the next one
    and a blank, of which those that belong to no token are left out.

    Args:
        text: in the basic plane, with a blank at both ends; several are parted by :data:`_APART`, which
            stays.
    """
    import numpy as np  # only who indexes pays for loading it

    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    kinds = _kinds().take(units)
    triples = np.empty((len(units) - 1, 3), dtype="<u2")
    triples[:, 0], triples[:, 1], triples[:, 2] = units[:-1], units[1:], ord(" ")
    kept = _kept().take(kinds[:-1] * _KINDS + kinds[1:], axis=0, mode="clip")  # quicker than "raise"
    return triples[kept].tobytes().decode("utf-16-le", "surrogatepass")


@cache
def _kept() -> "NDArray[np.bool_]":
    """What is left of a character, the next one and a blank, for each pair of their kinds."""
    import numpy as np

    kinds = range(_KINDS)
    pairs = [(one, other) for one in kinds for other in kinds]
    return np.array(
        [
            (
                one != 0,
                one == other == _HAN_KIND,
                one in (_WORD_KIND, _HAN_KIND) and not one == other == _WORD_KIND,
            )
            for one, other in pairs
        ]
    )


@cache
def _kinds() -> "NDArray[np.uint8]":
    """The kind of each code point of the basic plane."""
    import numpy as np

    kinds = np.zeros(1 << 16, dtype=np.uint8)
    every = "".join(map(chr, range(1 << 16)))
    for kind, pattern in ((_WORD_KIND, _word()), (_HAN_KIND, _han_run())):
        for found in pattern.finditer(every):
            kinds[found.start() : found.end()] = kind
    kinds[ord(_APART)] = _APART_KIND
    return kinds


def phrase_tokens(folded: str, *, is_prefix: bool = False) -> PhraseTokens:
    """The tokens that a folded text holds if and only if it holds these characters.

    Args:
        folded: what is searched for.
        is_prefix: the last word or number may go on.
    """
    tokens: list[str] = []
    pieces = runs(folded)
    for position, run in enumerate(pieces):
        is_last = position == len(pieces) - 1
        if not _is_han().match(run):
            tokens.append(run)
        else:
            tokens.extend(one + other for one, other in pairwise(run))
            if not is_last or len(run) == 1:
                tokens.append(run[-1])
    ends_in_single_han = bool(pieces) and len(pieces[-1]) == 1 and bool(_is_han().match(pieces[-1]))
    ends_in_word = bool(pieces) and not _is_han().match(pieces[-1])
    return PhraseTokens(tuple(tokens), ends_in_single_han or (is_prefix and ends_in_word))


def runs(folded: str) -> list[str]:
    """The runs of Han characters, without blanks in them, and the words of a folded text."""
    return [
        _not_han().sub("", run) if not run.isalnum() and _is_han().match(run) else run
        for run in _run().findall(folded)
    ]


def plain_name(name: str) -> str:
    """A name as it is compared: folded, without blanks and punctuation."""
    folded = fold(name)
    return "".join(runs(folded)) or folded.strip()


def occurrence_pattern(
    folded: str, *, is_prefix: bool = False, with_punctuation: bool = False
) -> re.Pattern[str]:
    """A pattern that finds, in a folded text, the places that the tokens of ``folded`` stand for.

    Args:
        folded: what is searched for; it has at least one token.
        is_prefix: the last word or number may go on.
        with_punctuation: signs between the characters must be the same too, blanks aside.
    """
    pieces = list(_run().finditer(folded))
    words = [not _is_han().match(piece[0]) for piece in pieces]
    parts = [f"(?<!{_OF_A_WORD})" if words[0] else ""]
    for position, piece in enumerate(pieces):
        if position:
            between = folded[pieces[position - 1].end() : piece.start()]
            are_words = words[position - 1] and words[position]
            parts.append(_gap(between, with_punctuation=with_punctuation, least="+" if are_words else "*"))
        parts.append(_run_pattern(piece[0]))
    if words[-1] and not is_prefix:
        parts.append(f"(?!{_OF_A_WORD})")
    return re.compile("".join(parts))


_OF_A_WORD = f"[^\\W_{HAN}]"
"""A sign of a word or number: the first and the last are whole. Inside, what stands between two words keeps them
apart; asked for each of hundreds of words this class would take a second to compile.
"""


def _run_pattern(run: str) -> str:
    if _is_han().match(run):
        return JOIN.join(re.escape(character) for character in _not_han().sub("", run))
    return re.escape(run)


def _gap(between: str, *, with_punctuation: bool, least: str) -> str:
    """What may stand between two runs: any signs, or exactly the typed ones with blanks around.

    ``least``: how often what can stand there must, ``+`` or ``*``.
    """
    if not with_punctuation:
        return rf"[\W_]{least}"
    signs = "".join(between.split())
    if not signs:
        return rf"\s{least}"
    return r"\s*" + "".join(re.escape(sign) + r"\s*" for sign in signs)
