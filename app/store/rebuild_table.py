"""The one way in which a later edition changes a table beyond adding a column at its end.

SQLite cannot change a column or a constraint. The table is made anew under another name, filled,
dropped and renamed, as SQLite's manual advises; indexes and triggers are then made as the edition
wants them. Foreign keys must not be watched meanwhile, or dropping the old table would delete the
rows that refer to it: :func:`app.store.schema.bring_up_to_date` sees to that and checks them after.
"""

from collections.abc import Mapping

from sqlalchemy import Connection


def rebuild_table(
    connection: Connection,
    name: str,
    ddl: str,
    *,
    filled_from: Mapping[str, str],
    after: tuple[str, ...] = (),
) -> None:
    """Give a table another definition and keep its rows.

    Args:
        connection: the transaction of a migration.
        name: the table.
        ddl: the whole ``CREATE TABLE`` statement of the new edition, as a fresh catalogue has it;
            written out in the step and never taken from the present tables, which go on changing.
        filled_from: column of the new table → SQL expression over the old one.
        after: ``CREATE INDEX`` and ``CREATE TRIGGER`` statements of the table, which go with it.

    Raises:
        ValueError: ``ddl`` does not create ``name``.
    """
    temporary = f"{name}_next"
    head = f"CREATE TABLE {name} "
    if not ddl.startswith(head):
        message = f"the statement must begin with {head!r}"
        raise ValueError(message)
    run = connection.exec_driver_sql
    run(ddl.replace(head, f"CREATE TABLE {temporary} ", 1))
    columns = ", ".join(f'"{column}"' for column in filled_from)
    expressions = ", ".join(filled_from.values())
    run(f'INSERT INTO {temporary} ({columns}) SELECT {expressions} FROM "{name}"')  # noqa: S608 - our own names
    run(f'DROP TABLE "{name}"')
    run(f"ALTER TABLE {temporary} RENAME TO {name}")
    for statement in after:
        run(statement)
