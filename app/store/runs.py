"""Runs of the ingest and of text recognition, and what came of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, select, update

from app.store.tables.holdings import ingest_run

INGEST, RECOGNITION = "ingest", "recognition"


@dataclass(frozen=True, slots=True)
class Run:
    """One run."""

    id: int
    uuid: str
    started_at: str = ""


def start(
    connection: Connection, at: str, kind: str = INGEST, process: Mapping[str, Any] | None = None
) -> Run:
    """A new run; runs that never ended were interrupted. ``process`` tells who writes it."""
    connection.execute(update(ingest_run).where(ingest_run.c.state == "running").values(state="interrupted"))
    uuid = str(uuid4())
    values = {"kind": kind, "process": json.dumps(process or {}), "progress_at": at}
    made = connection.execute(
        ingest_run.insert()
        .values(uuid=uuid, started_at=at, state="running", **values)
        .returning(ingest_run.c.id)
    )
    return Run(made.scalar_one(), uuid, at)


def report(
    connection: Connection, run: Run, summary: Mapping[str, Any], progress: Mapping[str, Any], at: str
) -> None:
    """How far the run has come; in the transaction that keeps what it tells of."""
    values = {"summary": _packed(summary), "progress": _packed(progress), "progress_at": at}
    connection.execute(update(ingest_run).where(ingest_run.c.id == run.id).values(**values))


def end(connection: Connection, run: Run, state: str, summary: Mapping[str, Any], at: str) -> None:
    """The run is over: ``done`` or ``cancelled``."""
    connection.execute(
        update(ingest_run)
        .where(ingest_run.c.id == run.id)
        .values(state=state, ended_at=at, summary=_packed(summary))
    )


def latest(connection: Connection) -> dict[str, Any] | None:
    """Kind, state, times, summary and progress of the last run, and the process that writes it."""
    row = connection.execute(select(ingest_run).order_by(ingest_run.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    return {
        "kind": row.kind,
        "state": row.state,
        "started_at": row.started_at,
        "ended_at": row.ended_at,
        "summary": json.loads(row.summary),
        "progress": json.loads(row.progress),
        "progress_at": row.progress_at,
        "process": json.loads(row.process),
    }


def _packed(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)
