import re

from python_calamine import CalamineWorkbook

from app.domain.disclosure import DisclosureAttribute
from app.transfer.public_list import public_list, write_public_list
from tests.unit.transfer.conftest import make_item


def test_withheld_and_sensitive_titles_stay_off_the_list(context):
    items = [
        make_item(1),
        make_item(2, disclosure_attribute=DisclosureAttribute.WITHHELD),
        make_item(3, title_is_withheld=True),
        make_item(4, title="关于联系电话13800138000变更的通知"),
        make_item(5, disclosure_attribute=DisclosureAttribute.ON_REQUEST),
    ]
    made = public_list(items, context)
    assert [row[1] for row in made.rows.rows] == [items[0].index_number]
    assert [place.where for place in made.held_back] == [items[3].archival_code]
    assert made.left_out_count == 3
    assert len(public_list(items, context, with_on_request=True).rows.rows) == 2


def test_page_is_self_contained_and_escapes_what_it_shows(context, tmp_path):
    made = public_list([make_item(1, title="关于<b>&“河道”</b>的通知")], context)
    sheet, page = write_public_list(made, tmp_path, "临湖县人民政府办公室")
    html = page.read_text("utf-8")
    assert "关于&lt;b&gt;&amp;“河道”&lt;/b&gt;的通知" in html
    assert not re.search(r'(?:src|href)="(?!https://www\.linhu\.example)', html)
    for wanted in ('lang="zh-CN"', 'scope="col"', "<caption>", 'for="q"', 'role="status"'):
        assert wanted in html
    assert CalamineWorkbook.from_path(sheet).get_sheet_by_index(0).to_python()[1][0] == "1"
