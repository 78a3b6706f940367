"""Work on the window's thread in pieces, so that a key never waits for more than one of them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Act = Callable[[], object]


def in_turns(owner: QObject, acts: Iterable[Act], pause: int = 1) -> None:
    """Do one thing after the other, each in a turn of the event loop of its own, as long as the owner lives.

    Args:
        owner: with it ends what was not done yet.
        acts: made one by one, just before each is done.
        pause: milliseconds between two of them; with none the loop would not look for keys in between.
    """
    waiting = iter(acts)

    def go_on() -> None:
        act = next(waiting, None)
        if act is not None:
            act()
            QTimer.singleShot(pause, owner, go_on)

    QTimer.singleShot(pause, owner, go_on)
