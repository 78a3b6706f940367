"""Every act that the audit trail records has words for a person."""

import re
from pathlib import Path

from app.domain.terms import ACTION_TERMS

ACTION = re.compile(r"""action=f?["']([a-z]+(?:[._][a-z_]+)*)["']""")
NO_ACT = {"append", "append_const", "store_true", "store_false", "store_const", "version", "count", "help"}


def test_every_recorded_act_has_a_term() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in Path("app").rglob("*.py"))
    acts = set(ACTION.findall(source)) - NO_ACT
    assert len(acts) > 20
    assert acts - set(ACTION_TERMS) == set()
