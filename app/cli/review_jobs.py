"""``dishu review revert``, ``group`` and ``precedents``: acts on many documents, and taking them back."""

import argparse

from app import wiring
from app.cli import naming, options
from app.cli.output import moment, say, say_json, say_none
from app.domain.jobs import JOB_TERMS
from app.domain.review import Decision
from app.domain.terms import ATTRIBUTE_TERMS
from app.errors import WrongUseError
from app.review import groups, jobs, precedents
from app.review.decide import STANDING_ROUND
from app.review.groups import GroupKind
from app.review.jobs import RevertPreview
from app.store.jobs import Job

_GROUPS = {
    GroupKind.DUPLICATES: "文字相同或几乎相同（默认）",
    GroupKind.SERIES: "同一系列",
    GroupKind.SEARCH: "检索到的",
}


def declare(acts: options.Acts) -> None:
    """Declare the sub-commands."""
    revert = acts.add_parser("revert", help="批量操作：列出、预览、撤销")
    options.add_catalogue(revert)
    revert.add_argument("job", nargs="?", metavar="编号", help="不写即列出全部批量操作")
    revert.add_argument("--dry-run", action="store_true", help="只看会怎样")
    revert.add_argument("--reason", default="", metavar="理由", help="为何撤销")
    revert.add_argument("--by", metavar="姓名", help="经办人；撤销时要写")
    options.add_json(revert)
    revert.set_defaults(run=_revert)
    group = acts.add_parser("group", help="成组认定：首件带出同组的其他公文")
    options.add_catalogue(group)
    group.add_argument("lead", metavar="首件", help=naming.HOW)
    group.add_argument("--kind", default=GroupKind.DUPLICATES, **options.one_of(_GROUPS, "成组"))
    group.add_argument("--query", default="", metavar="检索式", help="--kind search 时")
    group.add_argument("--attribute", required=True, **options.one_of(ATTRIBUTE_TERMS, "属性"))
    group.add_argument(
        "--basis", action="append", default=[], metavar="条款", help="依据代码，如 A-20-1；可多次"
    )
    group.add_argument("--reason", default="", metavar="理由", help="认定的理由")
    group.add_argument("--round", default=STANDING_ROUND, metavar="轮次", help="记入哪一轮，不写即日常审查")
    group.add_argument("--exclude", action="append", default=[], metavar="公文", help="不带出这一件；可多次")
    group.add_argument("--dry-run", action="store_true", help="只看会怎样")
    options.add_by(group)
    options.add_json(group)
    group.set_defaults(run=_group)
    similar = acts.add_parser("precedents", help="同类文件上次怎么判；不写公文即列出互相矛盾的认定")
    options.add_catalogue(similar)
    similar.add_argument("document", nargs="?", metavar="公文", help=naming.HOW)
    options.add_json(similar)
    similar.set_defaults(run=_precedents)


def _revert(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        if given.job is None:
            return _say_jobs(jobs.all_jobs(session.catalogue), as_json=given.json)
        if given.dry_run:
            found = jobs.preview_revert(session.catalogue, given.job)
        else:
            options.require_by(given, "撤销批量操作")
            found = jobs.revert(session.catalogue, given.job, by=given.by, reason=given.reason)
    _say_revert(found, given)
    return 0 if found.reverted == len(found.lines) else 1


def _say_jobs(found: list[Job], *, as_json: bool) -> int:
    for job in found:
        if as_json:
            say_json(
                {
                    "id": job.uuid,
                    "kind": job.kind,
                    "label": job.label,
                    "by": job.by,
                    "at": job.at,
                    "documents": job.documents,
                    "reverted": job.is_reverted,
                }
            )
        else:
            state = "（已撤销）" if job.is_reverted else ""
            say(f"{job.uuid}　{moment(job.at)}　{job.by}　{JOB_TERMS[job.kind]}　{job.documents} 件{state}")
    say_none(found, "还没有批量操作。", as_json=as_json)
    return 0


def _say_revert(found: RevertPreview, given: argparse.Namespace) -> None:
    for each in found.lines:
        line = each.line
        if given.json:
            say_json(
                {
                    "document": line.document_uuid,
                    "reverted": each.is_reverted,
                    "kept_because": each.kept_because,
                    "attribute": [line.attribute_now, line.attribute_before],
                    "review_state": [line.state_now, line.state_before],
                }
            )
        elif not each.is_reverted:
            say(f"保留 {line.document_uuid}：{each.kept_because}")
    if not given.json:
        verb = "可以撤销" if given.dry_run else "已撤销"
        say(f"{verb} {found.reverted} 件，保留 {len(found.lines) - found.reverted} 件。")


def _group(given: argparse.Namespace) -> int:
    if given.kind is GroupKind.SEARCH and not given.query.strip():
        raise WrongUseError("按检索结果成组时要写检索式。", "请加 --query。")
    decision = Decision(given.attribute, tuple(given.basis), given.reason)
    with wiring.open_session(given.catalogue) as session:
        lead = naming.named(session.catalogue, given.lead)
        members = groups.members_of(session.catalogue, lead, given.kind, given.query)
        if given.dry_run:
            return _say_preview(groups.preview_group(session.catalogue, members, decision, kind=given.kind))
        done = groups.decide_group(
            session.catalogue,
            members,
            decision,
            by=given.by,
            kind=given.kind,
            round_name=given.round,
            excluded=naming.all_named(session.catalogue, given.exclude),
        )
    if given.json:
        left_out = [{"document": each.document, "reason": each.error.message} for each in done.left_out]
        say_json({"job": done.job, "proposed": list(done.proposed), "left_out": left_out})
    else:
        say(f"已送审 {len(done.proposed)} 件，批量操作编号 {done.job}")
        for each in done.left_out:
            say(f"未带出 {each.document}：{each.error.message}")
    return 1 if done.left_out else 0


def _say_preview(found: groups.GroupPreview) -> int:
    for member in found.members:
        told = member.outlier or member.objection or "可以带出"
        say(f"{member.document}　{member.title}　{told}")
    say(f"共 {len(found.members)} 件，可以送审 {found.decided} 件。")
    return 0


def _precedents(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        if given.document is None:
            return _say_contradictions(session, as_json=given.json)
        found = precedents.precedents(session.catalogue, naming.named(session.catalogue, given.document))
    for each in found:
        if given.json:
            say_json(
                {
                    "document": each.document,
                    "title": each.title,
                    "attribute": each.decision.attribute,
                    "basis": list(each.decision.basis),
                    "reason": each.decision.reason,
                    "decided_on": each.decided_on,
                    "by": each.by,
                    "similarity": each.similarity,
                }
            )
        else:
            say(each.sentence)
    say_none(found, "没有同类文件的认定。", as_json=given.json)
    return 0


def _say_contradictions(session: wiring.Session, *, as_json: bool) -> int:
    found = precedents.contradictions(session.catalogue)
    for each in found:
        if as_json:
            say_json(
                {
                    "documents": [each.document, each.other],
                    "attributes": [each.attribute, each.other_attribute],
                    "similarity": each.similarity,
                }
            )
        else:
            say(
                f"《{each.title}》{ATTRIBUTE_TERMS[each.attribute]}　"
                f"《{each.other_title}》{ATTRIBUTE_TERMS[each.other_attribute]}"
            )
    say_none(found, "没有互相矛盾的认定。", as_json=as_json)
    return 1 if found else 0
