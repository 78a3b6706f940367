"""Document properties of OOXML packages: core, application and custom."""

from lxml import etree

from app.formats.read.whole_number import whole_number
from app.formats.read.zip_package import ZipPackage, local_name, text_of

_CORE = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "keywords": "keywords",
    "description": "comments",
    "category": "category",
    "contentStatus": "content_status",
    "lastModifiedBy": "last_saved_by",
    "created": "created_at",
    "modified": "saved_at",
    "lastPrinted": "printed_at",
}
_APPLICATION = {
    "Company": "company",
    "Manager": "manager",
    "Application": "application",
    "Template": "template",
    "Pages": "pages",
    "Slides": "slides",
}


def office_properties(package: ZipPackage) -> dict[str, str]:
    """What the package says of itself, under the names all readers use; custom ones keep theirs."""
    found: dict[str, str] = {}
    for kind, target in package.related("").values():
        if kind == "core-properties":
            found |= _named(package.xml_if_there(target), _CORE)
        elif kind == "extended-properties":
            found |= _named(package.xml_if_there(target), _APPLICATION)
        elif kind == "custom-properties":
            found |= _custom(package.xml_if_there(target))
    return found


def declared_pages(properties: dict[str, str], key: str = "pages") -> int | None:
    """The number of pages or slides the writing program counted, if it is one."""
    value = properties.get(key, "")
    count = whole_number(value, 0)
    return count if 0 < count < 100_000 else None


def _named(root: etree._Element | None, names: dict[str, str]) -> dict[str, str]:
    return {
        names[local_name(item)]: item.text.strip()
        for item in (root if root is not None else ())
        if local_name(item) in names and item.text and item.text.strip()
    }


def _custom(root: etree._Element | None) -> dict[str, str]:
    found = {}
    for item in root if root is not None else ():
        value = text_of(item).strip()
        if isinstance(item.tag, str) and item.get("name") and value:
            found[f"custom.{item.get('name')}"] = value
    return found
