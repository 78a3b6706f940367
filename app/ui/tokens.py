"""Colours and sizes of the window as data; :mod:`app.ui.theme` turns them into palette and sheet."""

from dataclasses import dataclass

from app.domain.disclosure import DisclosureAttribute


@dataclass(frozen=True, slots=True)
class Tint:
    """Text colour and the ground it stands on, as ``#RRGGBB``."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme.

    ``accent`` marks selection and the primary action only, ``danger`` quarantine and what cannot be
    undone; ``border`` is a hair line between parts, ``field`` the edge of what takes typing; ``hit``, ``place`` and
    ``evidence`` are grounds in the reading pane; ``undecided`` fills the part of a bar that nobody has decided,
    ``elsewhere`` the part that others decide.
    """

    name: str
    is_dark: bool
    window: str
    surface: str
    zebra: str
    border: str
    field: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    danger: str
    hit: str
    current_hit: str
    place: str
    evidence: str
    proactive: Tint
    on_request: Tint
    withheld: Tint
    undetermined: Tint
    undecided: str
    elsewhere: str

    def attribute(self, attribute: DisclosureAttribute) -> Tint:
        """The colours of a disclosure attribute."""
        tints = {
            DisclosureAttribute.PROACTIVE: self.proactive,
            DisclosureAttribute.ON_REQUEST: self.on_request,
            DisclosureAttribute.WITHHELD: self.withheld,
            DisclosureAttribute.UNDETERMINED: self.undetermined,
        }
        return tints[attribute]


LIGHT = Tokens(
    name="light",
    is_dark=False,
    window="#F2F4F7",
    surface="#FFFFFF",
    zebra="#F8F9FB",
    border="#D5DAE1",
    field="#7D8796",
    text="#1B2028",
    muted="#566070",
    accent="#1F5FA8",
    on_accent="#FFFFFF",
    selection="#DCE9F7",
    danger="#B3261E",
    hit="#FFEDB0",
    current_hit="#FFC94A",
    place="#FBE0DC",
    evidence="#CFE3FA",
    proactive=Tint("#17683A", "#E0F2E7"),
    on_request=Tint("#7D4A00", "#FAEBD0"),
    withheld=Tint("#742A66", "#F5E3F1"),
    undetermined=Tint("#525A66", "#E9ECF0"),
    undecided="#8A94A3",
    elsewhere="#9A8F7A",
)

DARK = Tokens(
    name="dark",
    is_dark=True,
    window="#1A1D22",
    surface="#22262D",
    zebra="#262B33",
    border="#3B424D",
    field="#78828F",
    text="#E7E9ED",
    muted="#A9B1BD",
    accent="#7FB2EC",
    on_accent="#0E1B2A",
    selection="#2D435D",
    danger="#FF8F85",
    hit="#5C4A12",
    current_hit="#75590A",
    place="#5A2D2A",
    evidence="#244A73",
    proactive=Tint("#86D6A5", "#1F3A2A"),
    on_request=Tint("#F0BF71", "#40311A"),
    withheld=Tint("#E6A6D8", "#412A3D"),
    undetermined=Tint("#BCC3CD", "#343A44"),
    undecided="#8490A0",
    elsewhere="#8F8672",
)

HIGH_CONTRAST = Tokens(
    name="high-contrast",
    is_dark=True,
    window="#000000",
    surface="#000000",
    zebra="#0D0D0D",
    border="#FFFFFF",
    field="#FFFFFF",
    text="#FFFFFF",
    muted="#E6E6E6",
    accent="#4FD1FF",
    on_accent="#000000",
    selection="#004C73",
    danger="#FF9A8F",
    hit="#5E5200",
    current_hit="#7A5C00",
    place="#6B1A12",
    evidence="#003E70",
    proactive=Tint("#7CFFAE", "#002911"),
    on_request=Tint("#FFD27A", "#2E2000"),
    withheld=Tint("#FFB3F0", "#330029"),
    undetermined=Tint("#FFFFFF", "#262626"),
    undecided="#9A9A9A",
    elsewhere="#C8BFA8",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}

SPACE = 4
"""The grid in pixels; distances are 1, 2, 3, 4 or 6 of it."""
BASE_POINTS = 10.5
TITLE_POINTS = 15.0
READING_POINTS = 12.5
READING_LINE_PERCENT = 170
READING_CHARACTERS = 40
ROW_PIXELS = 34
COMPACT_ROW_PIXELS = 26
FONT_FALLBACKS = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
