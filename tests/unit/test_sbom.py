"""The bill of materials names exactly what the lock files install."""

import re

from tools import sbom
from tools.third_party import ROOT


def pinned(group: str) -> set[str]:
    text = (ROOT / "requirements" / f"{group}.lock").read_text(encoding="utf-8")
    return {
        f"pkg:pypi/{name}@{version}"
        for name, version in re.findall(r"^([a-z0-9.-]+)==([^ ;\\]+)", text, re.MULTILINE)
    }


def test_every_locked_package_is_a_component_with_licence_and_hashes() -> None:
    bill = sbom.bill(("runtime",))
    components = bill["components"]
    assert isinstance(components, list)
    assert {component["purl"] for component in components} == pinned("runtime")
    for component in components:
        assert component["licenses"][0]["license"]["name"], component["name"]
        assert component["properties"], component["name"]


def test_text_recognition_is_in_the_bill_only_when_it_is_shipped() -> None:
    with_ocr = {component["purl"] for component in sbom.bill(("runtime", "ocr"))["components"]}
    assert with_ocr == pinned("runtime") | pinned("ocr")
