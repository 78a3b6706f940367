"""Wounds that a file of each structure can have and still be taken for one.

Every function takes the input, a source of chance and ``basic``, which wounds bytes without knowing
what they are (the coverage-guided fuzzer's own, or :func:`wounded`), and gives the wounded input.
"""

import copy
import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, TypeVar

from tests.fuzz.compound_parts import packed, streams_of

Basic = Callable[[bytes], bytes]
Mutator = Callable[[bytes, Random, Basic], bytes]

NUMBERS = (
    b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"\x01\x00\x00\x00",
    b"\x00\x02\x00\x00", b"\xfe\xff\xff\xff", b"\x00\x10\x00\x00", b"\xff\xff", b"\x00\x00", b"\x01\x00", b"\xff",
)  # fmt: skip
VALUES = (
    "", "0", "-1", "1", "65536", "4294967295", "99999999999999999999", "1e308", "-1e308", "nan", "inf", "0.0001",
    "²", "9" * 5000, "x", "#", "../../x", "/", "１", "true", "FF0000", "g 200000 1", "0 0 0 0", "\t",
)  # fmt: skip
SNIPPETS = (
    "临政发〔2015〕7号", "〔2015〕", "发〔", "第1号", "（", "）", "《", "》", "：", "；", "、", "\t", "\n", "\n\n\n", "\u3000" * 40,
    "此件公开发布", "（此件依申请公开）", "公开属性：不予公开", "机密★长期", "秘密", "密级", "特急", "签发人：王小明", "抄送：", "主题词：",
    "附件：1．名单\n2．表", "附件", "临湖县人民政府办公室文件", "关于印发《办法》的通知", "各乡镇人民政府，县级有关部门：", "联系人：李红",
    "二〇一五年三月七日", "2015年3月7日印发", "2015年2月30日", "身份证号：110101199003074512", "11010119900307451X", "13800138000",
    "0571-88888888", "6222021234567890123", "zhang@example.com", "浙A12345", "姓名\t性别\t身份证号\t住址", "王某\t男\t4401**********1234",
    "现住临湖县城关镇人民路1号2幢301室", "患有高血压", "低保户", "举报人", "用户名：admin 密码：123456", "讨论稿", "会议纪要", "第一条", "一、",
    "（一）", "1" * 40, "年月日", "○", "〇", "★", "☑", "□", "\u200b", "\x00", "\ud7ff", "\U00020000", "e\u0301", "臨湖縣", "政府資訊",
    "http://www.example.gov.cn/a?id=110101199003074512", "=cmd", "复印件", "征求意见", "同意", "2005", "第三期", "总第12期", "印", "（代章）",
    "AND", "NOT ", "年份:2015..", "标题:", "\"", "(", ")", "*", "?", "~", "或", "与", "非", "TO", "[", "]", "{", "^2", "\\",
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]{1,400}>")
_VALUE = re.compile(rb'"[^"<>]{0,200}"')
_DEEPEST_COPIES = (1, 1, 2, 3, 30, 300)
_LARGEST = 60_000


def wounded(data: bytes, chance: Random) -> bytes:
    """Bytes flipped, replaced, cut out or doubled; used where no coverage-guided fuzzer is at hand."""
    body = bytearray(data or b"\0")
    for _ in range(chance.choice((1, 1, 2, 4))):
        place = chance.randrange(len(body) + 1)
        length = chance.choice((1, 2, 4, 16, 64))
        match chance.randrange(5):
            case 0:
                body[place : place + length] = chance.choice(NUMBERS)
            case 1:
                body[place : place + length] = chance.randbytes(length)
            case 2:
                del body[place : place + length]
            case 3:
                body[place:place] = _copies(bytes(body[place : place + length]), chance)
            case _:
                body[place : place + 1] = bytes([chance.randrange(256)])
    return bytes(body[:_LARGEST])


Piece = TypeVar("Piece", str, bytes)


def _copies(piece: Piece, chance: Random) -> Piece:
    """The piece once or many times, but never more than an input may hold."""
    return piece * min(chance.choice(_DEEPEST_COPIES), max(1, _LARGEST // max(1, len(piece))))


def in_bytes(data: bytes, chance: Random, basic: Basic) -> bytes:
    """Numbers of a binary structure replaced by extreme ones, places kept; or whatever ``basic`` does."""
    if chance.random() < 0.6 or not data:
        return basic(data)
    body = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        place, piece = chance.randrange(len(body)), chance.choice(NUMBERS)
        if chance.random() < 0.4:
            piece = chance.randrange(2 * len(body)).to_bytes(4, "little")[: chance.choice((1, 2, 4))]
        body[place : place + len(piece)] = piece
    return bytes(body)


def in_text(data: bytes, chance: Random, basic: Basic) -> bytes:
    """Lines moved and doubled, pieces of official documents thrown in; valid UTF-8 for the most part."""
    if chance.random() < 0.15:
        return basic(data)
    text = data.decode("utf-8", "replace")
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        text = _text_step(text, chance)
    return text[:_LARGEST].encode("utf-8", "replace")


def _text_step(text: str, chance: Random) -> str:
    place = chance.randrange(len(text) + 1)
    lines = text.split("\n")
    match chance.randrange(7):
        case 0 | 1:
            return text[:place] + chance.choice(SNIPPETS) + text[place:]
        case 2:
            return text[:place] + text[place + chance.choice((1, 1, 3, 20)) :]
        case 3:
            lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
        case 4:
            lines[chance.randrange(len(lines))] = chance.choice(SNIPPETS)
        case 5:
            chance.shuffle(lines)
        case _:
            piece = text[place : place + chance.choice((1, 4, 40))]
            return text[:place] + _copies(piece, chance) + text[place:]
    return "\n".join(lines)


def in_markup(data: bytes, chance: Random, basic: Basic) -> bytes:
    """Elements doubled, removed and nested, values of attributes made extreme, text thrown in."""
    if chance.random() < 0.25:
        return basic(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = _markup_step(data, chance)
    return data[:_LARGEST]


def _markup_step(data: bytes, chance: Random) -> bytes:
    step = chance.randrange(6)
    if step == 0:
        return _replaced(data, _VALUE, chance, b'"' + chance.choice(VALUES).encode() + b'"')
    tags = list(_TAG.finditer(data))
    if not tags or step == 1:
        place = chance.randrange(len(data) + 1)
        return data[:place] + chance.choice(SNIPPETS).encode("utf-8", "replace") + data[place:]
    one, other = sorted((chance.choice(tags).start(), chance.choice(tags).end()))
    piece = data[one:other]
    match step:
        case 2:
            return data[:other] + _copies(piece, chance) + data[other:]
        case 3:
            return data[:one] + data[other:]
        case 4:
            place = chance.choice(tags).end()
            return data[:place] + piece + data[place:]
        case _:
            values = _VALUE.findall(data)
            return _replaced(data, _VALUE, chance, chance.choice(values)) if values else data


def _replaced(data: bytes, pattern: "re.Pattern[bytes]", chance: Random, by: bytes) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    hit = chance.choice(found)
    return data[: hit.start()] + by + data[hit.end() :]


JSON_VALUES = (None, True, -1, 0, 1.5, 2**70, "", [], {}, [[]], {"": {}}, "2015-02-30", "9" * 400)


def in_json(data: bytes, chance: Random, basic: Basic) -> bytes:
    """Members of an object or a list replaced, removed, doubled or exchanged, and written soundly again."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        return in_text(data, chance, basic)
    if chance.random() < 0.1 or not (places := list(_places(record))):
        return in_text(data, chance, basic)
    for _ in range(chance.choice((1, 1, 2, 4))):
        _json_step(*chance.choice(places), places, chance)
    try:
        return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")[:_LARGEST]
    except (ValueError, RecursionError):  # a list that was put into itself
        return data


def _places(record: Any) -> Iterator[tuple[Any, Any]]:
    """Every object or list in a record, with each of its keys."""
    waiting = [record]
    while waiting:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else list(range(len(one))) if isinstance(one, list) else []
        yield from ((one, key) for key in keys)
        waiting.extend(one[key] for key in keys)


def _json_step(holder: Any, key: Any, places: list[tuple[Any, Any]], chance: Random) -> None:
    if key not in holder if isinstance(holder, dict) else key >= len(holder):
        return  # removed by an earlier step
    other, other_key = chance.choice(places)
    match chance.randrange(6):
        case 0:
            del holder[key]
        case 1 | 2:
            holder[key] = chance.choice(JSON_VALUES)
        case 3:
            holder[key] = chance.choice(SNIPPETS)
        case 4 if isinstance(holder, list):
            holder.extend(copy.deepcopy(holder[key : key + 1]) * chance.choice(_DEEPEST_COPIES[:5]))
        case 4:
            holder[chance.choice(SNIPPETS)] = holder[key]
        case _:
            found = other.get(other_key) if isinstance(other, dict) else (other or [None])[-1]
            holder[key] = copy.deepcopy(found)


def in_package(data: bytes, chance: Random, basic: Basic) -> bytes:
    """A part of a zip package wounded, removed, doubled or renamed, and the package packed soundly again."""
    if chance.random() < 0.1:
        return basic(data)
    parts = _parts(data)
    if not parts:
        return basic(data)
    name = chance.choice(list(parts))
    step = chance.random()
    if step < 0.05:
        del parts[name]
    elif step < 0.1:
        parts[chance.choice(list(parts))] = parts[name]
    elif step < 0.15:
        parts[basic(name.encode("utf-8", "replace")).decode("utf-8", "replace")[:200] or "x"] = parts.pop(
            name
        )
    else:
        is_markup = parts[name].lstrip()[:1] == b"<"
        parts[name] = (in_markup if is_markup else in_bytes)(parts[name], chance, basic)
    return zipped(parts, zipfile.ZIP_STORED if chance.random() < 0.995 else chance.choice(METHODS))


METHODS = (zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2)


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            return {item.filename: source.read(item) for item in source.infolist()}
    except Exception:  # a wounded package makes zipfile fail in every way
        return {}


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip file, with the same time in every member so that equal parts make equal bytes."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as package:
        warnings.simplefilter("ignore")
        for name, content in parts.items():
            info = zipfile.ZipInfo(name.replace("\ud800", "?"))
            info.compress_type = method
            package.writestr(info, content)
    return target.getvalue()


def in_compound(data: bytes, chance: Random, basic: Basic) -> bytes:
    """A stream of a compound file wounded and the file put together again; at times its frame."""
    if chance.random() < 0.15:
        return in_bytes(data, chance, basic)
    streams = streams_of(data)
    if not streams:
        return in_bytes(data, chance, basic)
    path = chance.choice(list(streams))
    if chance.random() < 0.05:
        streams[chance.choice(list(streams))] = streams[path]
    else:
        streams[path] = in_bytes(streams[path], chance, basic)[:_LARGEST]
    return packed(streams)


def in_structure(data: bytes, chance: Random, basic: Basic) -> bytes:
    """Whatever fits what the file is: a package, a compound file or neither."""
    if data.startswith(b"PK"):
        return in_package(data, chance, basic)
    return (in_compound if data.startswith(b"\xd0\xcf") else in_bytes)(data, chance, basic)


def in_words_of(words: tuple[str, ...]) -> Mutator:
    """Wounds by the words of a language, thrown in, moved and doubled."""

    def in_words(data: bytes, chance: Random, basic: Basic) -> bytes:
        if chance.random() < 0.3 or not data:
            return basic(data)
        for _ in range(chance.choice((1, 1, 2, 4))):
            place, length = chance.randrange(len(data) + 1), chance.choice((0, 0, 1, 4, 30))
            piece = chance.choice(words).encode("utf-8", "replace")
            if chance.random() < 0.4:
                start = chance.randrange(len(data))
                piece = _copies(data[start : start + chance.choice((4, 20, 80))], chance)
            data = (data[:place] + piece + data[place + length :])[:_LARGEST] or b" "
        return data

    return in_words


def either(one: Mutator, other: Mutator) -> Mutator:
    """One way of spoiling or the other."""
    return lambda data, chance, basic: (one if chance.random() < 0.5 else other)(data, chance, basic)
