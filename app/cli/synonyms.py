"""What newcomers type for a command, in Chinese and in English, and the command that is meant."""

from collections.abc import Mapping
from types import MappingProxyType

MEANT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        command: tuple(words.split())
        for command, words in {
            "--help": "help ? 帮助 说明 用法",
            "--version": "version 版本",
            "new": "init create make mk 创建 新增",
            "status": "info stat stats ls overview summary 概览 统计 状态 概况",
            "ingest": "scan import add read 导入 入库 扫描 录入 读入 收集",
            "search": "find query grep lookup 查找 查询 搜索",
            "show": "view open cat get 打开 详情",
            "correct": "edit set fix update 修改 改正 编辑",
            "export": "list inventory 清单 列表",
            "gaps": "missing 缺号 重号",
            "group": "dedupe duplicates 去重 查重",
            "reindex": "index 索引",
            "backup": "save 保存",
            "purge": "delete remove rm del 删除",
            "people": "user users account accounts person 用户 账号 帐号",
            "people pin": "pin password passwd 密码",
            "classify": "suggest 定密 分类 建议",
            "review decide": "decide propose 提出 初审 认定",
            "review approve": "approve sign 审定 复核",
            "review secrecy": "secrecy",
            "review return": "return reject 退回",
            "review withdraw": "撤回",
            "review revert": "undo revert rollback 撤销",
            "review round": "round rounds 轮次",
            "review batch": "batch batches 批次 领取 交回",
            "review sample": "sample 抽查 抽样",
            "audit": "log logs 日志 留痕",
            "audit timeline": "history timeline 经过 历史",
            "transfer build": "pack package build 打包 移交包",
            "transfer number": "number 编号 档号",
            "transfer receive": "receive 接收",
            "verify": "validate 检测 校验 验证",
            "publish-check": "publish redact 发布 脱敏",
            "report": "reports print 报表 目录 年报",
            "ocr run": "recognise recognize 识别",
            "quarantine": "secret 涉密 隔离",
        }.items()
    }
)
"""A command, alone or with its act → words that stand for it."""


def meant_by(typed: str) -> str:
    """The command that a word stands for; empty when it is known for none."""
    word = typed.lower().lstrip("-/")
    return next((command for command, words in MEANT.items() if word in words), "")
