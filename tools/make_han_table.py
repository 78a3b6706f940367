"""Write ``app/text/han_table.py``: which character stands for which when texts are compared.

Run by hand, never at run time: ``pip install opencc && python tools/make_han_table.py``. The
result is committed, because the full-text index of every catalogue is built on it: it must not
change with the version of Python or of a library. After a change raise ``TOKENISER_VERSION``.

Sources: the OpenCC dictionaries (Apache-2.0) for traditional, regional and Japanese forms; the
Unicode compatibility mappings; and the lists below.
"""

import sys
import unicodedata
from pathlib import Path

from opencc import OpenCC

TARGET = Path(__file__).parents[1] / "app" / "text" / "han_table.py"
PER_LINE = 48
LAST_CODE_POINT = 0x3FFFF

VARIANTS = """
菓果 韮韭 甦苏 牀床 犂犁 槪概 倣仿 勅敕 厰厂 噉啖 囘回 囬回 堦阶 墖塔 壻婿 姙妊 媿愧 寃冤 冐冒 冣最 刼劫 効效 勦剿
卹恤 呌叫 咊和 唘启 喒咱 囯国 圀国 圅函 坵丘 坿附 埜野 塟葬 奬奖 姸妍 寕宁 尅克 嵗岁 帋纸 幇帮 庻庶 廻回 弔吊 彊强
徃往 恊协 悤匆 惪德 慙惭 憇憩 捄救 揑捏 搾榨 攷考 旹时 昬昏 暎映 朞期 柹柿 栢柏 桞柳 棊棋 椶棕 楳梅 欵款 歬前 毘毗
氷冰 汎泛 汚污 洩泄 淛浙 湼涅 滙汇 濶阔 焔焰 熈熙 牋笺 猨猿 珎珍 甎砖 畧略 畱留 畮亩 疎疏 皁皂 眎视 矦侯 砲炮 碁棋
礮炮 秌秋 稺稚 穉稚 窓窗 筴策 箇个 粃秕 糉粽 絃弦 縂总 罸罚 羗羌 脣唇 脗吻 舘馆 艸草 菸烟 蒐搜 蔴麻 虵蛇 衞卫 覩睹
詠咏 讐仇 谿溪 豔艳 賍赃 軆体 輭软 迻移 遯遁 酧酬 醃腌 鈎钩 鉅巨 銹锈 錬炼 閙闹 隄堤 隣邻 雝雍 靣面 鞌鞍 韈袜 頟额
顋腮 飜翻 駡骂 骽腿 髙高 鬪斗 鬬斗 鵞鹅 麤粗 鼔鼓 龢和 戸户 産产 鄊乡 甯宁 寗宁 阯址 沖冲 竝并 竚伫 迺乃 逕径 週周
"""
"""Old and irregular forms (异体字) that OpenCC keeps, each followed by the form in use."""

RADICALS = """
⺁厂 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民
⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫罒 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼月
⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑长 ⻒长 ⻓长 ⻔门 ⻕阜
⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟饣 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 ⻮齿
⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟
"""
"""CJK Radicals Supplement: PDF files print these in place of the characters; Unicode has no mapping."""


def pairs(lines: str) -> dict[str, str]:
    """The two-character words of a list as a mapping."""
    return {word[0]: word[1] for word in lines.split()}


class Folder:
    """Finds the one character that stands for a character; itself when there is none."""

    def __init__(self) -> None:
        self._own = pairs(VARIANTS) | pairs(RADICALS)
        self._simplify = OpenCC("t2s")
        self._regional = [OpenCC("tw2s"), OpenCC("hk2s")]
        self._japanese = OpenCC("jp2t")

    def fold(self, character: str) -> str:
        """Apply every step until nothing changes; never more or less than one character."""
        for _ in range(6):
            changed = self._once(character)
            if changed == character:
                return character
            character = changed
        raise ValueError(f"U+{ord(character):04X} does not come to rest")

    def _once(self, character: str) -> str:
        for step in (self._compatible, str.lower, self._known, self._simplified):
            changed = step(character)
            if len(changed) == 1 and changed != character:
                return changed
        return character

    def _compatible(self, character: str) -> str:
        return unicodedata.normalize("NFKC", character)

    def _known(self, character: str) -> str:
        return self._own.get(character, character)

    def _simplified(self, character: str) -> str:
        if not is_han(character):
            return character
        simplified = self._simplify.convert(character)
        if simplified != character or in_gb2312(character):
            return simplified
        for converter in self._regional:
            if (changed := converter.convert(character)) != character:
                return changed
        return self._simplify.convert(self._japanese.convert(character))


def is_han(character: str) -> bool:
    """Whether the character is an ideograph that dictionaries list."""
    code = ord(character)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x323AF


def in_gb2312(character: str) -> bool:
    """Whether the character is in ordinary use on the mainland, so that a reading from elsewhere is wrong."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def literal(name: str, text: str) -> str:
    """A Python assignment of a long string; what editors cannot show is written as an escape."""
    lines = [text[start : start + PER_LINE] for start in range(0, len(text), PER_LINE)]
    body = "\n".join(f'    "{"".join(map(printable, line))}"' for line in lines)
    return f"{name} = (\n{body}\n)\n"


def printable(character: str) -> str:
    """The character itself if it is an ideograph of the basic plane, an escape otherwise."""
    code = ord(character)
    if 0x3400 <= code <= 0x9FFF or (character.isascii() and character.isalnum()):
        return character
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def main() -> None:
    """Write the module."""
    folder = Folder()
    surrogates = range(0xD800, 0xE000)
    characters = [chr(code) for code in range(0x80, LAST_CODE_POINT + 1) if code not in surrogates]
    characters = [chr(code) for code in range(ord("A"), ord("Z") + 1)] + characters
    changed = [(character, folder.fold(character)) for character in characters]
    changed = [(one, other) for one, other in changed if one != other]
    head = (
        '"""Characters and what stands for them in comparisons. Written by ``tools/make_han_table.py``.\n\n'
        "Traditional, regional and irregular forms follow OpenCC (Copyright BYVoid and contributors,\n"
        'Apache-2.0); widths, letter case and radicals follow Unicode.\n"""\n\n'
        "# fmt: off\n"
    )
    source = literal("SOURCE", "".join(one for one, _ in changed))
    target = literal("TARGET", "".join(other for _, other in changed))
    TARGET.write_text(head + source + target + "# fmt: on\n", encoding="utf-8")
    sys.stdout.write(f"{len(changed)} characters\n")


if __name__ == "__main__":
    main()
