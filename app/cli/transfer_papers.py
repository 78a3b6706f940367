"""``dishu transfer profile|templates|template|catalogue|stamps|box-note|public-list``: data and papers."""

import argparse
from pathlib import Path

from app import wiring
from app.cli import options
from app.cli.output import say, say_json, say_none
from app.domain.transfer import TransferItem
from app.errors import AppError
from app.transfer.catalogue_values import KNOWN_SOURCES
from app.transfer.mapping import UNASSIGNED, template_from_sheet
from app.transfer.numbering import filing_stamp
from app.transfer.papers import PDF, in_order, note_in_box, write_numbered, write_paper, write_public
from app.transfer.profile import keep_profile, profile_of, profile_to_toml
from app.transfer.templates import CatalogueFormat, template_named, template_to_toml, templates_of


def declare(acts: options.Acts) -> None:
    """Declare the operations beside those of ``transfer_command``."""
    profile = acts.add_parser("profile", help="全宗档案（全宗号、机构、档号规则）：显示，或用 TOML 文件更换")
    options.add_catalogue(profile)
    profile.add_argument(
        "--set", dest="file", type=options.path, metavar="TOML", help="换成这个文件里的全宗档案"
    )
    options.add_by_if(profile, "--set")
    profile.set_defaults(run=_profile)
    listing = acts.add_parser("templates", help="可用的目录模板及其格式")
    options.add_catalogue(listing)
    options.add_json(listing)
    listing.set_defaults(run=_templates)
    _declare_template(acts.add_parser("template", help="由接收单位的样表建立目录模板"))
    _declare_catalogue(acts.add_parser("catalogue", help="按模板导出已编号文件的目录"))
    stamps = acts.add_parser("stamps", help="归档章各栏的内容")
    options.add_catalogue(stamps)
    options.add_json(stamps)
    stamps.set_defaults(run=_stamps)
    _declare_box_note(acts.add_parser("box-note", help="盒内备考表"))
    public = acts.add_parser("public-list", help="已移交信息的可公开部分目录")
    options.add_catalogue(public)
    public.add_argument("folder", type=options.path, metavar="存放处", help="写进这个文件夹")
    public.add_argument("--with-on-request", action="store_true", help="依申请公开的也列题名")
    options.add_by(public)
    public.set_defaults(run=_public_list)


def _declare_template(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sheet", type=options.path, metavar="样表", help="接收单位给的 xls、xlsx 等表格")
    parser.add_argument(
        "template",
        type=options.path,
        metavar="模板.toml",
        help="放在目录文件夹的 transfer_templates 中即随目录使用",
    )
    parser.add_argument("--name", required=True, metavar="名称", help="模板的名称")
    parser.set_defaults(run=_template)


def _declare_catalogue(parser: argparse.ArgumentParser) -> None:
    options.add_catalogue(parser)
    parser.add_argument("template", metavar="模板", help="模板名称（见 templates）或 .toml 文件")
    parser.add_argument("folder", type=options.path, metavar="存放处", help="写进这个文件夹")
    parser.add_argument(
        "--format",
        choices=[*(one.value for one in CatalogueFormat), PDF],
        metavar="格式",
        help="不写即用模板自定的格式",
    )
    options.add_by(parser)
    parser.set_defaults(run=_catalogue)


def _declare_box_note(parser: argparse.ArgumentParser) -> None:
    options.add_catalogue(parser)
    parser.add_argument("first", metavar="起档号", help="盒内第一件的档号")
    parser.add_argument("last", metavar="止档号", help="盒内最后一件的档号")
    parser.add_argument("paper", type=options.path, metavar="文件", help=".docx 或 .pdf")
    parser.add_argument("--condition", default="", metavar="说明", help="盒内文件情况说明")
    parser.add_argument("--checked-by", default="", metavar="姓名", help="检查人")
    options.add_by(parser)
    parser.set_defaults(run=_box_note)


def _profile(given: argparse.Namespace) -> int:
    if given.file is not None:
        options.require_by(given, "更换全宗档案")
    with wiring.open_session(given.catalogue) as session:
        if given.file is not None:
            keep_profile(session.catalogue, _text_of(given.file), by=given.by)
        text = profile_to_toml(profile_of(session.catalogue))
    say(text.rstrip())
    return 0


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AppError(f"“{path}”无法读取。", "请用 UTF-8 编码保存 TOML 文件。") from error


def _templates(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        known = templates_of(session.catalogue.folder)
    for template in known.values():
        formats = [*(one.value for one in template.formats), PDF]
        if given.json:
            say_json(
                {"id": template.id, "name": template.name, "formats": formats, "unsure": template.unsure}
            )
        else:
            say(f"{template.id}　{template.name}　{'、'.join(formats)}")
    return 0


def _template(given: argparse.Namespace) -> int:
    if given.template.exists():
        raise AppError(f"“{given.template}”已存在。", "请换一个文件名，以免覆盖改好的模板。")
    proposed = template_from_sheet(given.sheet, given.template.stem, given.name)
    given.template.parent.mkdir(parents=True, exist_ok=True)
    given.template.write_text(template_to_toml(proposed.template), encoding="utf-8")
    for column in proposed.template.columns:
        if column.source != UNASSIGNED:
            say(f"{column.header}　{column.source}　{column.transform}")
    for header in proposed.open_headers:
        say(f"待指定　{header}（在模板中把 source 改为下列之一）")
    if proposed.open_headers:
        say("、".join(sorted(KNOWN_SOURCES)))
    return 1 if proposed.open_headers else 0


def _catalogue(given: argparse.Namespace) -> int:
    template = template_named(given.template, given.catalogue)
    wanted = given.format or template.formats[0].value
    with wiring.open_session(given.catalogue) as session:
        written = write_numbered(session.catalogue, template, given.folder, wanted, by=given.by)
    for loss in written.losses:
        say(f"第 {loss.row} 行　{loss.column}　{loss.reason}")
    say(str(written.path))
    for finding in written.rows.findings:
        say(f"第 {finding.row} 行　{finding.column}　{finding.message}")
    return 0 if written.is_sound else 1


def _numbered(catalogue: Path) -> list[TransferItem]:
    with wiring.open_session(catalogue) as session:
        return in_order(session.catalogue)


def _stamps(given: argparse.Namespace) -> int:
    numbered = _numbered(given.catalogue)
    say_none(numbered, "还没有编过档号的公文。", as_json=given.json)
    for item in numbered:
        stamp = filing_stamp(item, 2015 if item.year >= 2016 else 2000)
        cells = dict(cell for row in stamp for cell in row)
        if given.json:
            say_json({"document": item.document, "archival_code": item.archival_code, "stamp": cells})
        else:
            say("　".join([item.archival_code, *(f"{name}：{value}" for name, value in cells.items())]))
    return 0


def _box_note(given: argparse.Namespace) -> int:
    codes = (given.first, given.last)
    told, form = note_in_box(
        _numbered(given.catalogue), codes, by=given.by, condition=given.condition, checked_by=given.checked_by
    )
    write_paper(given.paper, form)
    say(f"{told}　{given.paper}")
    return 0


def _public_list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        made, paths = write_public(
            session.catalogue, given.folder, by=given.by, with_on_request=given.with_on_request
        )
    for path in paths:
        say(str(path))
    for place in made.held_back:
        say(f"未列入　{place.where}　{place.message}")
    say(f"列入 {len(made.rows.rows)} 件，不公开或题名不宜公布的 {made.left_out_count} 件未列。")
    return 1 if made.held_back else 0
