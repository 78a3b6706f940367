"""Every text of the window that can be translated, found in its code."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.classify import finding_kinds
from app.domain import terms
from app.domain.jobs import JOB_TERMS
from app.ui import words
from app.ui.audit import table_model as audit_table
from app.ui.documents import help as query_help
from app.ui.documents import view as documents_view
from app.ui.review.keys import KEYS
from app.ui.transfer import dialogs as transfer_dialogs
from app.ui.transfer import table_model as transfer_table

UI = Path(words.__file__).parent
TABLES: tuple[Mapping[object, str], ...] = (
    terms.ATTRIBUTE_TERMS,
    terms.ELEMENT_TERMS,
    terms.REVIEW_STATE_TERMS,
    terms.APPLICABILITY_TERMS,
    terms.ROLE_TERMS,
    terms.STATUS_TERMS,
    terms.FAILURE_TERMS,
    words.ORIGINS,
    words.DETERMINATION_STATES,
    words.ACTS,
    words.PERSON_ROLES,
    words.MEMBER_ROLES,
    audit_table.NAMES,
    audit_table.VALUES,
    transfer_table.STATES,
    JOB_TERMS,
    transfer_dialogs.LAYOUTS,
)  # type: ignore[assignment]


def written_messages() -> Iterator[str]:
    """The first argument of every ``tr(...)`` that is written out."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def listed_messages() -> Iterator[str]:
    """What is translated by looking it up in a table."""
    for table in TABLES:
        yield from table.values()
    yield from (key.title for key in KEYS)
    yield from (meaning for _example, meaning in query_help.EXAMPLES)
    yield from (title for _name, title in documents_view.FACETS)


def needed_messages() -> list[str]:
    """Every message the window must have in English, once, in a steady order."""
    return sorted({*written_messages(), *listed_messages()})


def all_messages() -> list[str]:
    """The needed ones and those of lists that grow elsewhere and fall back to Chinese."""
    growing = (*finding_kinds.TERMS.values(), *terms.ACTION_TERMS.values())
    return sorted({*needed_messages(), *growing})
