"""What people make of the TOML files they may edit."""

import tomllib

import pytest

from app.classify.data_files import DataFileError, read_folder
from app.errors import AppError
from app.inventory.recognise.mark_words import read_mark_words
from app.text.toml import parsed_toml
from app.transfer.profile import profile_from_toml
from app.transfer.templates import TEMPLATE_FOLDER, load_template

NESTED = f"columns = {'[' * 5000}{']' * 5000}"


def test_a_mark_of_byte_order_in_front_is_no_mistake(tmp_path):
    assert parsed_toml("\ufeffid = '目录'") == {"id": "目录"}
    shipped = min(TEMPLATE_FOLDER.glob("*.toml"))
    saved = tmp_path / shipped.name
    saved.write_text(shipped.read_text("utf-8"), "utf-8-sig")
    assert load_template(saved) == load_template(shipped)


def test_brackets_without_end_are_a_mistake_in_words(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text(NESTED, "utf-8")
    for refused, error in (
        (lambda: parsed_toml(NESTED), tomllib.TOMLDecodeError),
        (lambda: load_template(path), AppError),
        (lambda: profile_from_toml(NESTED), AppError),
        (lambda: read_mark_words(path), AppError),
        (lambda: list(read_folder(tmp_path)), DataFileError),
    ):
        with pytest.raises(error):
            refused()
