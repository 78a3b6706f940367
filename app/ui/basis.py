"""The articles a decision can rest on, as short lines for lists.

In the English window the article and its gist come first and the Chinese title follows: what is decided, and what
forms say, is the Chinese.
"""

import re
from collections.abc import Mapping
from datetime import date

from app.classify.legal_basis import Article, shipped_legal_basis
from app.text.dates import chinese_number
from app.ui.language import is_english, tr

_ARTICLE = re.compile(
    "第([一二三四五六七八九十百]+)条(?:第([一二三四五六七八九十]+)款)?(?:第（([一二三四五六七八九十]+)）项)?"
)


def titles(on_date: date) -> Mapping[str, str]:
    """Basis code → article and what it says, for the articles in force on a day."""
    basis = shipped_legal_basis()
    found = {code: basis.article(code, on_date) for code in basis.codes}
    return {code: described(article) for code, article in found.items() if article}


def described(article: Article) -> str:
    """Article and what it says, in the language of the window."""
    if not is_english():
        return f"{article.number} {article.title}"
    gist = tr(article.title)
    chinese = "" if gist == article.title else f"（{article.title}）"
    return f"{in_english(article.number)} {gist}{chinese}"


def in_english(number: str) -> str:
    """第二十条第（一）项 as Art. 20(1); 第十六条第二款 as Art. 16 para. 2; what is no article stays."""
    return _ARTICLE.sub(_cited, number).replace("、", ", ")


def _cited(found: re.Match[str]) -> str:
    article, paragraph, item = (chinese_number(part) if part else 0 for part in found.groups())
    told = f"Art. {article}" + (f" para. {paragraph}" if paragraph else "")
    return f"{told}({item})" if item else told
