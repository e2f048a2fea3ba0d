"""Reports that people have said do not tell one event: primary data, outliving every parser."""

from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from mapapp.model.reading import EventSpan, Separation
from mapapp.store.schema import SEPARATED, separations

_WIDTH = len(SEPARATED) // 2


def add(connection: Connection, separation: Separation) -> None:
    """Store a separation; one that is stored already stays."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    values = make(separations).values(_values(separation))
    connection.execute(values.on_conflict_do_nothing())


def remove(connection: Connection, separation: Separation) -> bool:
    """Withdraw a separation; return whether there was one."""
    same = (separations.c[name] == value for name, value in _values(separation).items())
    return connection.execute(delete(separations).where(*same)).rowcount > 0


def every(connection: Connection) -> list[Separation]:
    """Return all separations, the oldest first."""
    columns = (separations.c[name] for name in SEPARATED)
    rows = connection.execute(select(*columns).order_by(separations.c.key))
    return [_separation(row) for row in rows]


def _values(separation: Separation) -> dict[str, Any]:
    kept = separation.ordered
    return dict(zip(SEPARATED, (*astuple(kept.one), *astuple(kept.other)), strict=True))


def _separation(row: Any) -> Separation:  # noqa: ANN401 (a SQLAlchemy row)
    return Separation(one=EventSpan(*row[:_WIDTH]), other=EventSpan(*row[_WIDTH:]))
