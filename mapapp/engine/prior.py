"""The corpus prior of a run: off, learned from the database, or read from a file.

Off, an article's reading depends on the article alone. On, one prior is fixed before the first
article of a run is read, so the order of the articles and the number of processes change nothing;
it is stored, and printed with the summary, so that the same answers can be had again.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mapapp.engine.task import Loader, knowledge_of
from mapapp.gazetteer.gazetteer import Gazetteer
from mapapp.geoparse.prior import (
    CORPUS,
    FULL_PRIOR,
    SURE,
    corpus_prior,
    count_votes,
    read_prior,
    split,
    votes_of_corrections,
)
from mapapp.model.toponym import PLOTTED_ROLES
from mapapp.store.database import Store
from mapapp.store.prior import country_counts, keep_prior, kept_prior


@dataclass(frozen=True, kw_only=True, slots=True)
class Prior:
    """A prior and where it comes from.

    Attributes:
        shares: Share of the corpus by country code, 0-1; empty reads each article for itself.
        source: ``corpus`` or the name of a file.
        articles: Articles that it was learned from.
        corrections: Corrections that it was learned from.
    """

    shares: dict[str, float] = field(default_factory=dict)
    source: str = ""
    articles: int = 0
    corrections: int = 0

    @property
    def full(self) -> bool:
        """Whether enough is known for the prior to count in full."""
        return self.source != CORPUS or self.articles + self.corrections >= FULL_PRIOR

    def record(self) -> dict[str, Any]:
        """Return the prior as plain values."""
        return {
            "source": self.source,
            "articles": self.articles,
            "corrections": self.corrections,
            "shares": self.shares,
        }


def choose_prior(choice: str, store: Store, load: Loader) -> Prior:
    """Return the prior that a person asked for, and note it in the database.

    Args:
        choice: Empty, `CORPUS` or the path of a JSON file.
        store: The database; only read when the prior is learned from it.
        load: Loads the knowledge, with the gazetteer that corrected places come from.

    Raises:
        ConfigurationError: The file cannot be read.
        DataError: The file is no prior.
    """
    if not choice:
        if kept_prior(store):
            keep_prior(store, {})
        return Prior()
    if choice == CORPUS:
        prior = learn_prior(store, knowledge_of(load).gazetteer)
    else:
        prior = Prior(shares=read_prior(choice), source=Path(choice).name)
    keep_prior(store, prior.record())
    return prior


def learn_prior(store: Store, gazetteer: Gazetteer) -> Prior:
    """Return what the stored readings and corrections say; nothing is noted."""
    roles = [role.value for role in PLOTTED_ROLES]
    counts = country_counts(store, least=SURE, roles=roles)
    places = [gazetteer.place(correction.place_id) for correction in store.corrections()]
    corrected = [place for place in places if place is not None and place.country]
    votes = [split(counts[key]) for key in sorted(counts)]
    return Prior(
        shares=corpus_prior(count_votes([votes_of_corrections(corrected), *votes])),
        source=CORPUS,
        articles=len(counts),
        corrections=len(corrected),
    )
