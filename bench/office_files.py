"""Files as an office keeps them, generated with known truth: which files are one item."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.source import FileFormat

OFFICES = [
    "人民政府", "人民政府办公室", "财政局", "教育局", "民政局", "水利局", "农业局", "林业局", "交通局", "商务局",
    "审计局", "统计局", "司法局", "环境保护局", "国土资源局", "住房和城乡建设局", "卫生局", "文化局", "粮食局", "旅游局",
]  # fmt: skip
SERIES = ["政发", "政办发", "财", "教", "民", "水", "农", "林", "交", "商", "审", "统", "司", "环", "土", "建", "卫", "文", "粮", "旅"]  # fmt: skip
ACTS = ["加强", "规范", "推进", "做好", "开展", "完善", "落实", "调整", "深化", "改进", "清理", "整顿", "扶持", "促进", "保障", "实施"]  # fmt: skip
WHERE = ["农村", "城区", "乡镇", "学校", "企业", "社区", "园区", "沿湖", "山区", "机关", "工地", "市场", "医院", "库区", "林区", "港口"]  # fmt: skip
WHAT = [
    "饮用水安全", "道路养护", "低保核查", "防汛物资储备", "秸秆综合利用", "档案管理", "公务用车", "食品安全", "消防隐患", "土地复垦", "河道保洁",
    "信访接待", "义务教育布局", "村级财务", "困难群众救助", "招商项目", "森林防火", "危房改造", "水利普查", "电子政务", "统计调查", "粮食收购",
    "畜禽养殖", "污水处理", "垃圾分类", "职业培训", "就业援助", "文物保护", "公共卫生", "旅游服务", "建筑施工", "债务化解",
]  # fmt: skip
SUBJECTS = ["各单位", "有关部门", "主管部门", "各责任主体", "乡镇人民政府", "县级财政", "项目业主", "监督机构", "村民委员会", "领导小组", "检查组", "经办机构"]  # fmt: skip
VERBS = ["应当", "要", "必须", "可以", "不得擅自", "应及时", "要逐步", "须按规定", "应会同有关方面", "要定期"]
DEEDS = [
    "建立台账", "报送进展情况", "落实专项经费", "明确责任人员", "组织联合检查", "公开办理结果", "完善应急预案", "核定补助标准", "开展业务培训", "整改突出问题",
    "签订目标责任书", "登记造册备查", "划定控制范围", "委托专业机构评估", "听取群众意见", "优化审批流程", "压缩一般性支出", "实行动态管理", "接受社会监督", "追究相关责任",
]  # fmt: skip
WAYS = ["按照属地管理原则", "结合实际情况", "在限定期限内", "经集体研究同意后", "依据有关规定", "参照往年做法", "通过政府采购方式", "以村为单位", "分批分类", "于每月月底前"]  # fmt: skip
WRONG = "己已巳日曰目末未土士人入八干千于口囗木本大太天夫刀力"


@dataclass(frozen=True, slots=True)
class File:
    """One generated file; ``item`` is the key of the item it belongs to."""

    path: str
    format: FileFormat
    text: str
    item: str
    is_ocr: bool = False


@dataclass(slots=True)
class Paper:
    """A document before it becomes files."""

    key: str
    office: int
    year: int
    day: date
    number: str | None
    title: str
    body: list[str]
    annex: str = ""

    @property
    def maker(self) -> str:
        """Who issues it."""
        return f"临湖县{OFFICES[self.office]}"

    @property
    def folder(self) -> str:
        """Where it is filed."""
        return f"{self.year}年/{OFFICES[self.office]}"

    def text(self) -> str:
        """As it is printed."""
        head = [f"{self.maker}文件", self.number] if self.number else []
        note = [f"附件：{self.annex}"] if self.annex else []
        printed = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        lines = [*head, self.title, "各乡镇人民政府，县政府各部门：", *self.body, *note, self.maker, printed]
        return "\n".join(line for line in lines if line)


class Office:
    """Writes papers and files them; everything follows from the seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._serials: Counter[tuple[int, int]] = Counter()
        self._count = 0

    def files(self) -> Iterator[File]:
        """Files without end, in the mixture of an office."""
        kinds = (
            self._single,
            self._carriers,
            self._drafted,
            self._yearly,
            self._forms,
            self._annexed,
            self._unnumbered,
        )
        weights = (30, 34, 9, 2, 0.3, 3, 8)
        while True:
            yield from self._random.choices(kinds, weights)[0]()

    def _paper(self, *, numbered: bool = True, year: int | None = None, office: int | None = None) -> Paper:
        chance = self._random
        office = chance.randrange(len(OFFICES)) if office is None else office
        day = date(year or chance.randint(2005, 2024), 1, 1) + timedelta(days=chance.randrange(360))
        self._count += 1
        topic = f"{chance.choice(WHERE)}{chance.choice(WHAT)}"
        if chance.random() < 0.5:
            topic += f"和{chance.choice(WHAT)}"
        title = f"临湖县{OFFICES[office]}关于{chance.choice(ACTS)}{topic}工作的{chance.choice(('通知', '意见', '通报', '决定'))}"
        body = [self._paragraph() for _ in range(chance.randint(3, 12))]
        number = self._number(office, day.year) if numbered else None
        return Paper(f"i{self._count}", office, day.year, day, number, title, body)

    def _number(self, office: int, year: int) -> str:
        self._serials[office, year] += 1
        return f"临{SERIES[office]}〔{year}〕{self._serials[office, year]}号"

    def _paragraph(self) -> str:
        chance = self._random
        return "".join(
            f"{chance.choice(SUBJECTS)}{chance.choice(VERBS)}{chance.choice(WAYS)}{chance.choice(DEEDS)}"
            f"{chance.choice(('，', '；'))}{chance.choice(WHERE)}{chance.choice(WHAT)}{chance.randint(2, 98)}项{chance.choice(DEEDS)}。"
            for _ in range(chance.randint(2, 6))
        )

    def _name(self, paper: Paper) -> str:
        return " ".join(part for part in (paper.number, paper.title) if part)

    def _word(self, paper: Paper) -> File:
        kind = FileFormat.DOCX if paper.year >= 2010 else FileFormat.DOC
        return File(f"{paper.folder}/发文/{self._name(paper)}.{kind}", kind, paper.text(), paper.key)

    def _pdf(self, paper: Paper) -> File:
        lines = paper.text().split("\n")
        pages = [*lines[:6], "- 1 -", *lines[6:], "- 2 -"]
        return File(
            f"{paper.folder}/发文/{self._name(paper)}.pdf", FileFormat.PDF, "\n".join(pages), paper.key
        )

    def _scan(self, paper: Paper) -> File:
        rate = self._random.uniform(0.003, 0.02)
        text = "".join(
            self._random.choice(WRONG) if c != "\n" and self._random.random() < rate else c
            for c in paper.text()
        )
        name = f"{self._name(paper)}_扫描件" if self._random.random() < 0.5 else f"扫描{self._count:06}"
        return File(f"{paper.folder}/扫描/{name}.pdf", FileFormat.PDF, text, paper.key, is_ocr=True)

    def _blank_scan(self, paper: Paper) -> File:
        return File(f"{paper.folder}/发文/{self._name(paper)}_扫描件.tif", FileFormat.TIF, "", paper.key)

    def _web(self, paper: Paper) -> File:
        listed = paper.day + timedelta(days=self._random.randint(1, 20))
        block = [f"索引号：LH{self._count:08}", f"发布日期：{listed.isoformat()}", f"发文机关：{paper.maker}"]
        text = "\n".join([*block, *paper.text().split("\n")[1 if paper.number else 0 :], "打印 关闭"])
        return File(f"{paper.year}年/门户网站/{self._name(paper)}.html", FileFormat.HTML, text, paper.key)

    def _single(self) -> Iterator[File]:
        yield self._word(self._paper())

    def _carriers(self) -> Iterator[File]:
        paper = self._paper()
        others = (self._pdf, self._scan, self._web, self._blank_scan)
        yield self._word(paper)
        for make in self._random.sample(others, self._random.randint(1, 3)):
            yield make(paper)

    def _unnumbered(self) -> Iterator[File]:
        paper = self._paper(numbered=False)
        yield self._word(paper)
        if self._random.random() < 0.5:
            yield self._random.choice((self._pdf, self._scan, self._web))(paper)

    def _drafted(self) -> Iterator[File]:
        paper = self._paper()
        yield self._word(paper)
        for word in self._random.sample(("征求意见稿", "送审稿", "初稿"), self._random.randint(1, 2)):
            earlier = paper.day - timedelta(days=self._random.randint(10, 90))
            body = [self._paragraph() if self._random.random() < 0.2 else line for line in paper.body]
            draft = Paper(
                paper.key, paper.office, paper.year, earlier, None, f"{paper.title}（{word}）", body
            )
            name = f"{paper.folder}/过程稿/{paper.title}（{word}）.docx"
            yield File(name, FileFormat.DOCX, draft.text(), paper.key)

    def _yearly(self) -> Iterator[File]:
        """The same text every year; sometimes without numbers, sometimes with the year in the title."""
        first = self._paper(numbered=self._random.random() < 0.7, year=2005)
        names_year = self._random.random() < 0.6
        for year in range(2005, 2025):
            day = first.day.replace(year=year) + timedelta(days=self._random.randint(0, 5))
            title = first.title.replace("关于", f"关于{year}年", 1) if names_year else first.title
            body = [line.replace("项", f"{self._random.randint(1, 9)}项", 1) for line in first.body]
            number = self._number(first.office, year) if first.number else None
            yield self._word(Paper(f"{first.key}.{year}", first.office, year, day, number, title, body))

    def _forms(self) -> Iterator[File]:
        """A batch of decisions on one form: names, places and amounts differ."""
        first = self._paper()
        for _ in range(self._random.randint(50, 300)):
            self._count += 1
            day = first.day + timedelta(days=self._random.randint(0, 3))
            who = f"当事人：{self._random.choice(WHERE)}{self._random.choice(WHAT)}经营部{self._count}，罚款{self._random.randint(1, 99)}00元。"
            number = self._number(first.office, first.year)
            paper = Paper(
                f"i{self._count}",
                first.office,
                first.year,
                day,
                number,
                f"{first.maker}行政处罚决定书",
                [who, *first.body],
            )
            yield self._word(paper)

    def _annexed(self) -> Iterator[File]:
        paper = self._paper()
        paper.annex = f"{self._random.choice(WHERE)}{self._random.choice(WHAT)}第{self._count}号汇总表"
        yield self._word(paper)
        rows = "\n".join(
            f"{n}\t{self._random.choice(WHERE)}\t{self._random.randint(100, 9999)}" for n in range(1, 30)
        )
        name = f"{paper.number}附件" if self._random.random() < 0.5 else paper.annex
        yield File(f"{paper.folder}/发文/{name}.xlsx", FileFormat.XLSX, f"{paper.annex}\n{rows}", paper.key)
