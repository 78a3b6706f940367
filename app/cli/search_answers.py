"""What ``dishu search`` and its companions print: JSON records and sentences."""

from collections import Counter
from typing import Any

from app.cli.output import say
from app.domain.document import SHORT
from app.domain.query import Field
from app.search.fields import value_name
from app.search.find import Hit, SearchResult

FACETS = {
    "year": "年",
    "issuing_body": "发文机关",
    "genre": "文种",
    "attribute": "公开属性",
    "suggested_attribute": "建议属性",
    "review_state": "状态",
    "applicability": "归属",
    "format": "格式",
}
"""The facets by the name they have in JSON, with their Chinese names."""

_FIELDS = {
    "attribute": Field.ATTRIBUTE,
    "suggested_attribute": Field.SUGGESTION,
    "review_state": Field.STATE,
    "applicability": Field.APPLICABILITY,
    "format": Field.FORMAT,
}
_UNKNOWN = "（不明）"
_MOST_VALUES = 10
Facets = dict[str, Counter[Any]]


def result_record(result: SearchResult) -> dict[str, object]:
    """A result as design's contract has it; ``count_is_exact`` is false when punctuation was not counted."""
    return {
        "query": result.query,
        "count": result.count,
        "count_is_exact": result.is_exact,
        "hits": [hit_record(hit) for hit in result.hits],
        "suggestions": list(result.suggestions),
        "alone": [{"query": words, "count": count} for words, count in result.alone],
    }


def hit_record(hit: Hit) -> dict[str, object]:
    """One line of a result list."""
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


def facets_record(facets: Facets) -> dict[str, list[dict[str, object]]]:
    """Every value with its count, most frequent first; ``null`` where it is unknown."""
    return {
        name: [{"value": value or None, "count": count} for value, count in _ranked(facets[name])]
        for name in FACETS
    }


def say_result(result: SearchResult, unit: str = "份") -> None:
    """The number found, the hits, and what else could be meant; ``unit`` is what was counted."""
    say(f"检索：{result.query}　共 {result.count} {unit}")
    if not result.is_exact:
        dropped = f"，本页略去标点不同的 {result.dropped} 份" if result.dropped else ""
        say(f"份数不论标点；标点是否相同只在显示的页上核对{dropped}。")
    say_hits(result.hits)
    for words, count in result.alone:
        say(f"单看这一条：{words}　{count} 份")
    for other in result.suggestions:
        say(f"是否要找：{other}")


def say_hits(hits: tuple[Hit, ...]) -> None:
    """Two lines for each hit, the first with what names it to ``show``; the words found stand in 【】.

    Of a document with several texts the further ones have one line with their path.
    """
    shown: set[str] = set()
    for hit in hits:
        if hit.document in shown:
            say(f"    同一件的另一份文字：{hit.path}")
            continue
        shown |= {hit.document} if hit.document else set()
        about = (
            (hit.document or "")[:SHORT],
            hit.dated_on or "----------",
            hit.document_number,
            hit.title or hit.path,
        )
        say("　".join(part for part in about if part))
        say(f"    {_shown(hit)}")


def say_facets(facets: Facets) -> None:
    """The most frequent values of each facet on one line."""
    for name, title in FACETS.items():
        field = _FIELDS.get(name)
        shown = [
            f"{value_name(field, value) if field and value else value or _UNKNOWN} {count}"
            for value, count in _ranked(facets[name])[:_MOST_VALUES]
        ]
        more = len(facets[name]) - len(shown)
        say(f"{title}：{'，'.join(shown)}{f'，等另 {more} 种' if more > 0 else ''}")


def _ranked(counted: Counter[Any]) -> list[tuple[Any, int]]:
    """Values by count; equal counts by value, so that the same search prints the same."""
    return sorted(counted.items(), key=lambda item: (-item[1], str(item[0])))


def _shown(hit: Hit) -> str:
    """The part of the text around the words, or why there is none."""
    if hit.content_id is None:
        return "（只有纸质件）"
    if not hit.snippet.text.strip():
        return "（文件里没有可检索的文字，按标题或文号找到）"
    return ("（识别文字）" if hit.is_ocr else "") + _marked(hit)


def _marked(hit: Hit) -> str:
    text, parts, reached = hit.snippet.text, [], 0
    for start, end in hit.snippet.marks:
        parts += [text[reached:start], "【", text[start:end], "】"]
        reached = end
    return " ".join("".join([*parts, text[reached:]]).split())
