"""全宗: everything archival codes and forms need, with the code it would make beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.archival import (
    FondsProfile,
    NumberingPeriod,
    NumberingScheme,
    Office,
    PredecessorBody,
    RetentionPeriod,
)
from app.errors import AppError, WrongUseError
from app.ui.language import listed, told_error, tr
from app.ui.settings.rows import RowsField
from app.ui.widgets.layout import Label, Scrolled, button, page_column, row

SCHEMES: Mapping[str, NumberingScheme] = MappingProxyType(
    {
        "DA/T 22-2015": NumberingScheme.DAT_22_2015,
        "DA/T 13-2022": NumberingScheme.DAT_13_2022,
        "DA/T 22-2000": NumberingScheme.DAT_22_2000,
        "案卷": NumberingScheme.VOLUME,
    }
)
TEXTS = (
    ("fonds_code", "全宗号"),
    ("fonds_name", "全宗名称"),
    ("transferring_unit", "移交单位"),
    ("archives_name", "接收档案馆"),
    ("archives_code", "档案馆代码"),
)
YES = "是"


class FondsPage(Scrolled):
    """``wanted`` carries the profile that is to be in force."""

    wanted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = FondsProfile("", "")
        self.fields = {name: QLineEdit(self) for name, _title in TEXTS}
        self.offices = RowsField("fondsOffices", tr("机构（问题）"), [tr("代码"), tr("名称")], self, rows=2)
        self.periods = RowsField(
            "fondsPeriods",
            tr("档号规则"),
            [tr("起始年"), tr("截止年"), tr("规则"), tr("件号位数"), tr("门类"), tr("按机构编件号")],
            self,
        )
        self.predecessors = RowsField(
            "fondsPredecessors",
            tr("前身全宗"),
            [tr("名称"), tr("全宗号"), tr("起始年"), tr("截止年")],
            self,
            rows=2,
        )
        self.codes = RowsField("fondsRetention", tr("保管期限代码"), [tr("保管期限"), tr("代码")], self)
        self.sample = Label("", "", self).wrapped()
        self.sample.setObjectName("fondsSample")
        self.keep = button(tr("保存"), "keepFonds", role="primary")
        self.keep.clicked.connect(self._keep)
        self._lay_out()
        for part in (self.offices, self.periods, self.predecessors, self.codes):
            part.changed.connect(self._show_sample)
        for field in self.fields.values():
            field.textChanged.connect(lambda _text: self._show_sample())

    @property
    def profile(self) -> FondsProfile:
        """The profile as it stands in the fields.

        Raises:
            WrongUseError: a year or number is none, or a rule is unknown; says which.
        """
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        return replace(
            self._profile,
            **texts,
            offices=tuple(Office(*cells) for cells in self.offices.rows),
            periods=tuple(self._periods()),
            predecessors=tuple(
                PredecessorBody(name, code, whole_number(first), whole_number(last))
                for name, code, first, last in self.predecessors.rows
            ),
            retention_codes={_period(term): code for term, code in self.codes.rows},
        )

    def show_profile(self, profile: FondsProfile) -> None:
        """Show the profile in force."""
        self._profile = profile
        self.offices.show_rows([(one.code, one.name) for one in profile.offices])
        self.periods.show_rows([_cells(period) for period in profile.periods])
        self.predecessors.show_rows(
            [(b.name, b.fonds_code, str(b.first_year), str(b.last_year)) for b in profile.predecessors]
        )
        self.codes.show_rows([(tr(period.term), code) for period, code in profile.retention_codes.items()])
        for name, field in self.fields.items():
            field.setText(getattr(profile, name))
        self._show_sample()

    def _periods(self) -> Iterator[NumberingPeriod]:
        before = {period.first_year: period for period in self._profile.periods}
        for first, last, scheme, digits, category, by_office in self.periods.rows:
            if scheme not in SCHEMES:
                raise WrongUseError(
                    tr("没有“{name}”这种档号规则。", name=scheme),
                    tr("可以写：{names}", names=listed(SCHEMES)),
                )
            year = whole_number(first)
            prints = before[year].prints_office_name if year in before else False
            yield NumberingPeriod(
                year,
                whole_number(last) if last else None,
                SCHEMES[scheme],
                whole_number(digits or "4"),
                category or "WS",
                by_office=by_office in {YES, tr(YES)},
                prints_office_name=prints,
            )

    def _show_sample(self) -> None:
        try:
            profile = self.profile
        except AppError as error:
            self.sample.setText(told_error(error))
            return
        office = profile.offices[0].code if profile.offices else ""
        lines = []
        for year in dict.fromkeys((2008, 2018, date.today().year)):
            code = profile.code_for(year, RetentionPeriod.PERMANENT, office, 1)
            lines.append(
                tr("{year}：{code}", year=year, code=code)
                if code
                else tr("{year}：没有适用的规则", year=year)
            )
        self.sample.setText(tr("编出来是这样：") + "\n" + "\n".join(lines))

    def _keep(self) -> None:
        try:
            self.wanted.emit(self.profile)
        except AppError as error:
            self.refused.emit(error)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for name, title in TEXTS:
            self.fields[name].setObjectName(f"fonds-{name}")
            self.fields[name].setAccessibleName(tr(title))
            form.addRow(tr(title), self.fields[name])
        form.addRow("", self.sample)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.codes, 1)
        left.addStretch(0)
        right.setSpacing(8)
        for part in (self.periods, self.offices, self.predecessors):
            right.addWidget(part, 1)
        right.addStretch(0)
        inside = QWidget(self)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(left, 2)
        sides.addLayout(right, 3)
        column = page_column(inside)
        column.addLayout(sides, 1)
        column.addLayout(row(self.keep, Label(tr("已经编定的档号不会变。"), "small"), None))
        self.setWidget(inside)


def whole_number(text: str) -> int:
    """A year or a count.

    Raises:
        WrongUseError: it is no whole number.
    """
    if not text.isdecimal():
        raise WrongUseError(tr("“{written}”不是数字。", written=text), tr("年份写成 2016 这样。"))
    return int(text)


def _cells(period: NumberingPeriod) -> tuple[str, ...]:
    scheme = next(title for title, scheme in SCHEMES.items() if scheme is period.scheme)
    last = str(period.last_year) if period.last_year is not None else ""
    by_office = tr(YES) if period.by_office else tr("否")
    return (str(period.first_year), last, scheme, str(period.digits), period.category, by_office)


def _period(term: str) -> RetentionPeriod:
    for period in RetentionPeriod:
        if term in {period.term, tr(period.term)}:
            return period
    raise WrongUseError(
        tr("没有“{name}”这种保管期限。", name=term),
        tr("可以写：{names}", names=listed(tr(period.term) for period in RetentionPeriod)),
    )
