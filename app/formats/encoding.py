"""The character encoding of plain text and web pages as Chinese offices wrote them since 2005.

GB2312, GBK and CP936 are all read as GB18030, their superset: files declared "gb2312" hold
characters outside of it so often that a strict reader loses the rest of the document.
"""

import codecs
from collections import Counter
from dataclasses import dataclass

_SAMPLE_BYTES = 4 * 1024
_SURELY_CHINESE = 0.5
_BIG5_LEAD = 0.3
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDENED = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "csgb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "windows-936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "windows-950": "big5hkscs",
    "cp950": "big5hkscs",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
# The characters that make up about half of running Chinese text and of official documents, in
# both scripts; a wrong decoding hits them almost never.
_FREQUENT = frozenset(
    "　、。〈〉《》「」『』【】〔〕，：；（）！？“”"
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五"
    "果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回"
    "则任取据处府市县省镇乡办印送呈函复请示报告批通知意见规定办法实施工作单位负责安全管理保护人员项目财政税务教育卫生交通环境保障服务"
    "這國來說為們時個會對學發過經動現還與關從點進種後開實當業機體應間無問題電話總員標準規範區縣鎮鄉辦請報計劃護費項衛環務權責産產務"
    "單據門長東車見書記號條線級組織統紀結給經綜維網續編練總績職聯聽議認訂訓設許評詳調談論證識護變讓負財貨責資質購賽贊贏軍軟較輔農運"
    "達違遠適選還鄰醫釋針銀鋼錢錯鍵鎮長門間隊階際陽隨險難電靈靜頁項順須預頒領頻題額類願顯風飛飲養餘馬驗體點黨齊"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the codec that gave it; ``is_sure`` when a byte-order mark or strict UTF-8 said so."""

    text: str
    encoding: str
    is_sure: bool


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode text of unknown encoding; never fails.

    ``declared`` is what a web page, mail or XML file says of itself. It yields to a byte-order mark
    and to bytes that are valid UTF-8, because pages are often converted without their declaration.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name, True)
    name = detect(data, declared)
    return Decoded(data.decode(name, "replace"), name, name == "utf-8")


def detect(data: bytes, declared: str | None = None) -> str:
    """The codec for ``data`` that has no byte-order mark."""
    sample = data[:_SAMPLE_BYTES]
    wide = _wide_codec(sample)
    if wide:
        return wide
    if _is_utf8(data):
        return "utf-8"
    if _share(sample, "gb18030") > _SURELY_CHINESE:
        return "gb18030"
    wide = _wide_by_score(sample)
    if wide:
        return wide
    widened = widen(declared) if declared else None
    if widened and widened != "cp1252" and _decodes(data, widened):
        return widened
    return _best_scoring(sample, widened)


def widen(declared: str) -> str | None:
    """The codec to read a declared character set with; ``None`` if there is no such codec."""
    name = declared.strip().strip("\"'").lower()
    name = _WIDENED.get(name, name)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding else None  # noqa: SLF001 - the only way to ask


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8; a character cut off at the very end is forgiven.

    A few short words of GB18030 (联通, 通知) happen to be valid UTF-8 for Western letters.
    """
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data, final=False)
    except UnicodeDecodeError:
        return False
    if text.isascii() or max(text) >= "\u0800":
        return True
    return _share(data[:_SAMPLE_BYTES], "gb18030") < _SURELY_CHINESE


def _decodes(data: bytes, codec: str) -> bool:
    """Whether the bytes are text in this encoding; a character cut off at the end is forgiven."""
    try:
        codecs.getincrementaldecoder(codec)().decode(data, final=False)
    except ValueError:
        return False
    return True


def _wide_codec(sample: bytes) -> str | None:
    """UTF-16 without a byte-order mark, told by where its zero and Han bytes stand."""
    if len(sample) < 4:
        return None
    even, odd = sample[0::2], sample[1::2]
    zeros_even, zeros_odd = even.count(0), odd.count(0)
    for codec, zeros, others in (("utf-16-le", zeros_odd, zeros_even), ("utf-16-be", zeros_even, zeros_odd)):
        if zeros > 4 * others and _is_plausible(sample, codec, zeros / len(odd)):
            return codec
    return None


def _is_plausible(sample: bytes, codec: str, zeros: float) -> bool:
    """Binary data has zero bytes too, but does not make text of them.

    Text with few zero bytes has few Western characters; then the others must be frequent ones.
    """
    text = sample[: len(sample) // 2 * 2].decode(codec, "replace")
    strange = sum(map(_is_strange, text))
    return strange * 20 <= len(text) and (zeros > 0.4 or _share(sample, codec) > 0.2)


def _is_strange(character: str) -> bool:
    """Characters that Chinese or English text hardly ever holds."""
    if character < " ":
        return character not in "\t\n\r\f"
    return "\x7f" <= character <= "\xff" or "\ue000" <= character <= "\uf8ff" or character == "\ufffd"


def _wide_by_score(sample: bytes) -> str | None:
    """UTF-16 text of nothing but Han characters has no zero bytes at all."""
    if b"\0" in sample:
        return None
    pairs = sample[: len(sample) // 2 * 2]
    others = max(_share(sample, "gb18030"), _share(sample, "big5hkscs"))
    for codec in ("utf-16-le", "utf-16-be"):
        if _share(pairs, codec) > max(0.3, 2 * others):
            return codec
    return None


def _share(sample: bytes, codec: str) -> float:
    """The share of frequent characters among all that are not ASCII, less a penalty for errors."""
    counts = Counter(sample.decode(codec, "replace"))
    foreign = sum(count for character, count in counts.items() if character > "\x7f")
    if not foreign:
        return 0.0
    frequent = sum(count for character, count in counts.items() if character in _FREQUENT)
    errors = sum(
        count
        for character, count in counts.items()
        if character == "\ufffd" or "\ue000" <= character <= "\uf8ff"
    )
    return (frequent - 5 * errors) / foreign


def _best_scoring(sample: bytes, widened: str | None) -> str:
    """GB18030 unless Big5 scores better; Western text when neither makes sense of the bytes."""
    simplified, traditional = _share(sample, "gb18030"), _share(sample, "big5hkscs")
    if traditional > simplified + _BIG5_LEAD:
        return "big5hkscs"
    if simplified > 0.08:
        return "gb18030"
    if widened and widened not in {"utf-8", "cp1252"}:
        return widened
    high = sum(byte > 0x7F for byte in sample)
    if high * 5 < len(sample) or not _decodes(sample, "gb18030"):
        return "cp1252"
    return "gb18030"
