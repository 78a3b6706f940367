import base64
import hashlib
import os
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.disclosure import DisclosureAttribute
from app.domain.transfer import Outcome
from app.errors import AppError
from app.progress import Silent
from app.transfer.package.build import Carrier, PackageOrder, build_package
from app.transfer.package.description import PackageDescription
from app.transfer.verify import verify
from app.transfer.verify.bag_paths import leaves_the_bag, parse_line
from app.transfer.verify.bagit import validate_bag
from app.transfer.verify.encapsulated import decoded

SUITE = Path(__file__).parents[3].parent / "shared" / "data" / "bagit-conformance-suite"
SUITE_BAGS = sorted(path for path in SUITE.glob("v*/*/*") if path.is_dir())
needs_suite = pytest.mark.skipif(not SUITE.exists(), reason="../shared is not here")


def said(bag):
    found = validate_bag(bag, Silent())
    return "invalid" if found.errors else "warning" if found.warnings else "valid"


@needs_suite
@pytest.mark.parametrize("bag", SUITE_BAGS, ids=lambda bag: "/".join(bag.parts[-3:]))
def test_conformance_suite(bag):
    allowed = {
        "valid": {"valid", "warning"},
        "warning": {"warning"},
        "invalid": {"invalid"},
        "linux-only": {"invalid"},
        "windows-only": {"invalid"},
    }
    assert said(bag) in allowed[bag.parent.name]


def make_bag(root, files, *, version="1.0", listed=None, info=""):
    lines = []
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        lines.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
    (root / "data").mkdir(exist_ok=True)
    declaration = f"BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n"
    (root / "bagit.txt").write_bytes(declaration.encode())
    (root / "manifest-sha256.txt").write_bytes("".join(lines if listed is None else listed).encode())
    if info:
        (root / "bag-info.txt").write_bytes(info.encode())
    return root


def digest(data):
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("data/一.txt", ""),
        ("data/a%HOME%.txt", ""),
        ("data/a:b.txt", ""),
        ("/etc/x", "是绝对路径"),
        ("data/../../x", "指向上级目录"),
        ("data\\..\\..\\x", "指向上级目录"),
        ("C:\\x", "含有盘符"),
        ("c:x", "含有盘符"),
        ("\\\\server\\share", "是绝对路径"),
        ("~/x", "指向用户目录"),
        ("%TEMP%\\x", "含有环境变量"),
    ],
)
def test_paths_that_leave_the_bag_on_some_system(path, reason):
    assert leaves_the_bag(path) == reason


@pytest.mark.parametrize(
    ("line", "path", "has_star"),
    [
        ("AB12  data/a b.txt", "data/a b.txt", False),
        ("ab12 *data/a.txt", "data/a.txt", True),
        ("ab12\t./data/a.txt", "data/a.txt", False),
        ("not a line", None, False),
        ("ab12", None, False),
    ],
)
def test_manifest_lines(line, path, has_star):
    entry = parse_line(line)
    assert (entry and entry.path) == path
    assert bool(entry and entry.has_star) is has_star


def test_bag_with_one_file_is_valid(tmp_path):
    bag = make_bag(tmp_path / "bag", {"data/通知.txt": b"x"}, info="Payload-Oxum: 1.1\n")
    assert said(bag) == "valid"
    assert verify(bag).is_valid


@pytest.mark.parametrize("info", ["Payload-Oxum: 2.1\n", "Payload-Oxum: 1\n", "no colon here\n"])
def test_wrong_bag_info(tmp_path, info):
    assert said(make_bag(tmp_path / "bag", {"data/a": b"x"}, info=info)) == "invalid"


def test_name_in_another_unicode_form_is_a_warning(tmp_path):
    name = unicodedata.normalize("NFD", "data/Café.txt")
    bag = make_bag(tmp_path / "bag", {name: b"x"}, listed=[f"{digest(b'x')}  data/Café.txt\n"])
    assert said(bag) == "warning"


def test_escaped_line_end_in_a_name(tmp_path):
    if os.name == "nt":
        pytest.skip("Windows has no such names")
    bag = make_bag(tmp_path / "bag", {"data/a\nb": b"x"}, listed=[f"{digest(b'x')}  data/a%0Ab\n"])
    assert said(bag) == "valid"


def test_symbolic_link_is_refused(tmp_path):
    bag = make_bag(tmp_path / "bag", {"data/a": b"x"})
    try:
        (bag / "data" / "link").symlink_to("/etc/hostname")
    except OSError:
        pytest.skip("no symbolic links here")
    assert [place.where for place in validate_bag(bag, Silent()).errors] == ["data/link"]


def test_fetch_list_may_not_point_outside_nor_leave_files_missing(tmp_path):
    bag = make_bag(
        tmp_path / "bag", {"data/a": b"x"}, listed=[f"{digest(b'x')}  data/a\n{digest(b'y')}  data/b\n"]
    )
    (bag / "fetch.txt").write_text(
        "https://example.invalid/b - data/b\nhttps://example.invalid/c - ../c\n", "utf-8"
    )
    assert {place.where for place in validate_bag(bag, Silent()).errors} == {"data/b", "../c"}


def test_every_one_of_a_thousand_flipped_bits_is_named(tmp_path):
    names = [f"data/{number:04d}.bin" for number in range(1000)]
    bag = make_bag(tmp_path / "bag", {name: name.encode() * 3 for name in names})
    for name in names:
        data = bytearray((bag / name).read_bytes())
        data[len(data) // 2] ^= 1
        (bag / name).write_bytes(data)
    report = verify(bag)
    assert sorted(place.where for place in report.failures) == names
    assert not report.is_valid


@pytest.fixture
def package(source_files, context, tmp_path):
    items = tuple(source_files(number) for number in (1, 2, 3))
    description = PackageDescription("临湖县人民政府办公室", "2017年文书档案", "Windows 10")
    order = PackageOrder(items, description, context)

    def build(**changes):
        build_package(tmp_path / "包", replace(order, **changes))
        return tmp_path / "包"

    build.order = order
    return build


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def failed(root):
    return {check.code: check for check in verify(root).checks if check.outcome is Outcome.FAILED}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<题名>", "<题名>" + "长" * 501, "YJ-1-2"),
        ("<日期>20170307</日期>", "<日期>20170230</日期>", "YJ-1-3"),
        ("<保管期限>30年", "<保管期限>三十五年", "YJ-1-4"),
        ("<日期>20170307</日期>", "<日期>19010307</日期>", "YJ-1-5"),
        ("<题名>", "<题名>\ufffd", "YJ-1-6"),
        ("L012-WS·2017", "L012-WS•2017", "YJ-1-7"),
        ("BGS-0002", "BGS-0001", "YJ-1-8"),
        ("<顺序号>2<", "<顺序号>5<", "YJ-2-6"),
        ("<责任者>临湖县人民政府办公室；临湖县水利局</责任者>", "<责任者></责任者>", "YJ-2-4"),
        ("<文件目录>", "<文件目录", "YJ-3-1"),
    ],
)
def test_manipulated_catalogue_fails_its_check_and_the_digests(package, old, new, code):
    root = package()
    edit(root / "目录文件.XML", old, new)
    found = failed(root)
    assert code in found
    assert "YJ-1-14" in found
    assert found[code].places


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda root: next(root.rglob("*0002-001.pdf")).unlink(), "YJ-2-11"),
        (lambda root: next(root.rglob("*0002-001.pdf")).write_bytes(b""), "YJ-2-7"),
        (lambda root: next(root.rglob("*0002-001.pdf")).write_bytes(b"no pdf"), "YJ-3-4"),
        (lambda root: next(root.rglob("*0002元数据.XML")).unlink(), "YJ-2-10"),
        (lambda root: (root / "说明文件.TXT").unlink(), "YJ-1-12"),
        (lambda root: (root / "L012" / "新建.txt").write_text("x"), "YJ-4-3"),
        (
            lambda root: edit(next(root.rglob("*0001元数据.XML")), "<计算机文件大小>", "<计算机文件大小>9"),
            "YJ-1-9",
        ),
        (
            lambda root: next(root.rglob("*0003-001.pdf")).write_bytes(b"%PDF-1.4 trailer /Encrypt 5 0 R"),
            "YJ-3-7",
        ),
    ],
)
def test_damaged_package_fails_the_fitting_check(package, spoil, code):
    root = package()
    spoil(root)
    assert code in failed(root)


def test_encapsulated_records_equal_their_files(package):
    root = package(encapsulates=True)
    assert verify(root).is_valid
    path = next(root.rglob("*.eep"))
    records, folder = decoded(path), path.parent
    assert {record.name for record in records} == {
        path.name for path in folder.iterdir() if path.suffix != ".eep" and "元数据" not in path.name
    }
    for record in records:
        data = (folder / record.name).read_bytes()
        assert (record.size, record.sha256) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (r"<编码数据>(....)", r"<编码数据>AAAA", "内容不同"),
        (r"<编码数据>(....)", r"<编码数据>\1AAAA", "封装包写明"),
        (r"<编码数据>(....)", r"<编码数据>\1A", "无法解开"),
        (r"<编码数据>(....)", r"<编码数据>\1=*=", "不是 Base64"),
        (r"<编码数据>(....)", r"<编码数据>\1编码数据", "不是 Base64"),
        (r"<计算机文件大小>", r"<计算机文件大小>1", "封装包写明"),
        (r"<计算机文件名>", r"<计算机文件名>x", "没有对应的文件"),
        (r"<编码数据>[^<]*</编码数据>", "", "没有文件"),
        (r"</电子文件封装包>", "", "无法解开"),
        (r"<电子文件封装包 ", r"<!DOCTYPE x [<!ENTITY a 'b'>]><电子文件封装包 ", "文档类型声明"),
    ],
)
def test_manipulated_encapsulation_fails_the_check_of_what_was_fixed(package, old, new, message):
    root = package(encapsulates=True)
    path = next(root.rglob("*0002.eep"))
    path.write_text(re.sub(old, new, path.read_text("utf-8")), "utf-8", newline="\n")
    (place,) = {place.where for place in failed(root)["YJ-1-1"].places}
    assert place == path.relative_to(root).as_posix()
    assert any(message in place.message for place in failed(root)["YJ-1-1"].places)


def test_long_record_is_decoded_as_a_stream(tmp_path):
    """Ten megabytes are more than an XML tree takes as one text."""
    data = bytes(range(256)) * 48_000
    text = base64.encodebytes(data).decode()
    head = "<计算机文件名>a.pdf</计算机文件名><计算机文件大小>12288000</计算机文件大小>"
    (tmp_path / "a.eep").write_text(f"<x>{head}<编码数据>{text}</编码数据></x>", "utf-8")
    (record,) = decoded(tmp_path / "a.eep")
    assert (record.size, record.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_hole_in_the_numbers_is_for_a_person(package):
    items = package.order.items
    root = package(items=(items[0], items[2]))
    check = verify(root).check("YJ-2-6")
    assert check.outcome is Outcome.FOR_PERSON
    assert "缺件号 2" in check.places[0].message


def test_stated_counts_are_compared(package):
    root = package()
    data = (root / "说明文件.TXT").read_bytes().decode("gb18030")
    (root / "说明文件.TXT").write_bytes(data.replace("3件", "4件").encode("gb18030"))
    assert "YJ-2-1" in failed(root)


def test_bag_with_a_flipped_bit_names_the_file(package):
    root = package(carrier=Carrier.BAG)
    victim = next(root.rglob("*0002-001.pdf"))
    data = bytearray(victim.read_bytes())
    data[-1] ^= 1
    victim.write_bytes(data)
    places = verify(root).check("YJ-1-14").places
    assert [place.where for place in places] == [victim.relative_to(root).as_posix()]


def test_plain_folder_of_another_maker_raises_nothing(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.pdf").write_bytes(b"%PDF-1.4")
    report = verify(tmp_path / "x")
    assert report.layout == "unknown"
    assert report.check("YJ-1-14").outcome is Outcome.NOT_APPLICABLE


def test_missing_folder_is_an_error_a_person_can_mend(tmp_path):
    with pytest.raises(AppError):
        verify(tmp_path / "nowhere")


def test_undetermined_item_carries_no_attribute_in_its_notes(package):
    items = tuple(
        replace(i, disclosure_attribute=DisclosureAttribute.UNDETERMINED) for i in package.order.items
    )
    root = package(items=items)
    assert "公开属性：" not in (root / "目录文件.XML").read_text("utf-8")


def test_volume_catalogue_of_the_2012_layout_is_read(tmp_path):
    root = tmp_path / "盘"
    (root / "电子档案" / "2009").mkdir(parents=True)
    (root / "电子档案" / "2009" / "a.pdf").write_bytes(b"%PDF-1.4")
    record = (
        "<案卷><顺序号>1</顺序号><档号>L012-001-002-0001</档号><责任者>临湖县水利局</责任者><题名>水利卷</题名>"
        "<日期>20090101</日期><密级></密级><电子档案名称>a.pdf</电子档案名称><备注></备注></案卷>"
    )
    text = f'<?xml version="1.0" encoding="GB18030"?><案卷目录>{record}</案卷目录>'
    (root / "案卷目录.XML").write_bytes(text.encode("gb18030"))
    (root / "说明文件.TXT").write_bytes("移交单位：临湖县水利局\r\n".encode("gb18030"))
    report = verify(root)
    assert (report.item_count, report.layout) == (1, "transfer-2012")
    assert report.is_valid, report.failures


def test_entity_bomb_in_a_catalogue_is_a_finding(tmp_path):
    root = tmp_path / "包"
    root.mkdir()
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><文件目录>&b;</文件目录>'
    (root / "目录文件.XML").write_text(f'<?xml version="1.0" encoding="UTF-8"?>{bomb}', encoding="utf-8")
    assert not verify(root).is_valid
