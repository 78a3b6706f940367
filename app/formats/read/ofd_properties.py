"""What an OFD file says of itself."""

import re

from lxml import etree

from app.formats.read.zip_package import local_name, text_of

_NAMES = {
    "Title": "title",
    "Author": "author",
    "Subject": "subject",
    "Abstract": "comments",
    "Keywords": "keywords",
    "Creator": "application",
    "CreatorVersion": "application_version",
    "CreationDate": "created_at",
    "ModDate": "saved_at",
    "DocUsage": "usage",
}
_DATE = re.compile(r"(?:D:)?(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ]*(\d{2}):?(\d{2}):?(\d{2}))?")


def ofd_properties(root: etree._Element) -> dict[str, str]:
    """The document information under the names all readers use; custom data as ``custom.NAME``."""
    found: dict[str, str] = {}
    for information in root.iter("{*}DocInfo"):
        for item in information:
            name = _NAMES.get(local_name(item))
            value = _keywords(item) if name == "keywords" else (item.text or "").strip()
            if name and value:
                found.setdefault(name, ofd_date(value) if name.endswith("_at") else value)
        for custom in information.iter("{*}CustomData"):
            value = text_of(custom).strip()
            if value:
                found.setdefault(f"custom.{custom.get('Name', '')}", value)
    return found


def _keywords(element: etree._Element) -> str:
    words = [(item.text or "").strip() for item in element.iterfind("{*}Keyword")]
    return " ".join(word for word in words if word) or (element.text or "").strip()


def ofd_date(text: str) -> str:
    """Makers write dates in half a dozen ways; those that can be understood become ISO dates."""
    match = _DATE.match(text.strip())
    if not match:
        return text.strip()
    year, month, day, *clock = match.groups()
    date = f"{year}-{int(month):02d}-{int(day):02d}"
    return f"{date}T{':'.join(clock)}" if clock[0] else date
