"""Every target of fuzzing by its name.

They stand in four modules, so that a process which fuzzes a reader need not load and instrument the
recognisers as well.
"""

from importlib import import_module

from tests.fuzz.target import Target

MODULES = ("reader_targets", "text_targets", "record_targets", "window_targets")
NAMES = tuple(
    "doc ofd rtf mail msg zip html table identify recognise persons gate query docx odf ppt xml sheet pptx suggest register "  # noqa: SIM905
    "lzfu exchange redact rules template records bag encapsulation package dump settings 7z rar pdf".split()
)
"""Those whose input is trusted least stand first."""


def target(name: str) -> Target:
    """The target of this name; only the modules up to its own are loaded."""
    for module in MODULES:
        for found in import_module(f"tests.fuzz.{module}").TARGETS:
            if found.name == name:
                return found
    raise KeyError(name)
