import errno
import hashlib
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from app.errors import Cancelled
from app.transfer.package.build import Carrier, PackageOrder, PackageProblem, build_package, user_errors
from app.transfer.package.description import PackageDescription, parse_description
from app.transfer.package.layout import PackageLayout
from app.transfer.package.names import name_problem, safe_name
from app.transfer.verify import verify

DESCRIPTION = PackageDescription("临湖县人民政府办公室", "2017年文书档案", "Windows 10，PDF 阅读器")


@pytest.fixture
def order(source_files, context):
    items = tuple(source_files(number) for number in (1, 2, 3))
    return PackageOrder(items, DESCRIPTION, context)


def files_of(root):
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_2022_layout_holds_every_item_in_its_folder_in_filing_order(order, tmp_path):
    build_package(tmp_path / "移交包", order)
    root = tmp_path / "移交包"
    folder = root / "L012/WS/2017/30年/L012-WS·2017-D30-BGS-0002"
    assert [path.name for path in sorted(folder.iterdir())] == [
        "L012-WS.2017-D30-BGS-0002-001.pdf",
        "L012-WS.2017-D30-BGS-0002-002.xlsx",
        "L012-WS.2017-D30-BGS-0002-003.doc",
        "L012-WS·2017-D30-BGS-0002元数据.XML",
    ]
    assert {"说明文件.TXT", "目录文件.XML"} <= set(files_of(root))
    described = parse_description((root / "说明文件.TXT").read_bytes())
    assert described["起止档号"] == "L012-WS·2017-D30-BGS-0001—L012-WS·2017-D30-BGS-0003"
    assert not list(tmp_path.glob("*.partial"))


def test_2012_layout_names_the_files_in_its_catalogue(order, tmp_path):
    build_package(tmp_path / "包", replace(order, layout=PackageLayout.TRANSFER_2012))
    path = tmp_path / "包" / "文件目录.XML"
    assert path.read_bytes().startswith(b'<?xml version="1.0" encoding="GB18030"?>')
    record = etree.parse(str(path)).getroot()[0]
    assert record.findtext("电子档案名称").split("；")[0] == "L012-WS.2017-D30-BGS-0001-001.pdf"
    assert (tmp_path / "包/电子档案/2017/WS/L012-WS.2017-D30-BGS-0001-001.pdf").is_file()


def test_decisions_are_business_entities_of_the_metadata(order, tmp_path):
    build_package(tmp_path / "包", order)
    path = next((tmp_path / "包").rglob("*0001元数据.XML"))
    root = etree.parse(str(path)).getroot()
    assert [entity.findtext("业务行为") for entity in root.iter("业务实体")] == [
        "公开属性认定",
        "公开属性复核",
    ]
    assert root.findtext("业务实体/行为依据") == "A-20-12"


def test_checksum_list_satisfies_sha256sum_and_the_small_verifier(order, tmp_path):
    build_package(tmp_path / "包", order)
    root = tmp_path / "包"
    if shutil.which("sha256sum"):
        command = ["sha256sum", "-c", "--quiet", "其他/校验/SHA256SUMS.txt"]
        assert subprocess.run(command, cwd=root, check=False).returncode == 0
    script = [sys.executable, "-I", str(root / "其他/校验/check_package.py")]
    assert subprocess.run(script, capture_output=True, check=False).returncode == 0
    victim = next(root.rglob("*0002-001.pdf"))
    victim.write_bytes(b"x" + victim.read_bytes()[1:])
    (root / "多余.txt").write_text("x", encoding="utf-8")
    answer = subprocess.run(script, capture_output=True, check=False)
    assert answer.returncode == 1
    assert b"0002-001.pdf" in answer.stdout


@pytest.mark.parametrize("carrier", Carrier)
@pytest.mark.parametrize("layout", PackageLayout)
def test_own_package_verifies(order, layout, carrier, tmp_path):
    build_package(tmp_path / "包", replace(order, layout=layout, carrier=carrier, encapsulates=True))
    report = verify(tmp_path / "包")
    assert report.is_valid, report.failures
    assert report.item_count == 3


def test_file_changed_since_review_is_named_and_nothing_stands_under_the_final_name(order, tmp_path):
    victim = order.items[1].files[0]
    data = bytearray(Path(victim.source).read_bytes())
    data[0] ^= 1
    Path(victim.source).write_bytes(data)
    with pytest.raises(PackageProblem) as caught:
        build_package(tmp_path / "包", order)
    assert [place.where for place in caught.value.places] == [order.items[1].archival_code]
    assert not (tmp_path / "包").exists()


class StopsAt:
    def __init__(self, number):
        self.number = number

    def step(self, _stage, done, *_total):
        if done == self.number:
            raise Cancelled


def test_interrupted_build_continues_with_what_is_already_there(order, tmp_path):
    with pytest.raises(Cancelled):
        build_package(tmp_path / "包", order, StopsAt(3))
    assert not (tmp_path / "包").exists()
    half = next((tmp_path / "包.partial").rglob("*0002-001.pdf"))
    half.write_bytes(b"half")
    (half.parent / "残留.tmp").write_bytes(b"x")
    built = build_package(tmp_path / "包", order)
    assert built.reused_count >= 5  # of nine: one was cut, and the last item may not have been begun
    assert verify(tmp_path / "包").is_valid
    assert not list((tmp_path / "包").rglob("残留.tmp"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda items: (items[0], replace(items[1], archival_code=items[0].archival_code)), "重复"),
        (lambda items: (replace(items[0], archival_code=""),), "尚未编制档号"),
        (lambda items: (replace(items[0], files=()),), "没有电子文件"),
        (lambda items: (items[0], replace(items[1], archival_code=items[0].archival_code.lower())), "重复"),
        (lambda items: (replace(items[0], fonds_code="全" * 80, archival_code="长" * 80),), "路径长度"),
        (lambda items: (replace(items[0], creators=()),), "必填项为空"),
        (lambda items: (replace(items[0], files=(replace(items[0].files[0], source="nowhere"),)),), "找不到"),
    ],
)
def test_what_cannot_be_packed_is_named_before_anything_is_written(order, change, message, tmp_path):
    with pytest.raises(PackageProblem) as caught:
        build_package(tmp_path / "包", replace(order, items=change(order.items)))
    assert any(message in place.message for place in caught.value.places)
    assert not list(tmp_path.glob("包*"))


def test_existing_target_is_not_touched(order, tmp_path):
    (tmp_path / "包").mkdir()
    with pytest.raises(PackageProblem):
        build_package(tmp_path / "包", order)
    assert list((tmp_path / "包").iterdir()) == []


def test_foreign_partial_folder_is_not_touched(order, tmp_path):
    (tmp_path / "包.partial").mkdir()
    (tmp_path / "包.partial" / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(PackageProblem):
        build_package(tmp_path / "包", order)
    assert files_of(tmp_path / "包.partial") == ["mine.txt"]


def test_bag_manifest_covers_every_payload_file(order, tmp_path):
    build_package(tmp_path / "包", replace(order, carrier=Carrier.BAG))
    root = tmp_path / "包"
    listed = dict(
        reversed(line.split("  ", 1))
        for line in (root / "manifest-sha256.txt").read_text("utf-8").splitlines()
    )
    assert sorted(listed) == [path for path in files_of(root) if path.startswith("data/")]
    assert all(
        hashlib.sha256((root / path).read_bytes()).hexdigest() == digest for path, digest in listed.items()
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("浙政〔2005〕1/2号.pdf", "浙政〔2005〕1_2号.pdf"),
        ("CON.txt", "_CON.txt"),
        ("尾点. ", "尾点"),
        ("", "_"),
        ("长" * 200 + ".pdf", "长" * 78 + ".pdf"),
    ],
)
def test_safe_name(name, expected):
    assert safe_name(name) == expected
    assert name_problem(safe_name(name)) == ""


def test_disk_that_cannot_hold_the_package_is_told_before_copying(order, tmp_path):
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as stream:
        try:
            stream.truncate(8 << 40)
        except OSError:
            pytest.skip("this file system holds no sparse file of that size")
    file = replace(order.items[0].files[0], source=str(huge), size=8 << 40)
    with pytest.raises(PackageProblem, match="空间不足"):
        build_package(tmp_path / "包", replace(order, items=(replace(order.items[0], files=(file,)),)))
    assert not (tmp_path / "包").exists()


@pytest.mark.parametrize(("number", "message"), [(errno.ENOSPC, "已满"), (errno.EACCES, "无法读写")])
def test_errors_of_the_target_are_told_in_sentences(number, message, tmp_path):
    with pytest.raises(PackageProblem, match=message), user_errors(tmp_path / "包"):
        raise OSError(number, "x", str(tmp_path / "包" / "a.pdf"))


def test_file_in_the_place_of_the_target_folder_is_told(order, tmp_path):
    (tmp_path / "盘").write_text("x", encoding="utf-8")
    with pytest.raises(PackageProblem):
        build_package(tmp_path / "盘" / "包", order)


def test_other_files_beside_the_package_stay(order, tmp_path):
    (tmp_path / "盘").mkdir()
    (tmp_path / "盘" / "旧.txt").write_text("x", encoding="utf-8")
    build_package(tmp_path / "盘" / "包", order)
    assert sorted(path.name for path in (tmp_path / "盘").iterdir()) == ["包", "旧.txt"]


MEMORY = Path("/dev/shm")


@pytest.mark.skipif(not MEMORY.is_dir(), reason="no second file system here")
def test_target_on_another_file_system(order):
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        build_package(Path(folder) / "包", order)
        assert verify(Path(folder) / "包").is_valid
        assert [path.name for path in Path(folder).iterdir()] == ["包"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are set the Unix way")
def test_target_that_fills_up_leaves_nothing_under_the_final_name_and_goes_on_later(order, tmp_path):
    """A process that may write only small files meets a write error in the midst of copying."""
    resource = pytest.importorskip("resource")
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.4 " + bytes(300_000))
    pdf = next(file for file in order.items[1].files if file.format == "pdf")
    file = replace(
        pdf,
        source=str(large),
        size=large.stat().st_size,
        sha256=hashlib.sha256(large.read_bytes()).hexdigest(),
    )
    full = replace(order, items=(order.items[0], replace(order.items[1], files=(file,)), order.items[2]))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(PackageProblem, match="从中断处继续"):
            build_package(tmp_path / "包", full)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert not (tmp_path / "包").exists()
    assert build_package(tmp_path / "包", full).reused_count >= 3
    assert verify(tmp_path / "包").is_valid
