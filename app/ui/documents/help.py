"""How to search, by example."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.language import tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, row

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("饮水安全", "标题、文号或正文里有这几个字"),
    ("“饮水安全工作”", "这几个字连在一起"),
    ("临政办发2009 31号", "文号：括号、补零怎样写都行"),
    ("饮水 与 资金", "两个都有；空格也是这个意思"),
    ("饮水 或 防汛", "有一个就行"),
    ("饮水 非 农村", "有前一个，没有后一个"),
    ("标题:通知", "只在标题里找"),
    ("机关:民政局", "发文机关的名称里有"),
    ("年度:2009", "这一年的"),
    ("日期:[2008-05 至 2009-04]", "这段日子里的"),
)


class QueryHelp(Dialog):
    """A short list of examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queryHelpDialog")
        self.setWindowTitle(tr("怎样检索"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for number, (example, meaning) in enumerate(EXAMPLES):
            typed = Label(example, "heading", self)
            typed.setObjectName("queryExample")
            grid.addWidget(typed, number, 0)
            grid.addWidget(Label(tr(meaning), "", self), number, 1)
        close = button(tr("好"), "closeHelp", role="primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(Label(tr("简体、繁体，全角、半角都认。"), "muted", self))
        column.addLayout(row(None, close))
