"""``dishu transfer``: what is ready, its numbers, and the package."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from app import wiring
from app.cli import naming, options, transfer_answers, transfer_papers
from app.cli.output import TerminalProgress, say, say_json, say_none
from app.cli.verify_command import record as verification_record
from app.domain.archival import RETENTION_TERMS
from app.domain.document import SHORT
from app.domain.transfer import ACCESS_TERMS
from app.formats.write.pdf import write_pdf
from app.transfer.hand_over import UNITS_OWN_TEMPLATE, BuiltTransfer, HandOver, build_transfer
from app.transfer.package.build import Carrier
from app.transfer.package.description import PackageDescription
from app.transfer.package.layout import PackageLayout
from app.transfer.prepare import (
    Filing,
    adopt_proposals,
    describe_documents,
    import_register_numbers,
    issue_numbers,
)
from app.transfer.profile import profile_of
from app.transfer.select import select_ready
from app.transfer.verify.report import summary

_LAYOUTS = {
    PackageLayout.DAT_93_2022: "DA/T 93-2022（默认）",
    PackageLayout.TRANSFER_2012: "2012 年移交办法",
}
_CARRIERS = {Carrier.FOLDER: "文件夹（默认）", Carrier.BAG: "BagIt"}


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    select = acts.add_parser("select", help="哪些可以移交，其余为何不能")
    options.add_catalogue(select)
    options.add_json(select)
    select.set_defaults(run=_select)
    _declare_describe(acts.add_parser("describe", help="写明归档信息（保管期限、开放意见等）"))
    adopt = acts.add_parser("adopt", help="采纳保管期限和开放意见的建议（只差这两项的公文）")
    options.add_catalogue(adopt)
    options.add_by(adopt)
    adopt.set_defaults(run=_adopt)
    number = acts.add_parser("number", help="编制档号（编定后不再变）")
    options.add_catalogue(number)
    number.add_argument("--from-registers", action="store_true", help="只导入登记簿中已有的档号，不编新号")
    options.add_by(number)
    options.add_json(number)
    number.set_defaults(run=_number)
    _declare_build(acts.add_parser("build", help="生成移交目录和移交包并检测"))
    transfer_answers.declare(acts)
    transfer_papers.declare(acts)


def _declare_describe(parser: argparse.ArgumentParser) -> None:
    options.add_catalogue(parser)
    naming.add_documents(parser)
    parser.add_argument("--retention", **options.one_of(RETENTION_TERMS, "期限", "保管期限"))
    parser.add_argument("--access", **options.one_of(ACCESS_TERMS, "意见", "开放意见"))
    parser.add_argument("--access-reason", metavar="理由", help="开放意见的理由")
    parser.add_argument("--office", metavar="机构（问题）", help="档号和目录中的机构或问题")
    parser.add_argument("--declassification", metavar="解密情况", help="曾涉密的写明解密情况")
    options.add_by(parser)
    parser.set_defaults(run=_describe)


def _declare_build(parser: argparse.ArgumentParser) -> None:
    options.add_catalogue(parser)
    parser.add_argument("folder", type=options.path, metavar="存放处", help="移交包放进这个文件夹")
    parser.add_argument("--name", default="移交", metavar="名称", help="移交批次名称")
    parser.add_argument("--layout", default=PackageLayout.DAT_93_2022, **options.one_of(_LAYOUTS, "结构"))
    parser.add_argument("--carrier", default=Carrier.FOLDER, **options.one_of(_CARRIERS, "形式"))
    parser.add_argument("--eep", action="store_true", help="每件另附未签名的封装包")
    parser.add_argument(
        "--with-catalogue", dest="catalogues", action="append", default=[], metavar="模板", help="另附的目录"
    )
    parser.add_argument("--pdf", action="store_true", help="登记表和移交清单另存为 PDF")
    parser.add_argument("--medium-size", type=float, metavar="GB", help="单张载体容量，超过则分盘")
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=_build)


def _select(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        selection = select_ready(session.catalogue, profile_of(session.catalogue))
    if given.json:
        for item in selection.ready:
            say_json({"document": item.document, "ready": True, "obstacles": []})
        for waiting in selection.not_ready:
            obstacles = [{"kind": o.kind, "message": o.message, "mend": o.mend} for o in waiting.obstacles]
            say_json({"document": waiting.document, "ready": False, "obstacles": obstacles})
        return 0
    say(f"可移交 {len(selection.ready)} 件，暂不能移交 {len(selection.not_ready)} 件。")
    for waiting in selection.not_ready:
        missing = "；".join(o.message for o in waiting.obstacles)
        say(f"  {waiting.document[:SHORT]}　{waiting.title or '（没有题名）'}　{missing}")
    return 0


def _describe(given: argparse.Namespace) -> int:
    filing = Filing(
        retention=given.retention,
        access_status=given.access,
        access_reason=given.access_reason,
        office=given.office,
        declassification=given.declassification,
    )
    with wiring.open_session(given.catalogue) as session:
        describe_documents(
            session.catalogue, naming.all_named(session.catalogue, given.documents), filing, by=given.by
        )
    say(f"已写入 {len(given.documents)} 件。")
    return 0


def _adopt(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        waiting = select_ready(session.catalogue, profile_of(session.catalogue)).not_ready
        adopted = adopt_proposals(session.catalogue, waiting, by=given.by)
    say(f"已采纳 {adopted} 件的建议。")
    return 0


def _number(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        if given.from_registers:
            taken, refused = import_register_numbers(session.catalogue, by=given.by)
            say(f"已导入 {taken} 个档号。")
            for place in refused:
                say(f"未导入　{place.where}　{place.message}")
            return 1 if refused else 0
        profile = profile_of(session.catalogue)
        ready = select_ready(session.catalogue, profile).ready
        numbering = issue_numbers(session.catalogue, ready, profile, by=given.by)
    for item in numbering.items:
        if given.json:
            say_json({"document": item.document, "archival_code": item.archival_code})
        else:
            say(f"{item.archival_code}　{item.title}")
    say_none(numbering.items, "没有可以编号的公文；还差什么，见 dishu transfer select。", as_json=given.json)
    for problem in numbering.problems:
        say(f"未编号　{problem.where}　{problem.message}")
    return 1 if numbering.problems else 0


def _build(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        built = build_ready(
            session,
            given.folder,
            name=given.name,
            layout=given.layout,
            by=given.by,
            carrier=given.carrier,
            encapsulates=given.eep,
            capacity=int(given.medium_size * 10**9) if given.medium_size else None,
            catalogues=given.catalogues,
        )
    papers = [*built.papers, *(_pdf(given.folder, built) if given.pdf else ())]
    if given.json:
        say_json(
            {
                "transfer": built.uuid,
                "packages": [str(package.path) for package in built.packages],
                "papers": [str(paper) for paper in papers],
                "verification": [verification_record(report) for report in built.reports],
            }
        )
    else:
        for report in built.reports:
            say(summary(report))
        for paper in papers:
            say(f"  {paper}")
    return 0 if all(report.is_valid for report in built.reports) else 1


def _pdf(folder: Path, built: BuiltTransfer) -> list[Path]:
    for name, content in built.forms:
        write_pdf(folder / f"{name}.pdf", content)
    return [folder / f"{name}.pdf" for name, _ in built.forms]


def build_ready(
    session: wiring.Session,
    folder: Path,
    *,
    name: str,
    layout: PackageLayout,
    by: str,
    carrier: Carrier = Carrier.FOLDER,
    encapsulates: bool = False,
    capacity: int | None = None,
    catalogues: Sequence[str] = (),
) -> BuiltTransfer:
    """Number everything that is ready and build its package in ``folder``; ``capacity`` in bytes."""
    profile = profile_of(session.catalogue)
    ready = select_ready(session.catalogue, profile).ready
    numbering = issue_numbers(session.catalogue, ready, profile, by=by)
    description = PackageDescription(
        transferring_unit=profile.transferring_unit or profile.fonds_name,
        content=f"{profile.fonds_name}文书档案 {len(numbering.items)} 件",
        environment="通用操作系统；文件格式以原始格式移交",
        made_by=by,
    )
    folder.mkdir(parents=True, exist_ok=True)
    return build_transfer(
        session.catalogue,
        folder,
        numbering.items,
        profile,
        HandOver(
            name=name,
            description=description,
            layout=layout,
            carrier=carrier,
            encapsulates=encapsulates,
            capacity=capacity,
            catalogues=(UNITS_OWN_TEMPLATE, *catalogues),
        ),
        by=by,
        progress=TerminalProgress(),
    )
