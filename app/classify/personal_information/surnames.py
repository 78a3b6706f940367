"""Chinese surnames, and where a personal name ends."""

import re

from app.classify.personal_information.word_lists import words

_COMMON = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
    "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
    "尉鄂肖付闫骆酆湛狄茅昝裘缪贲钮嵇荀芮羿汲邴宓蓬郗厉邰莘逄郦雍郤璩濮扈郏慕茹庾殳晁訾阚乜蒯阙逯亓仝粟佘邝鄞郇缑亢佴谯笪蒲尧麦"
    "云昌凤皮元平禹贝麻危支干宣诸荣惠储松富乌巴牧山秋伊祖束幸韶印怀索双闻劳苍扶寿鱼容衡步弘寇利越隆师那丰巢红权代冒展帅琴"
    "隗钭蓟夔厍毋桓暨戎戈尚农班满滑弓浦仰贡"
)
_COMPOUND = words(
    "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 令狐 慕容 东方 南宫 独孤 端木 司徒 司空 宇文 长孙 申屠 轩辕 百里 呼延 闻人 濮阳 淳于 单于 太史 公冶 宗政 钟离 鲜于 闾丘 澹台 西门 南门 东郭 赫连 拓跋 完颜 纳兰 万俟 亓官 巫马 颛孙 仲孙 公羊 公西 乐正 漆雕 壤驷 谷梁 羊舌 梁丘 左丘"
)
_AMBIGUOUS = frozenset(
    "于高何方时和应安成常文明华全向单管路关党温江金石易计项万来白车包连都原官台保景原盖商都位经项解强宁宗植古阳花木乐封司谈卫席费盛游查左谷简符练"
    "付云昌凤皮元平禹贝麻危支干宣诸荣惠储松富乌巴牧山秋伊祖束幸韶印怀索双闻劳苍扶寿鱼容衡步弘寇利越隆师那丰巢红权代冒展帅琴蒲麦鄂尚农班满滑弓浦仰贡"
)
"""Surnames that are as often ordinary words: they need a clear boundary on both sides."""

SURNAMES = frozenset(_COMMON)
PLACEHOLDERS = frozenset("甲乙丙丁戊某")
_NOT_GIVEN = re.compile("[与和为应以从向至第]")
"""Words of running text that given names hold too (为民, 和平, 向东)."""
_NEVER_GIVEN = re.compile(
    "[的了是在或及等并由对将于已须请按据被把给到共个项]|根据|可[以能由]|[局厅署厂店镇乡县省市院校站所处科室部委股组馆村]$|"
    "(?:主任|科长|局长|处长|部长|市长|县长|镇长|乡长|书记|主席|经理|老师|先生|女士|小姐|同志|队长|校长|院长|所长|会长|秘书|总监|师傅|医生|警官|站长|委员|代表|干部|某些)$"
)
_WORDS = words(
    """单位 高级 方式 方法 方案 时间 时期 金额 安全 成员 成立 成果 成本 常住 常务 文件 文化 文号 明细 明确 华东 全体 全部 全国 全市 全县 全省 全区 向上 管理 管辖 管委会
    路线 路段 关系 关于 党员 党委 党组 党政 温度 江苏 江西 江南 石油 易地 计划 计生 计算 项目 万元 白天 车辆 车间 车站 包括 连续 都市 原因 原告 原则 官方 台州 保险 保障 保证 景区
    商品 商业 商务 经济 经营 解决 解除 解释 强制 强化 宁波 宗旨 宗教 古代 阳光 花园 木材 乐清 封闭 司法 司机 谈话 卫生 席位 费用 盛大 游客 查询 左右 简介 简历 符合 练习 周期 周边
    周转 周围 高度 高校 高等 高新 高龄 方面 石料 田地 田间 马上 罗列 梁山 宋体 谢谢 唐山 程序 程度 许可 沈阳 苏州 卢湾 丁类 魏晋 叶片 余额 余下 夏季 任务 任何 任职 范围 汪洋 白名单 康复
    毛利 毛重 秦岭 江河 史料 顾问 顾客 龙泉 段落 雷电 钱款 汤圆 易燃 武汉 武器 武装 文明 文书 文字 文本 文艺 施工 施行 陶瓷 洪水 安排 安置 安装 安徽 严格 严重 严禁 牛奶 季度 章程 鲁班
    申请 申报 申诉 申办 毕业 焦点 向导 路径 齐全 梅雨 庄稼 辛苦 祝贺 谷物 时限 舒适 关联 关注 关键 费率 纪律 纪检 纪委 盛行 童年 欧盟 成人 成交 席次 卫星 查处 查看 查验 屈服 位于 位置
    景点 单价 单项 单独 单据 包装 司局 宁夏 解读 华侨 华夏 车主 车型 车牌 房屋 房产 房主 边界 边防 吉林 古建 米面 池塘 晋升 宫殿 来源 来信 来访 来自 来电 全称 全额 全年 廉政 廉洁 简易 简要
    盖章 符号 木工 党支部 燕山 连接 连带 商标 商铺 商户 计量 计入 冷藏 冷链 都是 井盖 练兵 乐园 封面 原件 原始 官网 楚州 宗地 应急 应当 应收 应付 台账 台风 银行 银监 明示 沙石 保管 保密 保修
    保护 保存 和平 和谐 习惯 何时 何种 项下 江北 江东 金融 金华 高速 高中 万吨 成绩 安监 安保 应聘 应届 别墅 路灯 强度 常山 常州 温州 温岭 平阳 海宁 管道 项数 余姚 余杭 方正 向前 时刻 江山 马路
    胡同 林业 林地 林木 林场 林区 农业 江干 桂花 柳州 徐州 郑州 杭州 施肥 温室 金属 石材 水利 郭庄 罗湖 黄金 黄山 黄岩 黄色 白色 杨梅 桑园 竹木 童装 单元 党建 党务 高层 成都 陈述 陈列 谢绝 韩国
    曾经 曾任 路政 史志 蒙古 毛坯 段位 于是 和解 温馨 高血 贺信 班级 班主 班组 班子 班长 班车 班次 农业 农村 农户 农民 农办 农资 农机 农林 农贸 农田 农药 农产 满意 满足 满分 满员 尚未 尚有 尚需 尚待 尚不 尚无 滑坡 滑动 滑雪 浦东 浦江 戎装 仰卧 仰望 贡献 贡品 查封 查明 查实 方能 康养 汤溪 喻为"""
)
FIRST_CHARACTERS = SURNAMES | PLACEHOLDERS | {name[0] for name in _COMPOUND}
"""What a name begins with, unless it has a dot between its parts."""
_HAN = "一-鿿"
_NAME = re.compile(f"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,10}}){{1,3}}")


def is_name(word: str, *, certain_place: bool = False, whole: bool = False) -> bool:
    """Whether a folded word reads as a personal name.

    ``certain_place`` says that the place asks for a name (a column, a label with a colon), so that
    surnames which are also ordinary words count; ``whole`` that nothing is cut off the word, so that it may
    hold words of running text.
    """
    if not _NAME.fullmatch(word) or word in _WORDS or word[:2] in _WORDS:
        return False
    if "·" in word:
        return True
    if word[0] in PLACEHOLDERS and word[1:] in {"某", "某某", "某甲", "某乙"}:
        return True
    if len(word) == 4 and word[:2] not in _COMPOUND:
        return False
    if _NEVER_GIVEN.search(word[1:]) or (not (certain_place or whole) and _NOT_GIVEN.search(word[1:])):
        return False
    return _has_surname(word, certain_place=certain_place)


def _has_surname(word: str, *, certain_place: bool) -> bool:
    if word[:2] in _COMPOUND and len(word) > 2:
        return True
    return word[0] in SURNAMES and (certain_place or word[0] not in _AMBIGUOUS)


def name_length_before(folded: str, end: int, *, certain_place: bool = False) -> int:
    """Length of the name that ends at ``end``; 0 when none does."""
    if not FIRST_CHARACTERS.intersection(folded[max(0, end - 4) : max(0, end - 1)]):
        return 0
    clear = end
    while clear > 0 and end - clear < 5 and _is_han(folded[clear - 1]):
        clear -= 1
    if 2 <= end - clear <= 4 and is_name(folded[clear:end], certain_place=True):
        return end - clear
    for length in (4, 3, 2):
        if end - length >= 0 and is_name(folded[end - length : end], certain_place=certain_place):
            return length
    return 0


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"
