"""Joining pairs into items without ever joining what must stay apart."""

from collections.abc import Iterable, Sequence


class Clusters:
    """Sets of carriers by position. A set has at most one own number and one decided document."""

    def __init__(
        self,
        numbers: Sequence[str | None],
        decided: Sequence[int | None],
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._parent = list(range(len(numbers)))
        self._members: dict[int, list[int]] = {}
        self._number = list(numbers)
        self._decided = list(decided)
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def find(self, position: int) -> int:
        """The position that stands for the set."""
        while self._parent[position] != position:
            self._parent[position] = self._parent[self._parent[position]]
            position = self._parent[position]
        return position

    def members(self, position: int) -> list[int]:
        """The set in which a carrier is."""
        return self._of_root(self.find(position))

    def are_both_decided(self, one: int, other: int) -> bool:
        """Whether two different decided documents are in these sets."""
        a, b = self._decided[self.find(one)], self._decided[self.find(other)]
        return a is not None and b is not None and a != b

    def join(self, one: int, other: int, *, by_person: bool = False) -> bool:
        """Make one set of two; only a person may join different numbers.

        Returns:
            Whether they are one set now.
        """
        a, b = self.find(one), self.find(other)
        if a == b:
            return True
        if self.are_both_decided(a, b) or (not by_person and self._must_stay_apart(a, b)):
            return False
        if len(self.members(a)) < len(self.members(b)):
            a, b = b, a
        self._parent[b] = a
        self._members[a] = [*self._of_root(a), *self._of_root(b)]
        self._members.pop(b, None)
        self._number[a] = self._number[a] or self._number[b]
        self._decided[a] = self._decided[a] if self._decided[a] is not None else self._decided[b]
        return True

    def sets(self) -> list[list[int]]:
        """All sets, each in order, by their first member."""
        roots = {self.find(position) for position in range(len(self._parent))}
        return sorted(sorted(self._of_root(root)) for root in roots)

    def _of_root(self, root: int) -> list[int]:
        return self._members.get(root, [root])

    def _must_stay_apart(self, a: int, b: int) -> bool:
        if self._number[a] and self._number[b] and self._number[a] != self._number[b]:
            return True
        if not self._apart:
            return False
        others = set(self._of_root(b))
        return any(self._apart.get(member, set()) & others for member in self._of_root(a))
