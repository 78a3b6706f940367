"""The receiving side: verify a package, accept it or send items back, and answer with a receipt.

A receipt is a small JSON file. It names the transfer and the digest of the package's checksum list, so
that the sender's catalogue can tell which of its packages is meant and that it is the same one.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.transfer import Place, VerificationReport
from app.domain.transfer_state import TransferState
from app.errors import AppError
from app.progress import Progress
from app.transfer.package import bag, checksums
from app.transfer.package.layout import OTHERS
from app.transfer.verify import verify

MARK_NAME = "移交标识.json"
MARK_PATH = f"{OTHERS}/{MARK_NAME}"
RECEIPT_KIND = "dishu-transfer-receipt"
_ANSWERS = frozenset({TransferState.ACCEPTED, TransferState.RETURNED})


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receiver's answer to one package. ``returned`` names items by archival code with reasons."""

    transfer: str
    package: str
    manifest_sha256: str
    answer: TransferState
    received_by: str
    received_on: str
    archives_name: str
    note: str = ""
    returned: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A package as it arrived: its mark (empty for other makers' packages) and the check of it."""

    package: Path
    transfer: str
    manifest_sha256: str
    report: VerificationReport


def receive(package: Path, progress: Progress | None = None) -> Received:
    """Verify a package that was handed in.

    Raises:
        AppError: there is no package at that place.
    """
    report = verify(package, progress)
    return Received(package, _mark(package), manifest_sha256(package), report)


def manifest_sha256(package: Path) -> str:
    """The digest of the list that covers everything in the package; empty when it has none."""
    places = (package / "manifest-sha256.txt", package / checksums.list_paths(("sha256",))[0])
    for path in places:
        if path.is_file():
            return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""


def _mark(package: Path) -> str:
    for folder in (package, package / bag.PAYLOAD):
        try:
            stored = json.loads((folder / MARK_PATH).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(stored, dict):
            return str(stored.get("transfer", ""))
    return ""


def write_mark(path: Path, transfer: str, medium: int, media: int) -> None:
    """Put the transfer's identity into a package."""
    record = {"transfer": transfer, "medium": medium, "media": media}
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def write_receipt(receipt: Receipt, path: Path) -> None:
    """Write the receipt for the sender.

    Raises:
        AppError: a package with failed items is neither accepted nor returned.
        OSError: the target cannot be written.
    """
    if receipt.answer not in _ANSWERS:
        raise AppError("回执只能是接收或退回。", "请选择接收或退回。")
    record = {
        "kind": RECEIPT_KIND,
        "transfer": receipt.transfer,
        "package": receipt.package,
        "manifest_sha256": receipt.manifest_sha256,
        "answer": receipt.answer.value,
        "received_by": receipt.received_by,
        "received_on": receipt.received_on,
        "archives_name": receipt.archives_name,
        "note": receipt.note,
        "returned": [{"code": place.where, "reason": place.message} for place in receipt.returned],
    }
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def read_receipt(path: Path) -> Receipt:
    """Read a receipt.

    Raises:
        AppError: the file is no receipt.
    """
    try:
        return _receipt(json.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise AppError(f"“{path.name}”不是可读的接收回执。", "请向接收单位索取原始回执文件。") from error


def _receipt(record: dict[str, Any]) -> Receipt:
    if record["kind"] != RECEIPT_KIND:
        raise ValueError(record["kind"])
    return Receipt(
        transfer=record["transfer"],
        package=record["package"],
        manifest_sha256=record["manifest_sha256"],
        answer=TransferState(record["answer"]),
        received_by=record["received_by"],
        received_on=record["received_on"],
        archives_name=record["archives_name"],
        note=record["note"],
        returned=tuple(Place(item["code"], item["reason"]) for item in record["returned"]),
    )
