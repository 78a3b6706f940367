"""Golden files of the reports on the sample archive.

``python -m tests.report.golden FOLDER`` writes them anew from a sample archive built in FOLDER; look at
the difference before keeping it.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from app.progress import Silent
from app.report.annual import annual_report
from app.report.disclosure_catalogue import disclosure_catalogue, templates
from app.report.filing import filing
from app.report.index_numbers import issuer
from app.report.listing import Listed
from app.report.milestones import milestones
from app.report.orders import Order, order_report
from app.report.pilot_fields import StandardItem, pilot_fields_report
from app.report.reconcile import reconciliation
from app.report.requests import Request, requests_report
from app.report.tables import Report
from app.store.catalogue import Catalogue, open_catalogue
from app.store.report_rows import HeldDocument, held_documents
from tests.report.decided import OFFICE, decided_sample
from tests.samples.build import build_archive

GOLDEN = Path(__file__).parents[1] / "golden" / "reports"
TODAY = date(2025, 6, 30)

LISTING = (
    Listed(1, "临湖县人民政府关于印发临湖县征地补偿安置办法的通知", "临政发〔2006〕2号", "2006-05-18"),
    Listed(2, "临湖县人民政府关于扶持工业经济平稳较快发展的意见", "临政发〔2009〕11号"),
    Listed(3, "临湖县人民政府关于修建环湖公路的公告", "临政告〔2009〕1号"),
)
"""A gazette's list of an invented county: one row as held, one with another number, one not held."""

REGISTER = (
    Request("1", "临湖县人民政府关于印发临湖县征地补偿安置办法的通知", "", "2020-01-02", "予以公开"),
    Request("2", "关于环湖公路的会议纪要", "", "2020-03-04", "予以公开"),
    Request("3", "关于环湖公路的会议纪要", "", "2020-03-09", "部分公开"),
)


STANDARD = (
    StandardItem(
        "社会救助", "临时救助", "临时救助对象名单信息", (("basis", "社会救助暂行办法"), ("level", "县级"))
    ),
    StandardItem("农村集体土地征收", "征地管理", "征地补偿安置政策", (("time_limit", "20个工作日"),)),
    StandardItem("社会保险", "养老保险", "城乡居民社会养老保险政策文件", ()),
    StandardItem("救灾", "防汛", "防汛抗旱工作信息", (("body", "县应急管理局"),)),
)
"""Four items of an invented county's standard lists."""


def held(catalogue: Catalogue) -> list[HeldDocument]:
    with catalogue.read() as connection:
        return held_documents(connection)


def _listed(name: str, scheme: str, code: str) -> Callable[[Catalogue], Report]:
    return lambda catalogue: disclosure_catalogue(catalogue, templates()[name], issuer(scheme, code))[0]


REPORTS: dict[str, Callable[[Catalogue], Report]] = {
    "proactive-catalogue": _listed("proactive-catalogue", "shanghai", "MB0000001"),
    "information-catalogue": _listed("information-catalogue", "zhejiang", "002481234"),
    "on-request-catalogue": _listed("on-request-catalogue", "fonds", "Z109"),
    "milestones": lambda catalogue: milestones(held(catalogue), OFFICE, TODAY),
    "completeness": lambda catalogue: order_report(catalogue, "completeness", Order(TODAY), Silent()),
    "validity": lambda catalogue: order_report(catalogue, "validity", Order(date(2021, 3, 1)), Silent()),
    "annual": lambda catalogue: annual_report(held(catalogue), 2019),
    "reconcile": lambda catalogue: reconciliation(LISTING, held(catalogue), "县公报"),
    "requests": lambda catalogue: requests_report(REGISTER, held(catalogue)),
    "pilot-fields": lambda catalogue: pilot_fields_report(STANDARD, held(catalogue)),
    "filing": lambda catalogue: filing(held(catalogue), issuer("shanghai", "MB0000001")),
}


def record_of(report: Report) -> dict[str, Any]:
    """The report for comparison, without identifiers."""
    return json.loads(json.dumps(report.as_dict(), ensure_ascii=False))


def write_all(folder: Path) -> None:
    build_archive(folder / "archive")
    decided_sample(folder / "archive", folder / "catalogue")
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with open_catalogue(folder / "catalogue") as catalogue:
        for name, make in REPORTS.items():
            text = json.dumps(record_of(make(catalogue)), ensure_ascii=False, indent=1)
            (GOLDEN / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))
