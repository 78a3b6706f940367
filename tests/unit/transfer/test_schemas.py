"""Every XML we write is valid against the schemas we ship."""

import base64
from dataclasses import replace

import pytest
from lxml import etree

from app.transfer.catalogue_files import write_catalogue
from app.transfer.catalogue_rows import catalogue_rows
from app.transfer.package.build import PackageOrder, build_package
from app.transfer.package.description import PackageDescription
from app.transfer.package.layout import PackageLayout
from app.transfer.templates import CatalogueFormat, load_templates
from app.transfer.verify.rules import SCHEMAS
from tests.unit.transfer.conftest import make_item

TEMPLATES = load_templates()
XML_TEMPLATES = [name for name, template in TEMPLATES.items() if template.xml]


def schema(name):
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name)))


@pytest.fixture
def package(source_files, context, tmp_path):
    description = PackageDescription("临湖县人民政府办公室", "2017年文书档案", "Windows 10")
    items = (source_files(1), replace(source_files(2), decisions=(), dated_on="2017-03", page_count=None))
    order = PackageOrder(items, description, context, PackageLayout.DAT_93_2022, encapsulates=True)
    return build_package(tmp_path / "包", order).path


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.xsd")), ids=lambda path: path.name)
def test_schema_says_that_it_is_not_an_official_one(path):
    etree.XMLSchema(etree.parse(str(path)))
    assert "非官方" in path.read_text("utf-8")


@pytest.mark.parametrize("name", XML_TEMPLATES)
def test_xml_catalogue_is_valid(name, context, source_files, tmp_path):
    template = TEMPLATES[name]
    items = [source_files(1), source_files(2, title="a < b & “c”")]
    path, _ = write_catalogue(catalogue_rows(template, items, context), tmp_path, CatalogueFormat.XML)
    for file in [path] if path.is_file() else sorted(path.iterdir()):
        schema(template.xml.schema).assertValid(etree.parse(str(file)))


def test_item_metadata_is_valid(package):
    documents = list(package.rglob("*元数据.XML"))
    for path in documents:
        schema("dat46-item.xsd").assertValid(etree.parse(str(path)))
    assert len(documents) == 2


def test_encapsulation_is_valid_and_gives_the_files_back(package):
    encapsulated = sorted(package.rglob("*.eep"))
    assert len(encapsulated) == 2
    for path in encapsulated:
        tree = etree.parse(str(path))
        schema("dat48-eep.xsd").assertValid(tree)
        space = {"e": "http://www.saac.gov.cn/standards/ERM/encapsulation"}
        codings = tree.findall(".//e:编码", space)
        assert len(codings) == 3
        for coding in codings:
            name = coding.findtext("e:电子属性/e:计算机文件名", namespaces=space)
            data = base64.b64decode(coding.findtext("e:编码数据", namespaces=space))
            assert data == (path.parent / name).read_bytes()


def test_wrong_document_is_not_valid(context):
    root = etree.fromstring("<文件目录><文件><顺序号>0</顺序号></文件></文件目录>")
    assert not schema("dat93-2022-catalogue.xsd").validate(root)
    assert catalogue_rows(TEMPLATES["dat93-2022-xml"], [make_item()], context).blocking == ()
