"""Releasing a file from quarantine: a person takes the responsibility, with a reason, on record."""

from app.domain.audit import Change
from app.errors import AppError, WrongUseError
from app.store import quarantine
from app.store.catalogue import Catalogue


def release(catalogue: Catalogue, quarantine_id: int, *, by: str, reason: str) -> None:
    """Let the file be read by the next ingest.

    Raises:
        WrongUseError: no reason was given.
        AppError: there is no such file in quarantine.
    """
    if not reason.strip():
        raise WrongUseError("解除隔离必须写明理由。", "请写明谁核对过原件、为何确认不涉密。")
    with catalogue.write(by=by, action="quarantine.release") as unit:
        if not quarantine.release(unit.connection, quarantine_id, by=by, reason=reason, at=unit.at):
            raise AppError(f"隔离清单里没有第 {quarantine_id} 号。", "请用 dishu quarantine list 查看编号。")
        unit.record(f"quarantine:{quarantine_id}", [Change("reason", None, reason)])
        unit.commit()
