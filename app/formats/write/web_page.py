"""A table as one self-contained web page: searchable, readable without scripts, nothing loaded from elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

_STYLE = """
:root{color-scheme:light dark;--line:#8a8a8a;--head:#f0f0f0;--text:#1a1a1a;--back:#fff;--focus:#0b57d0}
@media (prefers-color-scheme:dark){:root{--line:#777;--head:#2a2a2a;--text:#eee;--back:#161616;--focus:#8ab4f8}}
body{font:1rem/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--text);background:var(--back);
margin:0 auto;max-width:80rem;padding:1.5rem}
h1{font-size:1.5rem}
label{display:block;font-weight:bold}
input{font:inherit;width:100%;max-width:40rem;padding:.5rem;border:2px solid var(--line);background:inherit;color:inherit}
input:focus-visible,a:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:.5rem 0}
th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--head);position:sticky;top:0}
@media print{form{display:none}thead{display:table-header-group}tr{break-inside:avoid}}
"""

_SCRIPT = """
(function(){
var field=document.getElementById('q'),rows=document.querySelectorAll('tbody tr'),told=document.getElementById('n');
document.getElementById('f').hidden=false;
function fold(s){return s.normalize('NFKC').toLowerCase();}
var texts=Array.prototype.map.call(rows,function(r){return fold(r.textContent);});
function show(){
var words=fold(field.value).split(/\\s+/).filter(Boolean),count=0;
rows.forEach(function(r,i){var hit=words.every(function(w){return texts[i].indexOf(w)>=0;});r.hidden=!hit;if(hit)count++;});
told.textContent='共 '+rows.length+' 条，显示 '+count+' 条';
}
field.addEventListener('input',show);
document.getElementById('f').addEventListener('submit',function(e){e.preventDefault();});
})();
"""


@dataclass(frozen=True, slots=True)
class WebTable:
    """``note`` stands above the table; cells that are http(s) addresses become links."""

    heading: str
    headers: Sequence[str]
    rows: Iterable[Sequence[str]]
    note: str = ""


def write_web_page(path: Path, table: WebTable) -> int:
    """Write the page; returns the number of rows.

    Raises:
        OSError: the target cannot be written.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(_head(table))
        for row in table.rows:
            stream.write(_row(row))
            count += 1
        stream.write(f"</tbody></table></div></main><script>{_SCRIPT}</script></body></html>\n")
    return count


def _head(table: WebTable) -> str:
    heads = "".join(f'<th scope="col">{escape(header)}</th>' for header in table.headers)
    return (
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">"
        f"<title>{escape(table.heading)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(table.heading)}</h1>{table.note and f'<p>{escape(table.note)}</p>'}"
        '<form id="f" role="search" hidden><label for="q">在目录中查找（多个词用空格分开）</label>'
        '<input id="q" type="search" autocomplete="off"></form>'
        '<p id="n" role="status" aria-live="polite"></p>'
        f'<div class="wide"><table><caption>{escape(table.heading)}</caption><thead><tr>{heads}</tr></thead><tbody>\n'
    )


def _row(row: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>\n"


def _cell(value: str) -> str:
    shown = escape(value)
    if value.startswith(("https://", "http://")):
        return f'<a href="{shown}" rel="noreferrer">{shown}</a>'
    return shown
