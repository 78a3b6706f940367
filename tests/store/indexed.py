"""Texts put into the index, and what is found of them."""

import random

from sqlalchemy import Connection, insert, select

from app.domain.query import (
    Node,
)
from app.store import codec, fulltext
from app.store.fulltext_query import (
    Order,
    found_ids,
)
from app.store.search_plan import plan
from app.store.tables.holdings import content, content_text, document, location, member
from app.store.tables.index import index_entry

WORDS = [
    "临湖县",
    "青石镇",
    "人民政府",
    "办公室",
    "关于",
    "做好",
    "冬季",
    "防火",
    "工作",
    "的",
    "通知",
    "意见",
    "档案",
    "整理",
    "公开",
    "计划",
    "与",
    "财政",
    "资金",
    "使用",
    "情况",
]
GENRES = ("通知", "意见", "函")
SIZE = 240


def made_text(chance: random.Random) -> str:
    sentences = ["".join(chance.choices(WORDS, k=chance.randrange(4, 12))) for _ in range(12)]
    numbers = [f"临政发〔{chance.randrange(2005, 2009)}〕{chance.randrange(1, 30)}号" for _ in range(2)]
    return "，".join(sentences) + "。\n\n根据" + "、".join(numbers) + "。"


def put(connection: Connection, number: int, text: str, dated_on: str | None, genre: str = "通知") -> None:
    connection.execute(
        insert(content).values(
            id=number,
            sha256=f"{number:064}",
            size=1,
            format="docx",
            status="ok",
            extracted_at="2024-01-01T00:00:00",
        )
    )
    connection.execute(
        insert(content_text).values(content_id=number, body=codec.pack_text(text), structure=b"")
    )
    connection.execute(
        insert(document).values(
            id=number, uuid=f"u{number}", title=text[:8], document_number=f"临政发〔2020〕{number}号", created_at="",
            issuing_body="临湖县财政局" if number % 3 else "临湖縣人民政府", dated_on=dated_on, genre=genre,
            year=int(dated_on[:4]) if dated_on else None,
        )
    )  # fmt: skip
    connection.execute(
        insert(member).values(document_id=number, content_id=number, role="master", made_by="test")
    )
    connection.execute(
        insert(location).values(
            root_id=1, path=f"{2000 + number % 5}/{number}.docx", raw_path=f"{2000 + number % 5}/{number}.docx".encode(),
            status="ok", content_id=number, first_seen_at="", last_seen_at="", last_seen_run=1,
        )
    )  # fmt: skip
    fulltext.index_content(connection, number)


def found(connection: Connection, node: Node, order: Order = Order.NEWEST) -> list[int]:
    ids = found_ids(connection, plan(connection, node), order, 1000)
    by_id = dict(map(tuple, connection.execute(select(index_entry.c.id, index_entry.c.content_id))))
    return [by_id[entry_id] for entry_id in ids]
