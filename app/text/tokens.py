"""Tokens of the full-text index: pairs of neighbouring Han characters, and whole words.

A run of Han characters ``浙政办`` gives ``浙政 政办 办``: each character with the next, the last one
alone. Letters and digits between anything else are one token each. Blanks and a single line end
inside a run of Han characters are typesetting and do not end it. So any substring of two or more
characters is a phrase of tokens, and a number is only found whole (16号 is not in 216号).
"""

import re
from dataclasses import dataclass
from itertools import pairwise

TOKENISER_VERSION = 1
"""Raise it when this module or folding changes what is stored: every index is then built anew."""

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Ideographs of all planes, ``〇`` and the repetition mark, as the inside of a character class."""

_BLANKS = " \u200b-\u200d\u2060\ufeff\u00ad"
JOIN = f"[{_BLANKS}]*[\\n\\f\\v]?[{_BLANKS}]*"
"""What may stand between two Han characters of one word: blanks, and at most one line end."""

_JOINED = re.compile(f"(?<=[{HAN}])(?:[{_BLANKS}]+[\\n\\f\\v]?|[\\n\\f\\v])[{_BLANKS}]*(?=[{HAN}])")
_WORD = re.compile(f"([^\\W_{HAN}]+)")
_RUN = re.compile(f"[{HAN}]+(?:{JOIN}[{HAN}]+)*|[^\\W_{HAN}]+")
_NOT_HAN = re.compile(f"[^{HAN}]+")
_IS_HAN = re.compile(f"[{HAN}]")
_PLACE = "\ue000"
_SEPARATORS = re.compile(f"[^{HAN}{_PLACE}]+")
_RUN_START = re.compile("(?<= ).")
_OTHER_PLANES = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class PhraseTokens:
    """Tokens that must follow each other; ``is_open``: the last one may go on (``号`` finds ``号的``)."""

    tokens: tuple[str, ...]
    is_open: bool


def index_tokens(folded: str) -> str:
    """The tokens of a folded text, separated by blanks, as the index stores them."""
    pieces = _WORD.split(_JOINED.sub("", folded.replace(_PLACE, "|")))
    runs_only = f" {_PLACE} ".join(pieces[0::2])
    blank_separated = f" {_SEPARATORS.sub(' ', runs_only).strip()} "
    pairs = _slow_pairs if _OTHER_PLANES.search(blank_separated) else _pairs
    pieces[0::2] = pairs(blank_separated).split(_PLACE)
    return "".join(pieces)


def without_breaks(folded: str) -> str:
    """The text as it is searched, without blanks and single line ends between Han characters."""
    return _JOINED.sub("", folded)


def _pairs(text: str) -> str:
    """Each character with the next and a blank, made in one stroke as arrays of 16-bit units.

    The character behind a blank is blanked out as a second one, or it would stand alone in front of
    its run as well.
    """
    second = _RUN_START.sub(" ", text)[1:] + " "
    units = memoryview(bytearray(b"\0\0\0\0 \0" * len(text))).cast("H")
    units[0::3] = memoryview(text.encode("utf-16-le")).cast("H")
    units[1::3] = memoryview(second.encode("utf-16-le")).cast("H")
    return units.tobytes().decode("utf-16-le")


def _slow_pairs(text: str) -> str:
    """The same for texts with characters beyond the basic plane."""
    return "".join(
        f"{one}{other} " for one, other in zip(text, _RUN_START.sub(" ", text)[1:] + " ", strict=True)
    )


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
        if not _IS_HAN.match(run):
            tokens.append(run)
        else:
            tokens.extend(one + other for one, other in pairwise(run))
            if not is_last or len(run) == 1:
                tokens.append(run[-1])
    ends_in_single_han = bool(pieces) and len(pieces[-1]) == 1 and bool(_IS_HAN.match(pieces[-1]))
    ends_in_word = bool(pieces) and not _IS_HAN.match(pieces[-1])
    return PhraseTokens(tuple(tokens), ends_in_single_han or (is_prefix and ends_in_word))


def runs(folded: str) -> list[str]:
    """The runs of Han characters, without blanks in them, and the words of a folded text."""
    return [
        _NOT_HAN.sub("", run) if not run.isalnum() and _IS_HAN.match(run) else run
        for run in _RUN.findall(folded)
    ]


def occurrence_pattern(
    folded: str, *, is_prefix: bool = False, with_punctuation: bool = False
) -> re.Pattern[str]:
    """A pattern that finds, in a folded text, the places that the tokens of ``folded`` stand for.

    Args:
        folded: what is searched for; it has at least one token.
        is_prefix: the last word or number may go on.
        with_punctuation: signs between the characters must be the same too, blanks aside.
    """
    pieces = list(_RUN.finditer(folded))
    parts: list[str] = []
    for position, piece in enumerate(pieces):
        if position:
            between = folded[pieces[position - 1].end() : piece.start()]
            parts.append(_gap(between, with_punctuation=with_punctuation))
        goes_on = is_prefix and position == len(pieces) - 1
        parts.append(_run_pattern(piece[0], goes_on=goes_on))
    return re.compile("".join(parts))


def _run_pattern(run: str, *, goes_on: bool) -> str:
    if _IS_HAN.match(run):
        return JOIN.join(re.escape(character) for character in _NOT_HAN.sub("", run))
    word = re.escape(run)
    end = "" if goes_on else f"(?![^\\W_{HAN}])"
    return f"(?<![^\\W_{HAN}]){word}{end}"


def _gap(between: str, *, with_punctuation: bool) -> str:
    """What may stand between two runs: any signs, or exactly the typed ones with blanks around."""
    if not with_punctuation:
        return r"[\W_]*"
    signs = "".join(between.split())
    return r"\s*" + "".join(re.escape(sign) + r"\s*" for sign in signs)
