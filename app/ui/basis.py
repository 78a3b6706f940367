"""The articles a decision can rest on, as short lines for lists."""

from collections.abc import Mapping
from datetime import date

from app.classify.legal_basis import shipped_legal_basis


def titles(on_date: date) -> Mapping[str, str]:
    """Basis code → article and what it says, for the articles in force on a day."""
    basis = shipped_legal_basis()
    found = {code: basis.article(code, on_date) for code in basis.codes}
    return {code: f"{article.number} {article.title}" for code, article in found.items() if article}
