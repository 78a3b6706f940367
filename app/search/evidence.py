"""A search as evidence that information does not exist (条例 711, art. 36(4): 经检索没有所申请公开信息的).

What is kept: the question, the query as typed and as understood, the number of hits, and what the
catalogue held and could not read at that moment. The person and the time stand in the audit trail.
"""

from app.domain.audit import Change
from app.errors import AppError, WrongUseError
from app.search.find import tally_tree, understood
from app.store import reindex, searches
from app.store.catalogue import Catalogue
from app.store.reindex import IndexState
from app.store.searches import LoggedSearch

_LISTED = "请用 dishu searches evidence 查看编号。"


def log(catalogue: Catalogue, query: str, *, purpose: str, by: str) -> LoggedSearch:
    """Search and keep the result as evidence, in one transaction.

    Args:
        catalogue: where to search.
        query: as typed.
        purpose: what it is for, such as the number of an application.
        by: who searches.

    Raises:
        WrongUseError: no purpose, or a mistake in the query.
        AppError: the index is to be built anew first; what it does not find may exist.
    """
    if not purpose.strip():
        raise WrongUseError("请写明检索的用途，例如申请的编号。")
    node = understood(query)
    with catalogue.write(by=by, action="search.log") as unit:
        _require_whole(reindex.state(unit.connection))
        found = tally_tree(unit.connection, node)
        logged = searches.log_search(
            unit.connection,
            purpose=purpose.strip(),
            query=query,
            understood=found.query,
            hit_count=found.count,
            by=by,
            at=unit.at,
        )
        changes = [Change("purpose", None, logged.purpose), Change("query", None, query)]
        unit.record(logged.uuid, [*changes, Change("hit_count", None, str(found.count))])
        unit.commit()
    return logged


def kept(catalogue: Catalogue) -> list[LoggedSearch]:
    """The searches that were kept as evidence, the latest first."""
    with catalogue.read() as connection:
        return searches.logged_searches(connection)


def named(catalogue: Catalogue, beginning: str) -> LoggedSearch:
    """The kept search whose number begins so.

    Raises:
        AppError: there is none, or several.
    """
    found = [one for one in kept(catalogue) if one.uuid.startswith(beginning)]
    if not found:
        raise AppError(f"没有编号以“{beginning}”开头的检索记录。", _LISTED)
    if len(found) > 1:
        raise AppError(f"有几条检索记录的编号以“{beginning}”开头。", _LISTED)
    return found[0]


def _require_whole(state: IndexState) -> None:
    if state.is_whole:
        return
    why = "全文索引由本程序的另一版本建立，正待重建"
    if not state.is_of_other_edition and not state.is_half_rebuilt:
        why = f"有 {state.missing_count} 份文本还没有编入全文索引"
    raise AppError(
        f"{why}，检索可能不全，不能作为信息不存在的依据。",
        "请先在“公文”页重建全文索引，或运行 dishu reindex，完成后再检索留证。",
    )


def printed(logged: LoggedSearch, *, office: str) -> str:
    """The record as a page to print and sign; says what the search could not see."""
    extent = logged.extent
    found = "未检索到相关信息" if logged.hit_count == 0 else f"检索到 {logged.hit_count} 份文本"
    lines = [
        "政府信息检索记录",
        "",
        f"单位：{office}",
        f"用途：{logged.purpose}",
        f"检索时间：{logged.at.replace('T', ' ')}",
        f"检索人：{logged.by}",
        f"检索式：{logged.query}",
        f"检索条件：{logged.understood}",
        f"检索结果：{found}",
        "",
        f"检索范围：{'、'.join(extent.roots) or '（尚未登记文件夹）'}",
        f"目录状态：公文 {extent.documents} 件，全文 {extent.texts} 份，最近一次登记完成于 "
        f"{(extent.last_ingest_at or '（无）').replace('T', ' ')}",
        f"未能检索：无法读取的文件 {extent.unreadable_files} 个，没有文字层的文件 {extent.files_without_text} 个，"
        f"疑似涉密而隔离的文件 {extent.quarantined_files} 个",
        f"记录编号：{logged.uuid}",
        "",
        "检索人（签字）：                负责人（签字）：",
    ]
    return "\n".join(lines) + "\n"
