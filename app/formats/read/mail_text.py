"""The head and body of a mail as text, whatever kind of file it came in."""

from collections.abc import Iterable

from app.domain.source import PartKind
from app.formats.read.web_page import add_page
from app.formats.reader import TextBuilder

SUBJECT, SENDER, RECIPIENTS, COPIES, DATE = "主题", "发件人", "收件人", "抄送", "日期"


def add_head(builder: TextBuilder, lines: Iterable[tuple[str, str]]) -> None:
    """Write the mail's particulars as labelled lines; empty ones are left out."""
    with builder.part(PartKind.MAIL_HEADER):
        for label, value in lines:
            if value.strip():
                builder.add_line(f"{label}：{' '.join(value.split())}")


def add_body(builder: TextBuilder, text: str, *, is_page: bool) -> None:
    """Write a body and end it with a line end."""
    if is_page:
        add_page(builder, text)
    elif text.strip():
        builder.add(text if text.endswith("\n") else text + "\n")
