"""Files as grouping sees them, made of a path and a few elements."""

from itertools import count

from app.domain.document import ElementName, Origin
from app.domain.source import FileFormat
from app.inventory.grouping.carrier import Carrier, read_carrier
from app.inventory.grouping.plan import Given, Plan, plan_items
from app.progress import Silent
from app.store.grouping import StoredCarrier
from app.text.similarity import signatures_of, sketch_of

_IDS = count(1)

WORDS = (
    "各乡镇人民政府应当落实属地责任，组织力量对辖区内河道、水库、山塘逐一排查，建立隐患台账，限期整改到位。"
    "县水利局会同有关部门加强技术指导和监督检查，每月汇总进展情况，重大问题及时报告县政府。"
    "要加大宣传力度，引导群众参与，严格执行值班制度，确保信息畅通，对工作不力的单位和个人依法追究责任。"
)
OTHER_WORDS = (
    "为做好职称评审材料报送，请申报人员登录系统填写个人信息，上传学历、业绩和论文原件，由所在单位审核盖章后统一提交。"
    "评审费用按规定标准收取，逾期不予受理；材料不实的，取消当年资格并通报所在单位，三年内不得再次申报。"
)


class File:
    """A file with its text, for the tables of tests."""

    def __init__(
        self,
        path: str,
        text: str = WORDS,
        *,
        number: str | None = None,
        title: str | None = None,
        day: str | None = None,
        body: str = "临湖县人民政府",
        note: str | None = None,
        is_ocr: bool = False,
        document: int | None = None,
    ) -> None:
        values = {
            ElementName.DOCUMENT_NUMBER: number,
            ElementName.TITLE: title,
            ElementName.DATED_ON: day,
            ElementName.ISSUING_BODY: body,
            ElementName.ANNEX_NOTE: note,
        }
        content_id = next(_IDS)
        self.path = path
        self.stored = StoredCarrier(
            content_id=content_id,
            document_id=document or content_id,
            role="master",
            is_read=document is None,
            format=FileFormat(path.rpartition(".")[2]),
            text_length=len(text),
            ocr_confidence=0.9 if is_ocr else None,
            places=((1, path),),
            elements={name: (value, Origin.PRINTED) for name, value in values.items() if value},
            sketch=sketch_of(text),
        )

    @property
    def carrier(self) -> Carrier:
        """The facts of the file."""
        return read_carrier(self.stored)


def planned(*files: File, given: Given | None = None) -> Plan:
    """The items that the files make."""
    signatures = signatures_of([file.stored.sketch.signature for file in files])
    return plan_items([file.carrier for file in files], signatures, given or Given(), Silent())


def grouped(*files: File, given: Given | None = None) -> set[frozenset[str]]:
    """The items as sets of paths."""
    return {
        frozenset(files[place].path for place in item.places) for item in planned(*files, given=given).items
    }


def are_one(*files: File, given: Given | None = None) -> bool:
    """Whether all files are one item."""
    return len(grouped(*files, given=given)) == 1


def roles(*files: File) -> dict[str, str]:
    """The role of each path."""
    plan = planned(*files)
    paths = {file.stored.content_id: file.path for file in files}
    return {paths[part.content_id]: part.role.value for item in plan.items for part in item.parts}
