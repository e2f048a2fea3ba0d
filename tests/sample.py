"""A small hand-made corpus: what the view, the maps and the exports are tested on.

Made of model objects only, so that these tests fail for reasons of their own and not because a
stage that finds things has changed.
"""

import hashlib
import re
from datetime import date

from mapapp.model.actor import Actor, ActorMention, Side
from mapapp.model.article import Article, Part, PartKind
from mapapp.model.document import Sentence
from mapapp.model.event import Count, DateRange, Event, Participant, Status
from mapapp.model.geometry import Coordinates
from mapapp.model.highway import Highway, HighwayMention, Segment, Waypoint
from mapapp.model.place import Place
from mapapp.model.reading import Reading
from mapapp.model.toponym import Clue, Rival, Role, Toponym

HOSTILE = (
    "<img src=x onerror=\"document.title='pwned'\"> ${document.title='pwned'} `a` "
    "</script><script>document.title='pwned'</script> ![x](http://evil.example/x.png) "
    "\u202egnp.exe\u202c"
)


def place(id_, name, lat, lon, *, kind="P.PPL", radius=5.0, **more):
    return Place(
        id=id_,
        name=name,
        coordinates=Coordinates(lat=lat, lon=lon),
        feature_class=kind[0],
        feature_code=kind[2:],
        country=more.pop("country", "SY"),
        radius_km=radius,
        **more,
    )


SARAQIB = place("t:saraqib", "Saraqib", 35.8644, 36.8058, admin1="Idlib", population=32495)
NAYRAB = place("t:nayrab", "An Nayrab", 35.88, 36.74, admin1="Idlib")
IDLIB = place("t:idlib", "Idlib", 35.75, 36.65, kind="A.ADM1", radius=65.0, admin1="Idlib")
NEAR = place("t:nayrab~near", "near An Nayrab", 35.88, 36.74, radius=12.0, parent_id="t:nayrab")
SYRIA = place("t:syria", "Syria", 35.0, 38.5, kind="A.PCLI", radius=420.0)
HATAY = place("t:hatay", "Hatay", 36.4, 36.25, kind="A.ADM1", radius=75.0, country="TR")
ELSEWHERE = place("t:sarakeb", "Sarakeb", 33.1, 44.2, country="IQ")

SIDES = (
    Side(id="government", name="Government and its allies", color="#d4000a", shape="square"),
    Side(id="opposition", name="Opposition and rebels", color="#4eae98", shape="circle"),
    Side(id="turkey", name="Turkey", color="#0001f2", shape="pentagon"),
    Side(id="unknown", name="Unknown", color="#808080", shape="ring"),
)


def actor(id_, name, side, kind="rebel"):
    return Actor(id=id_, name=name, short_name=name, kind=kind, side=side)


ARMY = actor("sy_gov", "Syrian army", "government", "state")
REBELS = actor("sy_rebels", "Syrian rebels", "opposition")
TURKEY = actor("tr_army", "Turkish army", "turkey", "foreign")

FIRST = (
    "Rebels retake Saraqib\n\n"
    "Syrian rebels recaptured Saraqib on Thursday, a spokesman said. "
    "The Syrian army denied that Saraqib had fallen. "
    "Two Turkish army soldiers were killed in an air strike in Idlib. "
    "Our reporter writes from Hatay. "
    "The M5 motorway was cut near An Nayrab."
)
SECOND = (
    "Army advances\n\n"
    "The Syrian army said it had entered An Nayrab. "
    f"A witness wrote: {HOSTILE} in Saraqib. "
    "Damascus vowed to go on in Syria."
)


def _spans(text, word):
    return [match.span() for match in re.finditer(re.escape(word), text)]


def toponym(text, word, where, *, nth=0, role=Role.EVENT_PLACE, confidence=0.9, **more):
    start, end = _spans(text, word)[nth]
    return Toponym(
        start=start,
        end=end,
        text=text[start:end],
        role=role,
        place=where,
        confidence=confidence,
        clues=more.pop("clues", (Clue(score=2.0, reason="only place of that name in Syria"),)),
        **more,
    )


def actor_mention(text, word, who, nth=0):
    start, end = _spans(text, word)[nth]
    return ActorMention(start=start, end=end, text=text[start:end], actor=who)


def _sentences(text):
    made, position = [], 0
    for match in re.finditer(r"[^\n]+?(?:\. |\n|$)", text):
        if match.group().strip():
            made.append(
                Sentence(
                    start=match.start(),
                    end=match.start() + len(match.group().rstrip()),
                    first=position,
                    last=position + 1,
                )
            )
            position += 1
    return tuple(made)


def article(text, title, **more):
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=digest, text=text, title=title, **more)


def reading(the_article, toponyms, actors=(), highways=(), events=()):
    text = the_article.text
    title_end = text.index("\n")
    return Reading(
        article=the_article,
        parts=(
            Part(start=0, end=title_end, kind=PartKind.TITLE, rule="title"),
            Part(start=title_end + 2, end=len(text), kind=PartKind.BODY, rule="body"),
        ),
        sentences=_sentences(text),
        toponyms=tuple(sorted(toponyms, key=lambda one: one.start)),
        actors=tuple(actors),
        highways=tuple(highways),
        events=tuple(events),
    )


def _sentence_of(text, word, nth=0):
    start, _ = _spans(text, word)[nth]
    return next((s.start, s.end) for s in _sentences(text) if s.start <= start < s.end)


def _event(text, word, type_, sub_type, nth=0, **more):
    start, end = _sentence_of(text, word, nth)
    return Event(start=start, end=end, type=type_, sub_type=sub_type, **more)


DAY = date(2020, 2, 27)


def readings():
    """Return two readings: one dated and plain, one undated and hostile."""
    one = article(FIRST, "Rebels retake Saraqib", source="Al Jazeera", published=DAY)
    two = article(SECOND, f"Army advances {HOSTILE}", source=f"Wire {HOSTILE}")
    rival = Rival(place=ELSEWHERE, confidence=0.08)
    road = _spans(FIRST, "M5 motorway")[0]
    first = reading(
        one,
        [
            toponym(FIRST, "Saraqib", SARAQIB, nth=0, rivals=(rival,)),
            toponym(FIRST, "Saraqib", SARAQIB, nth=1, rivals=(rival,)),
            toponym(FIRST, "Saraqib", SARAQIB, nth=2, rivals=(rival,)),
            toponym(FIRST, "Idlib", IDLIB, role=Role.AREA),
            toponym(FIRST, "Hatay", HATAY, role=Role.DATELINE),
            toponym(FIRST, "near An Nayrab", NEAR, role=Role.AREA, confidence=0.6),
        ],
        [
            actor_mention(FIRST, "Syrian rebels", REBELS),
            actor_mention(FIRST, "Syrian army", ARMY),
            actor_mention(FIRST, "Turkish army", TURKEY),
        ],
        [HighwayMention(start=road[0], end=road[1], text="M5 motorway", highway_ids=("SY-M5",))],
        [
            _event(
                FIRST,
                "recaptured",
                "Battles",
                "Non-state actor overtakes territory",
                place_ids=("t:saraqib",),
                participants=(Participant(actor_id="sy_rebels", role="attacker"),),
                when=DateRange(start=DAY, end=DAY, precision="day"),
                claimant="a spokesman",
                claimant_id="sy_rebels",
                attitude="claims",
                status=Status.DISPUTED,
            ),
            _event(
                FIRST,
                "air strike",
                "Explosions/Remote violence",
                "Air/drone strike",
                place_ids=("t:idlib",),
                participants=(Participant(actor_id="tr_army", role="target"),),
                when=DateRange(start=DAY, end=DAY, precision="day"),
                killed=Count(low=2, high=2, who="soldiers"),
            ),
        ],
    )
    second = reading(
        two,
        [
            toponym(SECOND, "An Nayrab", NAYRAB),
            toponym(SECOND, "Saraqib", SARAQIB, confidence=0.4, sure=False),
            toponym(SECOND, "Syria", SYRIA, nth=1, role=Role.METONYM),
        ],
        [actor_mention(SECOND, "Syrian army", ARMY)],
        (),
        [
            _event(
                SECOND,
                "entered",
                "Battles",
                "Government regains territory",
                place_ids=("t:nayrab",),
                participants=(Participant(actor_id="sy_gov", role="attacker"),),
                claimant="The Syrian army",
                claimant_id="sy_gov",
                attitude="claims",
                status=Status.CLAIMED,
            )
        ],
    )
    return [first, second]


def _waypoint(lat, lon, name):
    return Waypoint(coordinates=Coordinates(lat=lat, lon=lon), name=name, basis="T", error_km=1.2)


M5 = Highway(
    id="SY-M5",
    shield="M5",
    name="Damascus-Aleppo highway",
    aliases=("Aleppo road",),
    country="SY",
    waypoints=(
        _waypoint(35.13, 36.75, "Hama"),
        _waypoint(35.6, 36.75, "Maarat al-Numan"),
        _waypoint(35.86, 36.80, "Saraqib"),
        _waypoint(36.20, 37.16, "Aleppo"),
    ),
    segments=(
        Segment(id="SY-M5:1", name="Hama – Saraqib", first=0, last=2, length_km=82.0),
        Segment(id="SY-M5:2", name="Saraqib – Aleppo", first=2, last=3, length_km=50.0),
    ),
    source="by hand",
)

RETOLD = (
    "Battle for Saraqib\n\n"
    "Opposition fighters took Saraqib on Thursday. "
    "At least three Turkish soldiers died in air raids across Idlib. "
    "Some shops opened."
)


def retold():
    """Return what another outlet tells of the first reading's two events."""
    told = article(RETOLD, "Battle for Saraqib", source="Enab Baladi", published=DAY)
    when = DateRange(start=DAY, end=DAY, precision="day")
    return reading(
        told,
        [
            toponym(RETOLD, "Saraqib", SARAQIB, nth=1),
            toponym(RETOLD, "Idlib", IDLIB, role=Role.AREA),
        ],
        (),
        (),
        [
            _event(
                RETOLD,
                "took",
                "Battles",
                "Non-state actor overtakes territory",
                place_ids=("t:saraqib",),
                participants=(Participant(actor_id="sy_rebels", role="attacker"),),
                when=when,
            ),
            _event(
                RETOLD,
                "raids",
                "Explosions/Remote violence",
                "Air/drone strike",
                place_ids=("t:idlib",),
                when=when,
                killed=Count(low=3, high=None, who="soldiers", hedge="at least"),
            ),
        ],
    )
