"""``dishu search``: find documents by words, numbers and fields.

What only some searches need is loaded by them, so that an answer does not wait for it.
"""

import argparse
from dataclasses import asdict

from app import wiring
from app.cli import naming, options
from app.cli.output import TerminalProgress, note, say, say_json
from app.cli.search_answers import (
    facets_record,
    hit_record,
    result_record,
    say_facets,
    say_hits,
    say_result,
)
from app.errors import WrongUseError
from app.search.find import PAGE, SearchResult, facets, find, tally
from app.store import reindex
from app.store.catalogue import Catalogue
from app.store.fulltext_query import Order

_ORDERS = {
    Order.NEWEST: "新的在前（默认）",
    Order.OLDEST: "旧的在前",
    Order.RELEVANCE: "相关的在前",
    Order.BODY: "按发文机关",
    Order.NUMBER: "按文号",
}


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument(
        "query", nargs="*", metavar="检索式", help="如：防汛 与 年>=2010；文号:临政办发〔2009〕31号"
    )
    parser.add_argument("--like", metavar="公文", help=f"查找标题与此相近的；{naming.HOW}")
    parser.add_argument("--count", action="store_true", help="只要数目")
    parser.add_argument("--limit", type=options.at_least(0), default=PAGE, metavar="N", help="最多显示多少份")
    parser.add_argument("--offset", type=options.at_least(0), default=0, metavar="N", help="略过前多少份")
    parser.add_argument("--order", default=Order.NEWEST, **options.one_of(_ORDERS, "次序"))
    parser.add_argument("--group", action="store_true", help="按件计")
    parser.add_argument("--facets", action="store_true", help="按年、机关、文种、属性、状态、格式计数")
    parser.add_argument("--export", type=options.path, metavar="文件.xlsx", help="把全部结果写成表格")
    parser.add_argument("--log", metavar="用途", help="留作检索记录（信息不存在的依据），要写 --by")
    parser.add_argument("--by", metavar="姓名", help="检索人")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Search and print what was asked for; words typed without quotation marks are one query."""
    given.query = " ".join(given.query) or None
    _check(given)
    with wiring.open_session(given.catalogue) as session:
        if given.like:
            return _like(session.catalogue, given)
        return _search(session.catalogue, given)


def _check(given: argparse.Namespace) -> None:
    if (given.query is None) == (given.like is None):
        raise WrongUseError("请写检索式，或用 --like 指定一份公文，二者取一。")
    if given.log is not None and not (given.by or "").strip():
        raise WrongUseError("检索记录要写明检索人。", "请用 --by 写明姓名。")


def _search(catalogue: Catalogue, given: argparse.Namespace) -> int:
    with catalogue.read() as connection:
        if reindex.is_outdated(connection):
            note("全文索引由本程序的另一版本建立，正待重建，结果可能不全；请运行 dishu reindex。")
    record, page = _logged(catalogue, given)
    result = _find(catalogue, given)
    counted = facets(catalogue, given.query, group=given.group) if given.facets else None
    if counted is not None:
        record["facets"] = facets_record(counted)
    if given.export is not None:
        rows = _export(catalogue, given)
        record["exported"] = {"path": str(given.export), "rows": rows}
    if given.json:
        say_json(result_record(result) | record)
        return 0
    say(page) if page else say_result(result, "件" if given.group else "份")
    if counted is not None:
        say_facets(counted)
    if given.export is not None:
        say(f"已写入 {given.export}：{rows} 行")
    return 0


def _export(catalogue: Catalogue, given: argparse.Namespace) -> int:
    from app.search.export import export_hits

    return export_hits(
        catalogue, given.query, given.export, TerminalProgress(), order=given.order, group=given.group
    )


def _logged(catalogue: Catalogue, given: argparse.Namespace) -> tuple[dict[str, object], str]:
    """The record of a search that is kept as evidence, and the page to print and sign."""
    if given.log is None:
        return {}, ""
    from app.search import evidence

    logged = evidence.log(catalogue, given.query, purpose=given.log, by=given.by)
    page = evidence.printed(logged, office=catalogue.settings().get("office", ""))
    return {"logged": {**asdict(logged), "printed": page}}, page


def _find(catalogue: Catalogue, given: argparse.Namespace) -> SearchResult:
    if given.count:
        return tally(catalogue, given.query, group=given.group)
    return find(
        catalogue,
        given.query,
        order=given.order,
        limit=given.limit,
        offset=given.offset,
        group=given.group,
    )


def _like(catalogue: Catalogue, given: argparse.Namespace) -> int:
    from app.search.similar import like_document

    hits = like_document(catalogue, naming.named(catalogue, given.like), limit=given.limit)
    if given.json:
        say_json({"like": given.like, "hits": [hit_record(hit) for hit in hits]})
    else:
        say(f"与这份公文标题相近的：{len(hits)} 份")
        say_hits(tuple(hits))
    return 0
