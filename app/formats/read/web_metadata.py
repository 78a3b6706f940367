"""The block of particulars that government sites print above a document.

Its labels follow the 政府信息公开目录 system; what stands there was written by the site, not by
the maker of the document, so the text keeps it apart as ``WEB_METADATA``.
"""

import re
from itertools import islice

from lxml import etree

_STRONG_LABELS = (
    "索引号 信息索引号 组配分类 发布机构 信息分类 体裁分类 主题分类 公开方式 公开时限 公开范围 公开类别 统一编号 有效性"
    " 登记号 公开形式 内容分类 信息名称 公文时效 服务对象分类 发文机关分类"
)
_WEAK_LABELS = (
    "文号 发文字号 发文机关 发文单位 发布单位 成文日期 发布日期 生成日期 公开日期 发文日期 生效日期 废止日期 失效日期 施行日期"
    " 标题 名称 文件名称 主题词 关键词 来源 信息来源 责任部门 公开责任部门 有效期 效力状态 内容概述 公文种类 文种 分类 信息有效性 签发人"
    " 发布时间 有效状态 是否有效 状态 责任单位 制发单位 制发机关 印发日期 体裁 公开主体 编号 联系电话 网站编辑 浏览次数"
)
_STRONG = frozenset(_STRONG_LABELS.split())
_LABELS = _STRONG | frozenset(_WEAK_LABELS.split())
_LABEL_IN_TEXT = re.compile(
    r"(?:^|[\s\[【|])(" + "|".join(sorted(_LABELS, key=len, reverse=True)) + r")[\]】]?\s*(?:[:：]|$|(?=\t))",
    re.MULTILINE,
)
_HOLDERS = frozenset({"table", "div", "ul", "ol", "dl", "section", "p", "td", "tbody", "header"})
_MAX_TEXT = 1500
_MAX_NODES = 400
_MIN_LABELS = 3


def is_metadata_block(element: "etree._Element") -> bool:
    """Whether a block holds the particulars and little else.

    At least three labels, one of them only used by disclosure sites, in a short text.
    """
    if element.tag not in _HOLDERS:
        return False
    text = _short_text(element)
    if text is None:
        return False
    found = _labels(text)
    return len(found) >= _MIN_LABELS and bool(found & _STRONG)


def _short_text(element: "etree._Element") -> str | None:
    """The block's texts, one a line; ``None`` when it is longer than such blocks ever are."""
    pieces: list[str] = []
    length = 0
    nodes = list(islice(element.iter(), _MAX_NODES + 1))
    if len(nodes) > _MAX_NODES:
        return None
    for text in map(str, element.itertext()):
        pieces.append(text)
        length += len(text.strip())
        if length > _MAX_TEXT:
            return None
    return "\n".join(pieces) if length else None


def _labels(text: str) -> set[str]:
    """Labels are often spread with blanks to the same width: 文　　号."""
    closed = re.sub(r"(?<=[\u4e00-\u9fff])[ \u3000\xa0]+(?=[\u4e00-\u9fff])", "", text)
    return set(_LABEL_IN_TEXT.findall(closed))
