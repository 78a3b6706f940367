"""公开属性审查表, for one document and for a batch, from templates that a customer can replace."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.classify.legal_basis import citations
from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Act, Determination, DeterminationState, Signature
from app.domain.terms import ATTRIBUTE_TERMS, STATEMENT_TERMS
from app.errors import AppError
from app.formats.write.template import fill_template
from app.paths import resources
from app.review.batches import known_batch
from app.review.trail import head_line
from app.store import determinations, proposals, review_figures
from app.store.catalogue import Catalogue
from app.store.naming import known_document
from app.store.proposals import Standing
from app.store.review_figures import ReviewedDocument

FORM, BATCH_FORM = "公开属性审查表.docx", "批次审查表.docx"
PLACE = "templates/review"
_ONCE_IN_FORCE = frozenset({DeterminationState.SUPERSEDED, DeterminationState.APPROVED})
UNPROVEN = "（未验证身份）"


def write_document_form(catalogue: Catalogue, document: str, path: Path) -> None:
    """Write the form of one document with its latest decision.

    Raises:
        AppError: no such document, nothing was decided, the template is faulty, or the file exists.
    """
    with catalogue.read() as connection:
        identifier = known_document(connection, document)
        made = determinations.live(connection, identifier) or determinations.in_force(connection, identifier)
        if made is None:
            raise AppError("这份公文还没有审查结论。", "请先提出建议。")
        standing = proposals.standings(connection, [identifier])[identifier]
        before = _before(determinations.history(connection, identifier), made)
        round_name = determinations.round_name_of(connection, made.id)
    today = date.today()
    values = {
        **_general(catalogue, today),
        **_described(standing),
        **_decided(made, today),
        "原认定依据": citations(before.decision.basis, today) if before else "",
        "审查轮次": round_name,
    }
    _fill(catalogue, FORM, path, values)


def write_batch_form(catalogue: Catalogue, batch: str, path: Path) -> int:
    """Write the form of a batch, one row a document; returns the number of rows.

    Raises:
        AppError: no such batch, the template is faulty, or the file exists.
    """
    with catalogue.read() as connection:
        found = known_batch(connection, batch)
        rows = [
            _row(number, each)
            for number, each in enumerate(review_figures.reviewed(connection, batch_id=found.id), 1)
        ]
    values = {
        **_general(catalogue, date.today()),
        "批次": f"{found.round_name} 第 {found.number} 批",
        "件数": str(len(rows)),
    }
    _fill(catalogue, BATCH_FORM, path, values, rows)
    return len(rows)


def signed(made: Determination, act: Act) -> str:
    """Who did it and when; an approval without proof of identity says so."""
    found = [signature for signature in made.signatures if signature.act is act]
    return _named(found[-1]) if found else ""


def template_of(catalogue: Catalogue, name: str) -> Path:
    """The customer's own template in the catalogue's folder, else ours."""
    own = catalogue.folder / "templates" / name
    return own if own.is_file() else resources() / PLACE / name


def require_new(path: Path) -> None:
    """Refuse to write over a file.

    Raises:
        AppError: it exists.
    """
    if path.exists():
        raise AppError(f"“{path}”已存在。", "请换一个文件名。")


def _fill(
    catalogue: Catalogue,
    name: str,
    path: Path,
    values: Mapping[str, str],
    rows: list[dict[str, str]] | None = None,
) -> None:
    require_new(path)
    try:
        fill_template(template_of(catalogue, name), path, values, rows or [])
    except OSError as error:
        raise AppError(f"不能写入“{path}”。", "请检查磁盘空间和写权限。") from error


def _named(signature: Signature) -> str:
    proof = "" if signature.identity_proven or signature.act is not Act.APPROVE else UNPROVEN
    note = f"　{signature.note}" if signature.note else ""
    return f"{signature.person}　{signature.at[:10]}{proof}{note}"


def _general(catalogue: Catalogue, today: date) -> dict[str, str]:
    return {
        "单位": catalogue.settings().get("office", ""),
        "打印日期": today.isoformat(),
        "审计校验值": head_line(catalogue),
    }


def _described(standing: Standing) -> dict[str, str]:
    row = standing.row
    suggested = standing.suggestion
    is_definite = suggested is not None and suggested.attribute is not DisclosureAttribute.UNDETERMINED
    return {
        "题名": row.title,
        "文号": row.document_number or "",
        "发文机关": row.issuing_body,
        "成文日期": row.dated_on or "",
        "公文编号": row.uuid,
        "程序建议": f"{ATTRIBUTE_TERMS[suggested.attribute]}（仅供参考，由人认定）"
        if suggested and is_definite
        else "无明确建议",
    }


def _decided(made: Determination, today: date) -> dict[str, str]:
    decision = made.decision
    return {
        "原公开属性": ATTRIBUTE_TERMS[made.previous_attribute],
        "审查后属性": ATTRIBUTE_TERMS[decision.attribute],
        "依据条文": citations(decision.basis, today),
        "理由": decision.reason,
        "区分处理": f"遮盖 {len(decision.redactions)} 处后公开" if decision.redactions else "无",
        "补充说明": "；".join(
            f"{STATEMENT_TERMS.get(key, key)}：{text}" for key, text in decision.attachments.items() if text
        ),
        "下次复审日期": decision.next_review_on or "",
        "状态": "已审定" if made.is_in_force else "待审定",
        "初审": signed(made, Act.PROPOSE),
        "保密审查": signed(made, Act.SECRECY_REVIEW),
        "审定": signed(made, Act.APPROVE) if made.is_in_force else "",
    }


def _row(number: int, each: ReviewedDocument) -> dict[str, str]:
    row, made = each.row, each.determination
    return {
        "序号": str(number),
        "题名": row.title,
        "文号": row.document_number or "",
        "成文日期": row.dated_on or "",
        "原公开属性": ATTRIBUTE_TERMS[made.previous_attribute if made else row.attribute],
        "审查后属性": ATTRIBUTE_TERMS[made.decision.attribute] if made else "未审",
        "依据": "、".join(made.decision.basis) if made else "",
        "理由": made.decision.reason if made else "",
        "初审": signed(made, Act.PROPOSE) if made else "",
        "审定": signed(made, Act.APPROVE) if made and made.is_in_force else "",
    }


def _before(history: list[Determination], made: Determination) -> Determination | None:
    """The determination that was in force before this one."""
    earlier = [each for each in history if each.id < made.id and each.state in _ONCE_IN_FORCE]
    return earlier[-1] if earlier else None
