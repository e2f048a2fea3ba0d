"""What the reader asked to see: one frozen object that map, tables, exports and links share."""

from dataclasses import dataclass
from datetime import date

from mapapp.model.toponym import PLOTTED_ROLES, Role


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """Filters; an empty tuple, string or None does not filter.

    Attributes:
        places: Ids of places.
        sides: Ids of sides; a mention counts when its sentence names one of their actors.
        actors: Ids of actors, likewise.
        roles: Roles of mentions; empty means those drawn by default (see `named`).
        sources: Outlets as stored.
        types: Event types; a mention counts when an event of that type happened there in its
            article.
        start: First day, inclusive.
        end: Last day, inclusive.
        undated: Whether mentions of unknown date stay in when days are asked for.
        confidence: Lowest probability of the place being right, 0-1.
        words: Words that the article must hold.
        named: Whether datelines, metonyms and affiliations are shown too.
    """

    places: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    undated: bool = True
    confidence: float = 0.0
    words: str = ""
    named: bool = False

    @property
    def shown_roles(self) -> frozenset[Role]:
        """The roles that pass: those chosen, else all when `named`, else the plotted ones."""
        if self.roles:
            return frozenset(Role(role) for role in self.roles)
        return frozenset(Role) if self.named else PLOTTED_ROLES


EVERYTHING = Selection()
"""What a fresh page shows."""
