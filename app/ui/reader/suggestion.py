"""What the program suggests and why: attribute, article, quoted sentence, what to look at."""

import re
from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import terms
from app.domain.disclosure import Finding, Reason, Suggestion
from app.domain.document import Applicability, Evidence
from app.ui import words
from app.ui.language import told, tr
from app.ui.reader.elements import PlaceLabel
from app.ui.reader.record import Record
from app.ui.widgets.badge import AttributeBadge
from app.ui.widgets.layout import Label, row

LONGEST_QUOTE = 80
HEADS = ("归属", "依据", "因为", "相反", "注意", "敏感")
"""What stands in front of the sentences; they begin one below the other."""
_BETWEEN_HAN = re.compile("(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")


class SuggestionPanel(QWidget):
    """Shows a suggestion; ``located`` carries the :class:`Evidence` of a reason or sensitive place."""

    located = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: Mapping[str, str] = {}
        self._lines: list[QWidget] = []
        self._heading = Label(tr("建议"), "heading", self)
        self.badge = AttributeBadge(self)
        self.none = Label(tr("还没有建议。"), "muted", self).wrapped()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(row(self._heading, self.badge, None))
        self._column.addWidget(self.none)

    def show_titles(self, titles: Mapping[str, str]) -> None:
        """Know what the articles behind the basis codes say."""
        self._titles = titles

    def show_record(self, record: Record) -> None:
        """Show what is suggested for a document."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = []
        suggestion = record.suggestion
        self.badge.setVisible(suggestion is not None)
        self.none.setVisible(suggestion is None)
        if suggestion is not None:
            self._show(suggestion)
        self._show_findings(record.findings)

    def _show(self, suggestion: Suggestion) -> None:
        self.badge.show_attribute(suggestion.attribute)
        if suggestion.applicability is not Applicability.OURS:
            self._say(tr("归属"), tr(terms.APPLICABILITY_TERMS[suggestion.applicability]))
        for code in suggestion.basis:
            self._say(tr("依据"), self._titles.get(code, code))
        for reason in suggestion.reasons:
            self._say_reason(reason)
        for text in suggestion.against:
            self._say(tr("相反"), told(text))
        for text in suggestion.to_check:
            self._say(tr("注意"), told(text))
        if suggestion.redact:
            self._say(tr("注意"), tr("公开前须遮盖敏感处"))

    def _say_reason(self, reason: Reason) -> None:
        """The sentence of the rule with the quoted words in it; its tip names rule and page."""
        place = None if reason.start is None or reason.end is None else Evidence(reason.start, reason.end)
        self._say(tr("因为"), sentence_of(reason), place)
        page = tr("第 {page} 页 · ", page=reason.page) if reason.page else ""
        leads = tr("点击看它在文中的位置") + "\n" if place else ""
        self._lines[-1].setToolTip(f"{leads}{page}" + tr("规则 {name}", name=reason.rule))

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        counts = Counter(finding.kind for finding in findings)
        for kind, count in counts.items():
            first = next(finding for finding in findings if finding.kind == kind)
            place = Evidence(first.start, first.end) if first.place == "text" else None
            text = tr("{kind} {count} 处", kind=tr(words.finding(kind)), count=count)
            self._say(tr("敏感"), text, place)

    def _say(self, head: str, text: str, place: Evidence | None = None) -> None:
        line = QWidget(self)
        label = PlaceLabel(line)
        label.show_place(text, leads=place is not None)
        label.setAccessibleName(f"{head}：{text}")
        if place is not None:
            label.setText(f"{text} ↦")
            label.wanted.connect(lambda: self.located.emit(place))
        layout = row(spacing=8)
        named = Label(head, "muted", line)
        named.setMinimumWidth(max(map(named.fontMetrics().horizontalAdvance, map(tr, HEADS))))
        layout.addWidget(named, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label, 1, Qt.AlignmentFlag.AlignTop)
        line.setLayout(layout)
        self._column.addWidget(line)
        self._lines.append(line)


def sentence_of(reason: Reason) -> str:
    """Why, in a sentence that holds the quoted words; long quotes are cut, line ends of the print taken out."""
    quote = _flowing(reason.quote)
    shown = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"
    explanation = _flowing(reason.explanation)
    if quote and quote in explanation:
        return told(explanation.replace(quote, shown))
    parts = (tr("“{words}”", words=shown) if quote else "", told(explanation))
    return " ".join(part for part in parts if part)


def _flowing(text: str) -> str:
    return _BETWEEN_HAN.sub("", text)
