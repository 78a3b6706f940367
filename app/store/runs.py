"""Runs of the ingest and what came of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, select, update

from app.store.tables.holdings import ingest_run


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the ingest."""

    id: int
    uuid: str


def start(connection: Connection, at: str) -> Run:
    """A new run; runs that never ended were interrupted."""
    connection.execute(update(ingest_run).where(ingest_run.c.state == "running").values(state="interrupted"))
    uuid = str(uuid4())
    made = connection.execute(
        ingest_run.insert().values(uuid=uuid, started_at=at, state="running").returning(ingest_run.c.id)
    )
    return Run(made.scalar_one(), uuid)


def end(connection: Connection, run: Run, state: str, summary: Mapping[str, Any], at: str) -> None:
    """The run is over: ``done`` or ``cancelled``."""
    connection.execute(
        update(ingest_run)
        .where(ingest_run.c.id == run.id)
        .values(state=state, ended_at=at, summary=json.dumps(summary, ensure_ascii=False))
    )


def latest(connection: Connection) -> dict[str, Any] | None:
    """State, times and summary of the last run."""
    row = connection.execute(select(ingest_run).order_by(ingest_run.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    return {
        "state": row.state,
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        "summary": json.loads(row.summary),
    }
