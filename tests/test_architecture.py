"""The house rules that a machine can hold: who imports whom, where the outside is let in, and sizes.

The rules are data; `docs/architecture.md` explains them.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "app"

LINE: tuple[frozenset[str], ...] = (
    frozenset({"errors"}),
    frozenset({"progress"}),
    frozenset({"paths"}),
    frozenset({"domain"}),
    frozenset({"text"}),
    frozenset({"formats", "store"}),
    frozenset({"inventory"}),
    frozenset({"search"}),
    frozenset({"classify"}),
    frozenset({"review"}),
    frozenset({"transfer"}),
    frozenset({"report"}),
    frozenset({"settings", "logs"}),
    frozenset({"wiring"}),
    frozenset({"cli", "ui"}),
    frozenset({"__main__"}),
)
"""The way a document takes. Each may import what stands to its left; those side by side not each other."""

ONLY_IN: dict[str, str] = {
    "sqlalchemy": "store",
    "alembic": "store",
    "sqlite3": "store",
    "PySide6": "ui",
    "shiboken6": "ui",
    "pyqtgraph": "ui",
    "whoosh": "search",
    "docx": "formats",
    "openpyxl": "formats",
    "olefile": "formats",
    "pdfplumber": "formats",
    "pptx": "formats",
    "py7zr": "formats",
    "pypdfium2": "formats",
    "python_calamine": "formats",
    "rapidocr": "formats",
    "PIL": "formats",
}
"""One package per outside concern: only this part of `app` imports the library."""

EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"})

MAX_MODULE_LINES = 400
MAX_FUNCTION_LINES = 60
LONGER_BY_NATURE = {
    "app/text/han_table.py": "a table written by a tool",
    "run.py": "one file, because it runs before anything is installed",
}
"""Modules and functions (``path`` or ``path::name``) that may exceed the sizes."""

CATCHES_EVERYTHING = {
    "app/cli/__init__.py": "the top of the command line",
    "app/ui/tasks.py": "the task runner",
    "app/formats/worker.py": "the per-file loop",
    "app/formats/read/workbook.py": "a panic of calamine has no class to name; all else is raised again",
}
"""Where a handler for every exception is right."""


@dataclass(frozen=True)
class Source:
    """One module of the project."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @property
    def line_count(self) -> int:
        return self.text.count("\n")

    @property
    def name(self) -> str:
        """The path from the root of the checkout, with slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def dotted(self) -> tuple[str, ...]:
        """The parts of the module's name; those of the package for an ``__init__``."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return parts[:-1] if parts[-1] == "__init__" else parts

    @property
    def part(self) -> str:
        """The part of `app` that the module belongs to; empty for ``app/__init__.py``."""
        return self.dotted[1] if len(self.dotted) > 1 else ""

    def imports(self) -> Iterator[str]:
        """The dotted names of everything imported anywhere in the module, relative ones resolved."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self._base(node)
                yield from (f"{base}.{alias.name}" for alias in node.names)

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.dotted if self.path.name == "__init__.py" else self.dotted[:-1]
        above = package[: len(package) - node.level + 1]
        return ".".join([*above, *([node.module] if node.module else [])])


APP_SOURCES = [Source(path) for path in sorted(APP.rglob("*.py"))]
OWN_SOURCES = [
    *APP_SOURCES,
    *(
        Source(path)
        for path in sorted(chain(ROOT.glob("*.py"), *(ROOT.glob(f"{d}/**/*.py") for d in ("tools", "bench"))))
    ),
]


def part_imports(source: Source) -> set[str]:
    """The parts of `app` that the module imports from, without its own."""
    names = {name.split(".")[1] for name in source.imports() if name.startswith("app.")}
    return names - {source.part, "__version__"}


def place_of(part: str) -> int:
    """How far to the right ``part`` stands on the line."""
    places = [index for index, side_by_side in enumerate(LINE) if part in side_by_side]
    assert places, f"app.{part} has no place on the import line"
    return places[0]


def test_imports_only_what_stands_to_the_left() -> None:
    wrong = [
        f"{source.name} imports app.{part}"
        for source in APP_SOURCES
        for part in part_imports(source)
        if not source.part or place_of(part) >= place_of(source.part)
    ]
    assert not wrong


def test_outside_libraries_stay_in_their_package() -> None:
    wrong = [
        f"{source.name} imports {name}, which belongs in app.{ONLY_IN[name.split('.')[0]]}"
        for source in APP_SOURCES
        for name in source.imports()
        if ONLY_IN.get(name.split(".")[0], source.part) != source.part
    ]
    assert not wrong


def test_domain_imports_only_standard_library_and_errors() -> None:
    wrong = [
        f"{source.name} imports {name}"
        for source in APP_SOURCES
        if source.part == "domain"
        for name in source.imports()
        if not name.startswith(("app.domain", "app.errors"))
        and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert not wrong


def test_program_does_not_import_its_tests_or_tools() -> None:
    outside = {"tests", "tools", "bench", "run"}
    wrong = [
        f"{s.name} imports {name}"
        for s in APP_SOURCES
        for name in s.imports()
        if name.split(".")[0] in outside
    ]
    assert not wrong


def test_names_say_something() -> None:
    assert not [source.name for source in OWN_SOURCES if EMPTY_NAMES & set(source.dotted)]


def test_modules_are_not_giants() -> None:
    giants = {
        source.name: source.line_count for source in OWN_SOURCES if source.line_count > MAX_MODULE_LINES
    }
    assert giants.keys() <= LONGER_BY_NATURE.keys(), f"cut in two: {giants}"


def test_functions_are_not_giants() -> None:
    giants = {
        f"{source.name}::{node.name}": length
        for source in OWN_SOURCES
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > MAX_FUNCTION_LINES
    }
    assert giants.keys() <= LONGER_BY_NATURE.keys(), f"cut in two: {giants}"


def is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether the handler ends every exception; one that raises it again does not."""
    last = handler.body[-1]
    raises_again = isinstance(last, ast.Raise) and last.exc is None
    names = {"Exception", "BaseException"}
    return not raises_again and (handler.type is None or ast.unparse(handler.type) in names)


def test_few_places_catch_everything() -> None:
    broad = {
        source.name: node.lineno
        for source in APP_SOURCES
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    }
    assert broad.keys() <= CATCHES_EVERYTHING.keys(), f"these catch everything: {broad}"


def test_exceptions_from_the_rules_are_needed() -> None:
    """An excuse goes when its reason goes."""
    names = {source.name for source in OWN_SOURCES}
    assert {entry.split("::")[0] for entry in [*LONGER_BY_NATURE, *CATCHES_EVERYTHING]} <= names


@pytest.mark.parametrize("module", ["app.cli", "app.wiring", "app.__main__"])
def test_command_line_works_without_qt(module: str) -> None:
    """A server without a screen, or LoongArch without PySide6, still has the command line."""
    probe = f"import sys, {module}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False).returncode == 0


STORE_LIBRARY = frozenset({"sqlalchemy"})
FILE_LIBRARIES = frozenset({"docx", "openpyxl", "numpy", "lxml", "whoosh", "PIL", "pypdfium2", "alembic"})
RECOGNISERS = frozenset(
    {"app.inventory.recognise", "app.classify.suggest", "app.classify.personal_information"}
)


@pytest.mark.parametrize(
    ("module", "not_yet"),
    [
        ("app.ui.application", STORE_LIBRARY | FILE_LIBRARIES),
        ("app.ui.start.opening", FILE_LIBRARIES | RECOGNISERS),
        ("app.ui.documents.screen", FILE_LIBRARIES),
        ("app.ui.review.screen", FILE_LIBRARIES),
    ],
)
def test_the_window_stands_before_the_heavy_libraries_are_loaded(
    module: str, not_yet: frozenset[str]
) -> None:
    """The start screen waits for no catalogue, the window for no recogniser, the first rooms for no file format."""
    probe = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not not_yet & set(done.stdout.split())
