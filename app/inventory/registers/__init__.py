"""Registers that an office kept itself (发文登记簿, 归档文件目录), compared with the files that are held."""

from app.inventory.registers.found_later import replace_paper
from app.inventory.registers.run import (
    OpenedRegister,
    RegisterSummary,
    import_register,
    open_register,
    save_columns,
)

__all__ = [
    "OpenedRegister",
    "RegisterSummary",
    "import_register",
    "open_register",
    "replace_paper",
    "save_columns",
]
