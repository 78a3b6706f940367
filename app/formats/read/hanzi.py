"""Signs by which Chinese text from page formats is told from garbage, and mended."""

import unicodedata
from collections import Counter

# What fonts without proper tables give in place of the characters they look like.
_RADICALS = str.maketrans(
    "⺌⺍⺝⺟⺠⺢⺫⺬⺮⺶⺼⻁⻄⻅⻆⻉⻋⻌⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻪⻬⻮⻰",
    "小小月母民水目示竹羊月虎西见角贝车辶阝长门青韦页风飞食马鬼鱼鸟麦黄黾齐齿龙",
)
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进等部度家电力理起小物现实加量都两体制机当使点从业本去把性应开因由其前外天政四日那义事平形相全关各重新线内数正心反明看原么"
    "市县区省镇乡办公室厅局委关通知请示报告意见函复规定办法条第款项号主席长书记单位部门人民政府印発发务管理安文件章件二五六七八九月"
    "這個國說來為們時會對學發過經動現還與關從點進種後開實當業機體應問題電話縣辦請報計劃務項無"
)
_FEW_HAN = 80
_LEAST_COMMON = 0.04
_MOST_BROKEN = 0.1


def is_han(character: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or character >= "\U00020000"


def mend_radicals(text: str) -> str:
    """Radicals become the characters they look like; the length stays the same."""
    return text.translate(_RADICALS).translate(_KANGXI)


def is_garbage(text: str) -> bool:
    """Whether a text layer cannot be what is printed on the page.

    More than a tenth of what should be visible is control characters, private use or replacement; or
    there is much Chinese and nearly none of it is common, as with fonts whose table maps every
    character to another one.
    """
    counts = {character: count for character, count in Counter(text).items() if not character.isspace()}
    if not counts:
        return False
    broken = sum(count for character, count in counts.items() if _is_broken(character))
    if broken > _MOST_BROKEN * sum(counts.values()):
        return True
    han = sum(count for character, count in counts.items() if is_han(character))
    common = sum(counts.get(character, 0) for character in _COMMON)
    return han >= _FEW_HAN and common < _LEAST_COMMON * han


def _is_broken(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Co", "Cn"} or character == "\ufffd"
