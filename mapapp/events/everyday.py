"""Words of news that is no war: sport, elections, markets, culture, animals, industry, history."""

from collections.abc import Sequence

from mapapp.events.scene import Scene, Segment
from mapapp.events.triggers import Form

SPORT = frozenset(
    "goal goals header penalty penalties striker midfielder goalkeeper championship championships "
    "semifinal semifinals quarterfinal quarterfinals tournament innings wicket wickets batsman "
    "goalless equaliser equalizer bowler playoffs playoff touchdown referee halftime trophy medal "
    "medals fixture champion champions boxer boxers knockout podium olympic olympics title "
    "marathon laps".split()
)
MATCH = frozenset(
    "goalless goalkeeper midfielder striker halftime innings wicket wickets touchdown equaliser "
    "equalizer semifinal quarterfinal playoff playoffs".split()
)
"""Words of nothing but sport."""

ELECTIONS = frozenset(
    "seats parliament votes vote voters ballot ballots election elections electoral presidency "
    "primary referendum nomination campaign mayoral constituency debate debates tax".split()
)
MARKETS = frozenset(
    "shares stocks profit profits revenue revenues forecasts analysts investors sales brand brands "
    "startup startups smartphone smartphones customers retailer retailers inflation earnings "
    "quarterly shareholders mortgage".split()
)
CULTURE = frozenset(
    "exhibition film films movie movies novel novels documentary album song songs painting "
    "paintings memoir biography actress photographer exhibit".split()
)
ANIMALS = frozenset(
    "shark sharks bear bears crocodile crocodiles elephant elephants dog dogs leopard leopards "
    "lion lions snake snakes hippo hippopotamus bees wasps wolf wolves buffalo buffaloes puma "
    "jaguar bull hyena hyenas alligator jellyfish".split()
)
INDUSTRY = frozenset(
    "gas boiler cylinder cylinders fireworks transformer firecracker firecrackers stove methane "
    "tanker petrol volcano volcanic geyser ammonia refinery steam kitchen propane lpg factory "
    "plant laboratory".split()
)
"""Beside an explosion, words of an accident, unless a device is named."""

DEVICES = frozenset(
    "bomb bombs ied ieds device devices grenade grenades mine mines landmine landmines attack "
    "attacks planted militants explosives detonated suicide targeted targeting missile missiles "
    "rocket rockets drone drones shell shells shelling remote-controlled roadside".split()
)
FIRES = frozenset("firefighters wildfire wildfires bushfire bushfires blaze blazes".split())
ILLNESS = frozenset(
    "dengue cancer virus disease outbreak epidemic pandemic malaria poverty corruption inflation "
    "obesity addiction infection climate hunger pollution discrimination racism".split()
)
"""What people fight without arms."""

NATURE = frozenset(
    "floodwaters flood floods flooding wildfire wildfires bushfire earthquake quake hurricane "
    "cyclone typhoon volcano eruption lava storm landslide rains monsoon tsunami drought".split()
)
WAR = frozenset("fighting shelling war clashes attack attacks offensive violence rebels".split())
ROCKETS = frozenset("rocket rockets missile missiles".split())
SPACE = frozenset("nasa spacex orbit satellite satellites spacecraft astronauts launchpad".split())
CIVIL_DRONES = frozenset("delivery filmed photographer hobby camera cameras parcels crops".split())
PETTY_CRIMES = frozenset(
    "shoplifting fraud embezzlement drunk drunken speeding burglary bribery counterfeit insider "
    "forgery scam laundering".split()
)
WAR_OVER = 1946
"""First year whose events are no history."""

SINCE_YEAR = frozenset("in of from since until between by during and around circa".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
EARLIEST = 1000
VIOLENT_FIRES = frozenset("arson arsonists attackers torched set".split())


def is_history(scene: Scene, segment: Segment) -> bool:
    """Return whether a clause is of a year before those that anybody reports from."""
    lowers = scene.lowers
    for at in range(segment.first + 1, segment.last):
        word = lowers[at]
        if word[:1] != "1" or len(word) != 4 or not word.isdigit():  # noqa: PLR2004
            continue
        if lowers[at - 1] in SINCE_YEAR or lowers[at - 1] in MONTHS:
            return EARLIEST <= int(word) < WAR_OVER
    return False


def is_match(scene: Scene, segment: Segment) -> bool:
    """Return whether a match is told of, whatever armed name the teams bear."""
    words = scene.lowers[scene.sentence.first : scene.sentence.last]
    return segment.main.kind.key in CONQUEST and not MATCH.isdisjoint(words)


def is_animal(scene: Scene, segment: Segment) -> bool:
    """Return whether an animal attacks, whomever."""
    before = scene.lowers[segment.main.first - 1] if segment.main.first else ""
    return before in ANIMALS or before == "tiger"


def is_petty(scene: Scene, segment: Segment) -> bool:
    """Return whether somebody is arrested for what is no matter of war."""
    words = scene.lowers[scene.sentence.first : scene.sentence.last]
    return segment.main.kind.key == "arrest" and not PETTY_CRIMES.isdisjoint(words)


def is_everyday(scene: Scene, segment: Segment, *, killed: bool) -> bool:
    """Return whether a clause without anybody armed is of peaceful news.

    Args:
        scene: The sentence.
        segment: The stretch that tells the event.
        killed: Whether people are said to have died.
    """
    tokens = scene.lowers[scene.sentence.first : scene.sentence.last]
    words = frozenset(tokens)
    key = segment.main.kind.key
    if _is_accident(key, words):
        return True
    if killed:
        return False
    if key in CONQUEST and _has_score(tokens):
        return True
    return any(
        key in keys and not topic.isdisjoint(words) and DEVICES.isdisjoint(words - topic - ROCKETS)
        for keys, topic in PEACEFUL_TOPICS
    )


def _is_accident(key: str, words: frozenset[str]) -> bool:
    """Return whether animals, machines, fires or the weather do what a clause tells."""
    if key in ("attack", "kill") and not ANIMALS.isdisjoint(words):
        return True
    if key == "ied" and not INDUSTRY.isdisjoint(words) and DEVICES.isdisjoint(words):
        return True
    if key == "displacement" and not NATURE.isdisjoint(words) and WAR.isdisjoint(words):
        return True
    return not FIRES.isdisjoint(words) and VIOLENT_FIRES.isdisjoint(words)


def _has_score(words: Sequence[str]) -> bool:
    """Return whether the result of a match is told: "beat Barcelona 3-1"."""
    return any(
        words[at] == "-" and words[at - 1].isdigit() and words[at + 1].isdigit()
        for at in range(1, len(words) - 1)
    )


CONQUEST = frozenset("gain loss clash attack strike ied threat arrest movement withdrawal".split())
CULTURAL = CONQUEST | frozenset("air shelling kill abduction looting".split())
PEACEFUL_TOPICS = (
    (CONQUEST, SPORT),
    (CONQUEST | frozenset(("transfer",)), ELECTIONS),
    (CONQUEST, MARKETS),
    (CULTURAL, CULTURE),
    (frozenset(("clash", "gain")), ILLNESS),
    (frozenset(("shelling", "strike", "ied")), SPACE),
    (frozenset(("air",)), CIVIL_DRONES),
)
"""Kinds of event, and topics in which their words are no violence."""

SOFT = frozenset(
    "fight fights fought battle battled battling battles captured captures capture capturing "
    "seized seizes seize seizing took taken takes lost struck advanced advances advancing advance "
    "engaged engaging encounter encountered encounters confrontation confrontations occupied "
    "conquered reclaimed liberated overrun overran regained regain regains retaking burned burnt "
    "burning destroyed destroying demolished demolishing destroy destroys met shot full fell "
    "falls now thwarted foiled held entered routed stole".split()
)
"""Trigger words that tell a war only in a text about one."""

STRONG_AFTER = frozenset(
    "in between near around erupted broke continued raged on outside resumed at , . intensified "
    "inside along across has was were escalated took flared over left reported".split()
)
"""After "fighting", words of a war."""


def is_soft(scene: Scene, segment: Segment) -> bool:
    """Return whether a trigger word alone is too little to tell a war from everyday news."""
    word = scene.lowers[segment.main.first]
    if segment.main.last > segment.main.first + 1:
        return False
    if word == "fighting":
        at = segment.main.last
        following = scene.lowers[at] if at < scene.sentence.last else "."
        return following not in STRONG_AFTER
    return word in SOFT and not (segment.main.form is Form.NOUN and word in ("battle", "battles"))
