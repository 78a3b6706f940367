"""Lists of words written as running text."""


def words(*lists: str) -> frozenset[str]:
    """The words of one or more lists, parted by blanks."""
    return frozenset(word for one in lists for word in one.split())
