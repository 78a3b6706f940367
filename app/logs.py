"""The log of the program: ids and counts only, never titles, names, paths or text."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST_LOG = 1 << 20
KEPT_LOGS = 5


def log_into(folder: Path) -> None:
    """Write the program's log into the catalogue's ``logs`` folder."""
    folder.mkdir(exist_ok=True)
    handler = RotatingFileHandler(
        folder / "dishu.log", maxBytes=LARGEST_LOG, backupCount=KEPT_LOGS, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("app")
    for old in list(logger.handlers):
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
