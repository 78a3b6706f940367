"""The first edition of the catalogue."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing comes before the first edition: it is created whole."""
