"""Dated articles about real provinces: what the timeline plays and outlines are drawn for."""

from datetime import date

from mapapp.model.toponym import Role
from tests import sample

IDLIB = sample.place("gn:169387", "Idlib", 35.83, 36.67, kind="A.ADM1", radius=72.0, admin1="Idlib")
SOUTH = sample.place(
    "gn:169387~south",
    "Southern Idlib",
    35.6,
    36.67,
    kind="L.AREA",
    radius=55.0,
    parent_id="gn:169387",
)
TOLD = (
    (date(2020, 2, 26), "Syrian rebels and the Syrian army fought in Saraqib.", "Saraqib"),
    (date(2020, 2, 27), "The Syrian army said that it had taken An Nayrab.", "An Nayrab"),
    (date(2020, 3, 2), "The Syrian army shelled Idlib from southern Idlib.", "Idlib"),
    (None, "Nobody says when the Syrian army was in Saraqib.", "Saraqib"),
)
PLACES = {"Saraqib": sample.SARAQIB, "An Nayrab": sample.NAYRAB, "Idlib": IDLIB}


def readings():
    """Return four readings of one sentence each, three of them dated."""
    return [_reading(*told) for told in TOLD]


def _reading(day, sentence, word):
    text = f"{sentence[:20]}\n\n{sentence}"
    found = [sample.toponym(text, word, PLACES[word], nth=text[:20].count(word))]
    if "southern Idlib" in sentence:
        found.append(sample.toponym(text, "southern Idlib", SOUTH, role=Role.AREA))
    actors = [
        sample.actor_mention(text, name, who, nth=text[:20].count(name))
        for name, who in (("Syrian rebels", sample.REBELS), ("Syrian army", sample.ARMY))
        if name in sentence
    ]
    return sample.reading(sample.article(text, sentence[:20], published=day), found, actors)
