"""How values stand in a dump: JSON where JSON can say it, files for texts, Base64 for the rest.

``docs/catalogue-format.md`` describes it for those who read a dump without this program.
"""

import base64
import json
import zlib
from typing import Any, TypeAlias

from sqlalchemy import LargeBinary, Table

from app.store.codec import COMPRESSION_LEVEL

FORMAT = "dishu-dump"
FORMAT_EDITION = 1
MANIFEST = "manifest.json"
TABLES, TEXTS, FOLDERS = "tables", "texts", "folders"

Stored: TypeAlias = str | int | float | bytes | None

_TEXT = frozenset({("audit_entry", "canonical")})
_COMPRESSED_JSON = frozenset({("content_text", "structure"), ("ocr_page", "lines")})
BODY = ("content_text", "body")
"""The one column whose values are files."""


def encoding_of(table: str, column: str, is_binary: bool) -> str:
    """How the manifest names the way a column is written: json, text, compressed-json, file, base64."""
    if (table, column) == BODY:
        return "file"
    if (table, column) in _TEXT:
        return "text"
    if (table, column) in _COMPRESSED_JSON:
        return "compressed-json"
    return "base64" if is_binary else "json"


def description(table: Table) -> list[dict[str, Any]]:
    """The columns of a table for the manifest."""
    return [
        {
            "name": column.name,
            "type": str(column.type),
            "nullable": bool(column.nullable),
            "key": column.primary_key,
            "encoding": encoding_of(table.name, column.name, isinstance(column.type, LargeBinary)),
            "refers_to": [key.target_fullname for key in column.foreign_keys],
            "meaning": column.comment or "",
        }
        for column in table.columns
    ]


def written(value: Stored, encoding: str) -> object:
    """A stored value as JSON."""
    if not isinstance(value, bytes):
        return value
    if encoding == "text":
        return value.decode()
    if encoding == "compressed-json":
        return json.loads(zlib.decompress(value))
    return base64.b64encode(value).decode("ascii")


def read(value: Any, encoding: str) -> Stored:  # noqa: ANN401 - whatever JSON holds
    """The stored value that :func:`written` was given; compressed ones are packed again."""
    if value is None or encoding == "json":
        return value  # type: ignore[no-any-return]
    if encoding == "text":
        return str(value).encode()
    if encoding == "compressed-json":
        packed = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
        return zlib.compress(packed, COMPRESSION_LEVEL)
    return base64.b64decode(value, validate=True)
