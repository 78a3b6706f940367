"""The transition table that is in force: ours, or the one a customer put in its place."""

from functools import lru_cache

from app.domain.transitions import TransitionTable, parse_table
from app.errors import AppError
from app.paths import resources

PLACE = "review/transitions.toml"


@lru_cache(maxsize=1)
def transition_table() -> TransitionTable:
    """The table in ``resources/review``.

    Raises:
        AppError: it cannot be read or understood; without it nothing is decided.
    """
    path = resources() / PLACE
    try:
        return parse_table(path.read_text(encoding="utf-8"))
    except (OSError, KeyError, ValueError) as error:
        raise AppError("公开属性变更规则读不出来。", f"请恢复程序自带的 {PLACE}。") from error
