"""A message as Outlook stores it in a compound file ([MS-OXMSG])."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.formats.encoding import decode
from app.formats.read.compound import Compound
from app.formats.read.mail_parts import Attachment

_UNICODE, _STRING8, _BINARY = "001F", "001E", "0102"
SUBJECT, SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = "0037", "0C1A", "0C1F", "5D01"
SHOWN_TO, SHOWN_CC, BODY, HTML, COMPRESSED_RTF = "0E04", "0E03", "1000", "1013", "1009"
_ATTACHED_DATA, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME = "3701", "3707", "3704", "3001"
_CODE_PAGE, _BODY_CODE_PAGE, _SENT, _DELIVERED = 0x3FFD, 0x3FDE, 0x0039, 0x0E06
_EMBEDDED = "__substg1.0_3701000D"
_HEAD_SIZES = (32, 24, 8)
_MAX_ATTACHMENTS = 2000


@dataclass(frozen=True, slots=True)
class MessageStorage:
    """The message in a storage of the file; the outermost one has an empty ``path``."""

    compound: Compound
    path: tuple[str, ...] = ()

    def text(self, property_id: str) -> str:
        """A text property, Unicode or in the message's code page."""
        raw = self._stream(property_id, _UNICODE)
        if raw:
            return raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace").rstrip("\0")
        raw = self._stream(property_id, _STRING8).rstrip(b"\0")
        return decode(raw, self._codec(_CODE_PAGE) or self._codec(_BODY_CODE_PAGE)).text if raw else ""

    def data(self, property_id: str) -> bytes:
        """A binary property."""
        return self._stream(property_id, _BINARY)

    def page(self) -> str:
        """The HTML body; it has a code page of its own."""
        raw = self.data(HTML)
        return decode(raw, self._codec(_BODY_CODE_PAGE)).text if raw else self.text(HTML)

    def sent_at(self) -> str:
        """When the message was sent or delivered, ISO 8601 in UTC."""
        for number in (_SENT, _DELIVERED):
            ticks = self._fixed(number)
            if 94_354_848_000_000_000 < ticks < 200_000_000_000_000_000:
                moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
                return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return ""

    def attachments(self) -> Iterator[Attachment]:
        """The attached files; messages inside the message are not among them."""
        for number, folder in enumerate(self._attachment_folders()):
            storage = MessageStorage(self.compound, folder)
            if not storage.is_embedded_message:
                name = storage.text(_LONG_NAME) or storage.text(_SHORT_NAME) or storage.text(_SHOWN_NAME)
                yield Attachment(_file_name(name) or f"{number + 1}.bin", storage.data(_ATTACHED_DATA))

    def messages(self) -> Iterator["MessageStorage"]:
        """The messages attached to this one."""
        for folder in self._attachment_folders():
            if MessageStorage(self.compound, folder).is_embedded_message:
                yield MessageStorage(self.compound, (*folder, _EMBEDDED))

    @property
    def is_embedded_message(self) -> bool:
        """Whether this attachment is itself a message."""
        return self.compound.has([*self.path, _EMBEDDED, "__properties_version1.0"])

    def _attachment_folders(self) -> list[tuple[str, ...]]:
        depth = len(self.path)
        names = {
            path[depth]: None
            for path in self.compound.paths
            if len(path) > depth + 1
            and tuple(path[:depth]) == self.path
            and path[depth].startswith("__attach_version1.0")
        }
        return [(*self.path, name) for name in list(names)[:_MAX_ATTACHMENTS]]

    def _stream(self, property_id: str, kind: str) -> bytes:
        return self.compound.read_if_there([*self.path, f"__substg1.0_{property_id}{kind}"])

    def _codec(self, number: int) -> str | None:
        page = self._fixed(number) & 0xFFFFFFFF
        return "utf-8" if page == 65001 else f"cp{page}" if page else None

    def _fixed(self, number: int) -> int:
        """A property of fixed size; the table's head is longer in the outermost message."""
        table = self.compound.read_if_there([*self.path, "__properties_version1.0"])
        for head in _HEAD_SIZES:
            for place in range(head, min(len(table), 16 * 1000) - 15, 16):
                if int.from_bytes(table[place + 2 : place + 4], "little") == number:
                    return int.from_bytes(table[place + 8 : place + 16], "little")
        return 0


def _file_name(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].strip()
