"""What the control words of RTF mean to us (Rich Text Format specification 1.9.1)."""

from app.domain.source import PartKind

STORIES = {
    "header": PartKind.HEADER,
    "headerl": PartKind.HEADER,
    "headerr": PartKind.HEADER,
    "headerf": PartKind.HEADER,
    "footer": PartKind.FOOTER,
    "footerl": PartKind.FOOTER,
    "footerr": PartKind.FOOTER,
    "footerf": PartKind.FOOTER,
    "footnote": PartKind.FOOTNOTE,
    "annotation": PartKind.COMMENT,
    "shptxt": PartKind.TEXT_BOX,
    "dptxbxtext": PartKind.TEXT_BOX,
}
_SKIPPED_WORDS = (
    "stylesheet pict objclass objname objdata themedata colorschememapping datastore latentstyles listtable"
    " listoverridetable revtbl rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend sp sn sv shprslt nonshppict"
    " atnid atnauthor atntime atndate atnref atnparent atrfstart atrfend atnicn xe tc rxe template ftnsep ftnsepc ftncn"
    " aftnsep aftnsepc aftncn formfield docvar filetbl mmathPr wgrffmtfilter pgptbl htmltag mhtmltag pn pnseclvl"
    " operator company comment hlinkbase userprops passwordhash blipuid shppict listname levelnumbers"
    " leveltext pntxta pntxtb picprop falt panose fname datafield oldcprops oldpprops oldtprops oldsprops"
)
SKIPPED = frozenset(_SKIPPED_WORDS.split())
STARRED = frozenset({"shpinst", "annotation", "do", "dptxbxtext", "ud", "shptxt", "revised"})
PROPERTIES = {
    "title": "title",
    "subject": "subject",
    "author": "author",
    "manager": "manager",
    "company": "company",
    "operator": "last_saved_by",
    "category": "category",
    "keywords": "keywords",
    "doccomm": "comments",
}
TIMES = {"creatim": "created_at", "revtim": "saved_at", "printim": "printed_at"}
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "lbr": "\n",
    "softline": "",
}
SYMBOLS = {"~": "\xa0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}"}
CODECS = {
    134: "gb18030",
    136: "big5hkscs",
    128: "cp932",
    129: "cp949",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
