"""The licences that packages bring go along with the built program."""

from tools.third_party import is_installed, licence_texts, packages, texts_of


def test_the_texts_of_shipped_packages_lie_where_none_covers_another() -> None:
    texts = licence_texts("runtime")
    for package in ("sqlalchemy", "pillow", "numpy", "pypdfium2"):
        assert any(folder.startswith(f"licences/{package}-") for _, folder in texts), package
    assert all(text.is_file() for text, _ in texts)
    targets = [f"{folder}/{text.name}" for text, folder in texts]
    assert len(targets) == len(set(targets))


def test_every_package_that_is_shipped_has_a_text() -> None:
    shipped = [package.name for group in ("runtime", "ocr") for package in packages(group)]
    assert [name for name in shipped if is_installed(name) and not texts_of(name)] == []
