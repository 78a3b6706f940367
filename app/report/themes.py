"""主题分类: the two-level theme of a document by words of its title, always with the word as reason."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.report.templates import load_data
from app.text.folding import fold

OTHER = ("其他", "")
_BODY = re.compile(r"^.{2,40}?(?:人民政府(?:办公[室厅])?|委员会|办公[室厅]|[局厅委会])(?=关于)")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the policy library; ``word`` is what spoke for it, empty when nothing did."""

    first: str
    second: str
    word: str

    @property
    def shown(self) -> str:
        """As the policy library writes it."""
        return f"{self.first}\\{self.second}" if self.second else self.first


def theme_of(title: str, subject_words: str = "") -> Theme:
    """The theme whose longest word stands in the title (the last such word: it is nearest to the matter).

    Subject words (主题词, 1999 layout) are looked at when the title says nothing.
    """
    for text in (_matter(title), fold(title), fold(subject_words)):
        hits = [
            (len(word), text.rfind(word), -rank, first, second, word)
            for rank, (word, first, second) in enumerate(_words())
            if word in text
        ]
        if hits:
            *_, first, second, word = max(hits)
            return Theme(first, second, word)
    return Theme(*OTHER, "")


def _matter(title: str) -> str:
    """The title without the name of its issuer, whose words (人事局, 水利局) are no subject."""
    return fold(_BODY.sub("", title))


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, str, str], ...]:
    """(folded word, first level, second level) in the order of the vocabulary."""
    data = load_data("themes", "government")
    return tuple(
        (fold(word), theme["name"], leaf["name"])
        for theme in data["theme"]
        for leaf in theme.get("leaf", ())
        for word in leaf["words"]
    )
