"""``dishu review sample`` and ``papers``: second readings, what they prove, and what is printed."""

import argparse

from app import wiring
from app.cli import naming, options
from app.cli.output import say, say_json
from app.domain.sampling import SAMPLE_TERMS, SampleKind
from app.domain.terms import ATTRIBUTE_TERMS
from app.review import sampling
from app.review.papers.forms import write_batch_form, write_document_form
from app.review.papers.lists import PAPER_TERMS, write_paper


def declare(acts: options.Acts) -> None:
    """Declare both sub-commands."""
    _declare_sample(acts.add_parser("sample", help="抽查：抽样、背对背复核、结论"))
    papers = acts.add_parser("papers", help="审查表、清单、目录、汇总表")
    options.add_catalogue(papers)
    papers.add_argument("file", type=options.path, metavar="文件", help=".docx 或 .xlsx")
    what = papers.add_mutually_exclusive_group(required=True)
    what.add_argument("--document", metavar="公文", help="一件公文的公开属性审查表（.docx）")
    what.add_argument("--batch", metavar="批次", help="批次审查表（.docx）")
    what.add_argument("--paper", **options.one_of(PAPER_TERMS, "纸件"))
    papers.add_argument("--round", metavar="轮次", help="只要这一轮的")
    papers.set_defaults(run=_papers)


def _declare_sample(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(metavar="操作", required=True)
    draw = acts.add_parser("draw", help="抽样")
    options.add_catalogue(draw)
    draw.add_argument("name", metavar="名称", help="抽样的名称")
    draw.add_argument("--size", type=options.at_least(1), required=True, metavar="件数", help="抽多少件")
    draw.add_argument("--kind", default=SampleKind.SECOND_READING, **options.one_of(SAMPLE_TERMS, "种类"))
    draw.add_argument("--round", metavar="轮次", help="只从这一轮里抽")
    draw.add_argument("--attribute", **options.one_of(ATTRIBUTE_TERMS, "属性", "只抽初次结论为此的"))
    draw.add_argument("--stratified", action="store_true", help="多抽成组带出、看得很快、下班前后办理的")
    draw.add_argument("--seed", type=int, metavar="N", help="重现一次抽样")
    options.add_by(draw)
    draw.set_defaults(run=_draw)
    for name, summary, run in (
        ("list", "待复核的公文（不显示初次结论）", _list),
        ("report", "结论", _report),
    ):
        act = acts.add_parser(name, help=summary)
        options.add_catalogue(act)
        act.add_argument("name", metavar="名称", help="抽样的名称")
        options.add_json(act)
        act.set_defaults(run=run)
    read = acts.add_parser("read", help="记下复核结论")
    options.add_catalogue(read)
    read.add_argument("name", metavar="名称", help="抽样的名称")
    naming.add_document(read)
    read.add_argument("--attribute", required=True, **options.one_of(ATTRIBUTE_TERMS, "属性"))
    read.add_argument("--note", default="", metavar="说明", help="与初次不同的原因")
    options.add_by(read)
    read.set_defaults(run=_read)


def _draw(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        made = sampling.draw(
            session.catalogue,
            given.name,
            given.size,
            by=given.by,
            kind=given.kind,
            round_name=given.round,
            attribute=given.attribute,
            is_stratified=given.stratified,
            seed=given.seed,
        )
    say(f"已从 {made.population} 件中抽样：{made.name}（种子 {made.seed}）")
    return 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        found = sampling.blind_lines(session.catalogue, given.name)
    for uuid, title in found:
        if given.json:
            say_json({"document": uuid, "title": title})
        else:
            say(f"{uuid}　{title}")
    return 0


def _read(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        document = naming.named(session.catalogue, given.document)
        sampling.read_again(
            session.catalogue, given.name, document, given.attribute, by=given.by, note=given.note
        )
    return 0


def _report(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        found = sampling.report(session.catalogue, given.name)
    agreed = found.agreement
    if given.json:
        say_json(
            {
                "size": found.size,
                "read": found.read,
                "population": found.sample.population,
                "observed": agreed.observed,
                "kappa": agreed.kappa,
                "confusion": [
                    [one, other, number] for (one, other), number in sorted(agreed.confusion.items())
                ],
                "differing": [line.document for line in found.differing],
                "sentence": found.sentence,
            }
        )
        return 1 if found.differing else 0
    say(found.sentence)
    kappa = "无法计算" if agreed.kappa is None else f"{agreed.kappa:.2f}"
    say(f"已复核 {found.read} / {found.size} 件，一致率 {agreed.observed:.1%}，κ 系数 {kappa}")
    for line in found.differing:
        assert line.second_attribute is not None
        say(
            f"{line.document}《{line.title}》初次 {ATTRIBUTE_TERMS[line.first_attribute]}，"
            f"复核 {ATTRIBUTE_TERMS[line.second_attribute]}"
        )
    return 1 if found.differing else 0


def _papers(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        if given.document:
            write_document_form(
                session.catalogue, naming.named(session.catalogue, given.document), given.file
            )
            rows = 1
        elif given.batch:
            rows = write_batch_form(session.catalogue, given.batch, given.file)
        else:
            rows = write_paper(session.catalogue, given.paper, given.file, round_name=given.round)
    say(f"已写 {given.file}（{rows} 行）")
    return 0
