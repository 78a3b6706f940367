"""Which face of the program a start asks for, and what it waits for."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from app.__main__ import main, missing_for_window, wants_window
from app.progress import Silent
from app.store.catalogue import create_catalogue
from app.store.codec import pack_text
from app.store.reindex import index_missing
from app.store.tables.holdings import content, content_text, document, member


@pytest.mark.parametrize(
    ("program", "given", "is_window"),
    [
        ("dishu", [], True),
        ("dishu", ["window", "catalogue"], True),
        ("dishu", ["status", "catalogue"], False),
        ("C:/dishu/dishu-window.exe", ["D:/catalogue"], True),
        ("/opt/dishu/dishu-window", [], True),
        ("dishu", ["--version"], False),
    ],
)
def test_the_window_opens_when_it_is_asked_for(program: str, given: list[str], is_window: bool) -> None:
    assert wants_window(program, given) is is_window


@pytest.mark.parametrize(
    ("platform", "environment", "opens"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
    ],
)
def test_a_window_needs_a_screen(platform: str, environment: dict[str, str], opens: bool) -> None:
    assert (missing_for_window(platform, environment) is None) is opens


def test_without_a_screen_a_sentence_stands_where_qt_would_abort(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 3
    assert "打不开窗口" in capsys.readouterr().err


HEAVY = {
    "app.classify.rules",
    "app.formats.pool",
    "alembic",
    "numpy",
    "openpyxl",
    "psutil",
    "multiprocessing",
}
"""What takes long to load and only some commands need."""


@pytest.mark.parametrize("command", ["search", "searches", "search_batch", "status"])
def test_a_question_does_not_wait_for_what_it_does_not_need(command: str) -> None:
    program = f"import sys, app.__main__, app.cli.{command}_command; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert HEAVY & set(loaded.stdout.split()) == set()


def test_a_search_answers_without_what_only_those_need_who_index(tmp_path: Path) -> None:
    with create_catalogue(tmp_path / "c", office="临湖县档案馆", by="王芳") as catalogue:
        with catalogue.write(by="王芳", action="test") as unit:
            for number in range(1, 21):
                put_document(unit.connection, number)
            unit.record("test")
            unit.commit()
        index_missing(catalogue, Silent(), by="王芳")
    program = (
        "import sys; from app.__main__ import main; "
        f"main(['search', {str(tmp_path / 'c')!r}, '防火检查']); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")
    assert "20" in done.stdout
    assert HEAVY & set(done.stdout.split()) == set()


NOT_FOR_FIGURES = {
    "app.domain.archival",
    "app.domain.query",
    "app.domain.transfer",
    "app.search.fields",
    "app.store.documents",
    "app.store.queries",
    "whoosh",
}
"""What the state of a catalogue is told without."""


def test_figures_are_told_without_what_finds_and_files(tmp_path: Path) -> None:
    create_catalogue(tmp_path / "c", office="临湖县档案馆", by="王芳").close()
    program = (
        "import sys; from app.__main__ import main; "
        f"main(['status', {str(tmp_path / 'c')!r}]); print(*sys.modules); "
        "import gc; print(gc.isenabled(), gc.get_freeze_count() > 10_000)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")
    assert "公文 0 件" in done.stdout
    assert (HEAVY | NOT_FOR_FIGURES) & set(done.stdout.split()) == set()
    assert done.stdout.split()[-2:] == ["True", "True"], (
        "garbage is searched for again, but not in what was imported"
    )


def put_document(connection: Connection, number: int) -> None:
    """A document whose text is long enough that a page of such is folded as a long text."""
    kept = {"sha256": str(number), "size": 1, "format": "docx", "status": "ok", "extracted_at": ""}
    body = pack_text("关于开展防火检查的通知。" * 40)
    connection.execute(insert(content).values(id=number, **kept))
    connection.execute(insert(content_text).values(content_id=number, body=body, structure=b""))
    connection.execute(insert(document).values(id=number, uuid=str(number), title="通知", created_at=""))
    connection.execute(
        insert(member).values(document_id=number, content_id=number, role="master", made_by="t")
    )
