"""Filing records: valid against the schema, and refusals named."""

from pathlib import Path

from app.domain.disclosure import DisclosureAttribute
from app.report.filing import filing
from app.report.index_numbers import issuer
from app.report.tables import write_files
from tests.report.held import document


def test_batch_is_written_and_validated(tmp_path: Path) -> None:
    good = document("关于加强河道管理的通知", "临政发〔2018〕1号", "2018-03-07")
    undated = document("关于春耕生产的通知", "临政发〔2018〕2号", "2018-03")
    waiting = document("未认定的通知", attribute=DisclosureAttribute.UNDETERMINED)
    report = filing([good, undated, waiting], issuer("shanghai", "MB0000001"))
    verdicts = {row[1]: row[4] for row in report.tables[0].rows}
    assert verdicts[good.title] == "合格"
    assert "成文日期" in verdicts[undated.title]
    assert waiting.title not in verdicts
    folder = write_files(report, tmp_path)[-1]
    first = min(folder.iterdir()).read_bytes()
    assert first.startswith(b'<?xml version="1.0" encoding="GBK"?>')
    assert "<openType>主动公开</openType>".encode("gbk") in first
