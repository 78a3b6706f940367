import pytest

from app.formats.encoding import decode, widen

SIMPLIFIED = "临湖县人民政府关于印发管理办法的通知\n各乡镇人民政府：\n现将办法印发给你们，请认真贯彻执行。\n"
TRADITIONAL = "臨湖縣人民政府關於印發管理辦法的通知\n各鄉鎮人民政府：\n現將辦法印發給你們，請認真貫徹執行。\n"


@pytest.mark.parametrize("length", [8, 20, 35])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_simplified_text_is_read_in_any_encoding(codec, length):
    assert decode(SIMPLIFIED[:length].encode(codec)).text == SIMPLIFIED[:length]


@pytest.mark.parametrize("length", [8, 20, 35])
@pytest.mark.parametrize("codec", ["big5", "gb18030", "utf-8", "utf-16-le"])
def test_traditional_text_is_read_in_any_encoding(codec, length):
    assert decode(TRADITIONAL[:length].encode(codec)).text == TRADITIONAL[:length]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("plain ASCII, no more", "ascii"),
        ("Le préfet a décidé, après l’été, de créer", "cp1252"),
        ("short\0", "ascii"),
        ("通知", "gb18030"),
        ("联通", "gb18030"),
        ("朱镕㈠", "gb18030"),
        ("Прошу рассмотреть", "utf-8"),
        ("带有〇镕囍㈠的文字，请认真执行", "gb18030"),
        ("", "utf-8"),
    ],
)
def test_other_text(text, codec):
    assert decode(text.encode(codec)).text == text


def test_a_character_cut_off_at_the_end_does_not_spoil_utf8():
    cut = decode("临湖县人民政府".encode()[:-1])
    assert (cut.encoding, cut.text[:6]) == ("utf-8", "临湖县人民政")


def test_a_declaration_yields_to_the_bytes():
    assert decode("通知".encode(), "gb2312").text == "通知"
    assert decode("朱镕㈠".encode("gb18030"), "gb2312").text == "朱镕㈠"
    assert decode("人民政府".encode("gb18030"), "iso-8859-1").text == "人民政府"


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("GB2312", "gb18030"), ("'x-gbk'", "gb18030"), ("Big5", "big5hkscs"), ("hex", None), ("no such", None)],
)
def test_declared_names_are_widened(declared, codec):
    assert widen(declared) == codec
