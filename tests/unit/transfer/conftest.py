import pytest

from app.domain.archival import ItemPart, RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import MemberRole
from app.domain.transfer import AccessStatus, DecisionEvent, TransferFile, TransferItem
from app.transfer.catalogue_values import CatalogueContext


def make_item(number=1, **changes):
    values = {
        "document": f"doc-{number}",
        "title": f"临湖县人民政府办公室关于做好第{number}批堤防巡查工作的通知",
        "year": 2017,
        "retention": RetentionPeriod.THIRTY_YEARS,
        "archival_code": f"L012-WS·2017-D30-BGS-{number:04d}",
        "fonds_code": "L012",
        "fonds_name": "临湖县人民政府办公室",
        "office": "BGS",
        "office_name": "办公室",
        "item_number": number,
        "document_number": f"临政办发〔2017〕{number}号",
        "creators": ("临湖县人民政府办公室", "临湖县水利局"),
        "dated_on": "2017-03-07",
        "page_count": 3,
        "genre": "通知",
        "subject_words": "水利 防汛",
        "abstract": "布置巡查 & 值守",
        "index_number": f"SY00000000L02017{number:05d}",
        "disclosure_attribute": DisclosureAttribute.PROACTIVE,
        "disclosure_basis": ("A-20-12",),
        "published_url": "https://www.linhu.example/a?b=1&c=2",
        "published_through": "网站",
        "access_status": AccessStatus.OPEN,
        "catalogue_number": "001",
        "volume_number": "002",
        "theme": ("水利、水务", "防汛"),
        "information_group": "政策法规",
        "decisions": (
            DecisionEvent("公开属性认定", "顾明远", "2024-05-06T09:30:00", "A-20-12", "主动公开", "办公室"),
            DecisionEvent("公开属性复核", "沈若兰", "2024-05-07T10:00:00", "A-20-12", "同意", "办公室"),
        ),
    }
    return TransferItem(**{**values, **changes})


@pytest.fixture
def context():
    return CatalogueContext(
        fonds_name="临湖县人民政府办公室",
        archives_name="临湖县档案馆",
        archives_code="L000",
        transferred_on="2026-06-01",
        arranged_by="顾明远",
        arranged_on="2026-05-20",
        checked_by="沈若兰",
        checked_on="2026-05-21",
        described_by="顾明远",
        described_on="2026-05-20",
        digitised_on="2020-01-01",
        contractor="江南市某加工公司",
        access_route="到馆查阅",
    )


@pytest.fixture
def source_files(tmp_path):
    """Makes an item with real files: a text, an annex and a final draft."""
    import hashlib

    def make(number, **changes):
        folder = tmp_path / "source" / str(number)
        folder.mkdir(parents=True)
        files = []
        for name, head, part, role in (
            ("通知.pdf", b"%PDF-1.4 ", ItemPart.MASTER, MemberRole.MASTER),
            ("附件：巡查表.xlsx", b"PK\x03\x04", ItemPart.ANNEX, MemberRole.ANNEX),
            ("定稿.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ItemPart.FINAL_DRAFT, MemberRole.DRAFT),
        ):
            safe = folder / name.replace("：", "_")
            data = head + f"{number}{name}".encode() * 40
            safe.write_bytes(data)
            files.append(
                TransferFile(
                    str(safe),
                    name,
                    hashlib.sha256(data).hexdigest(),
                    len(data),
                    role,
                    part,
                    name.rpartition(".")[2],
                )
            )
        return make_item(number, files=tuple(reversed(files)), **changes)

    return make
