"""The command line: a contract that other programs rely on (see docs/command-line.md)."""

import argparse
import gc
import importlib
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from app import __version__
from app.cli.output import say_failure
from app.cli.parser import Parser
from app.errors import AppError, Cancelled, NoCatalogueError, WrongUseError

COMMANDS = {
    "inspect": "查看文件能读出什么（不需要目录）",
    "new": "新建目录",
    "office": "本单位的名称、曾用名和发文字号代字",
    "status": "目录现状",
    "check": "检查目录是否完好",
    "repair": "修复损坏的目录（结果放在旁边，原目录不动）",
    "backup": "备份目录",
    "restore": "从备份恢复目录",
    "dump": "全部导出为开放格式",
    "load": "由导出件重建目录",
    "relocate": "来源文件夹换了位置",
    "ingest": "采集文件夹（只读，不改动原文件）",
    "ocr": "扫描件文字识别；列出需要人看的页",
    "group": "归并：多个文件归为一件",
    "split": "拆分：把一个文件拆出单独成件",
    "merge": "合并：把几件公文合为一件",
    "register": "登记簿：读入原有目录并与文件比对",
    "gaps": "文号缺号与重号",
    "quarantine": "涉密隔离：查看与解除",
    "purge": "清除事后发现的涉密内容",
    "classify": "给出公开属性建议",
    "rules": "检查规则；换规则会改变什么",
    "search": "检索",
    "search-batch": "按词表检索，逐词计数",
    "searches": "保存的检索：现有份数与新增",
    "reindex": "重建全文索引（可中断，再次运行即继续）",
    "show": "查看一份公文",
    "correct": "更正公文要素",
    "people": "人员与口令",
    "review": "复审：提出、审定、退回、撤回",
    "audit": "审计：校验与导出",
    "transfer": "移交：编号、目录、移交包",
    "verify": "检测移交包",
    "report": "公开目录、进度、清理、年报等报告",
    "publish-check": "发布前检查与脱敏副本",
    "export": "导出底数清单",
    "demo": "用示例文件演示全过程",
}
"""The sub-commands in the order of the work; each has a module of its own in this package."""

DONE, NEEDS_A_PERSON, WRONG_USE, COULD_NOT = 0, 1, 2, 3
INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Parse, run and report; returns the exit status of design's contract."""
    parser = _parser(arguments[0] if arguments else "")
    options = parser.parse_args(arguments)
    _search_for_garbage_again()
    try:
        return int(options.run(options))
    except WrongUseError as error:
        say_failure(error)
        return WRONG_USE
    except AppError as error:
        say_failure(_with_order(error, arguments))
        return COULD_NOT
    except (Cancelled, KeyboardInterrupt):
        say_failure(AppError("已停止。", "已完成的部分都已保存，重新运行即可继续。"))
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return COULD_NOT
    except Exception as error:  # a defect of ours: its place is told, its values may hold text and are not
        say_failure(_defect(error))
        return COULD_NOT


def _with_order(error: AppError, arguments: Sequence[str]) -> AppError:
    """What is said of an error; of a catalogue that is none also which other argument is one."""
    if isinstance(error, NoCatalogueError):
        for word in arguments[1:]:
            if (Path(word) / "catalogue.db").is_file():
                return AppError(f"“{word}”才是底数目录，位置写错了。", "命令之后先写目录，再写其他。")
    return error


def _search_for_garbage_again() -> None:
    """Python did not while a process of its own started; what was imported for it stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _defect(error: Exception) -> AppError:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} {Path(place.filename).name}:{place.lineno}"
    return AppError(f"程序内部出错（{where}）。", "已保存的内容没有受影响；请把括号里的内容告诉维护人员。")


def _parser(chosen: str) -> argparse.ArgumentParser:
    """Only the chosen command is imported, so that each starts light."""
    parser = Parser(prog="dishu", description="底数：政府信息底数梳理、公开属性复审与移交（离线）")
    parser.add_argument("--version", action="version", version=f"dishu {__version__}", help="显示版本号")
    commands = parser.add_subparsers(metavar="命令", required=True)
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary)
        if name == chosen:
            importlib.import_module(f"app.cli.{name.replace('-', '_')}_command").declare(command)
    return parser
