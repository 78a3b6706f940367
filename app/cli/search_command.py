"""``dishu search``: find documents by words, numbers and fields."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.search.explain import explain
from app.search.find import Hit, SearchResult, count, find, understood
from app.store.fulltext_query import Order

PAGE = 50


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("query", metavar="检索式", help="如：防汛 与 年>=2010；文号:临政办发〔2009〕31号")
    parser.add_argument("--count", action="store_true", help="只要数目")
    parser.add_argument("--limit", type=int, default=PAGE, metavar="N")
    parser.add_argument("--offset", type=int, default=0, metavar="N")
    parser.add_argument("--order", type=Order, choices=list(Order), default=Order.NEWEST)
    parser.add_argument("--group", action="store_true", help="按件计")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Search and print a page of hits."""
    with wiring.open_session(given.catalogue) as session:
        result = _find(session, given)
    if given.json:
        say_json(_record(result))
    else:
        _say(result)
    return 0


def _find(session: wiring.Session, given: argparse.Namespace) -> SearchResult:
    if given.count:
        total = count(session.catalogue, given.query, group=given.group)
        return SearchResult(explain(understood(given.query)), total)
    return find(
        session.catalogue,
        given.query,
        order=given.order,
        limit=given.limit,
        offset=given.offset,
        group=given.group,
    )


def _record(result: SearchResult) -> dict[str, object]:
    return {
        "query": result.query,
        "count": result.count,
        "hits": [_hit(hit) for hit in result.hits],
        "suggestions": list(result.suggestions),
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.document,
        "path": hit.path,
        "title": hit.title,
        "document_number": hit.document_number,
        "dated_on": hit.dated_on,
        "snippet": hit.snippet.text,
        "marks": [[start, end] for start, end in hit.snippet.marks],
        "is_ocr": hit.is_ocr,
    }


def _say(result: SearchResult) -> None:
    say(f"检索：{result.query}　共 {result.count} 份")
    for hit in result.hits:
        say(f"{hit.dated_on or '----------'}　{hit.document_number or ''}　{hit.title}")
        say(f"    {hit.snippet.text.replace(chr(10), ' ')}")
    for other in result.suggestions:
        say(f"是否要找：{other}")
