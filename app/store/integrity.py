"""Is the catalogue's file whole?"""

from sqlalchemy import Connection


def problems(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong, and rows that point to nothing; empty when all is well."""
    rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    found = [f"数据库：{row}" for row in rows if row != "ok"]
    found += [
        f"表 {row[0]} 的第 {row[1]} 行指向不存在的 {row[2]}"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return found
