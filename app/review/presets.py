"""The presets of a catalogue: ours, or those the office wrote into its own folder."""

from app.domain.presets import Preset, parse_presets
from app.errors import AppError
from app.paths import resources
from app.store.catalogue import Catalogue

PLACE = "review/presets.toml"


def presets(catalogue: Catalogue) -> tuple[Preset, ...]:
    """The decisions under the digits 1 to 9.

    Raises:
        AppError: the office's own file cannot be understood.
    """
    own = catalogue.folder / PLACE
    path = own if own.is_file() else resources() / PLACE
    try:
        return parse_presets(path.read_text(encoding="utf-8"))
    except (OSError, KeyError, ValueError) as error:
        raise AppError(f"常用认定“{path}”读不出来。", "请对照程序自带的 presets.toml 改正。") from error
