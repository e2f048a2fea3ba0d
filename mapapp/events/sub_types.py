"""ACLED's event types with their sub-types, as the rules of classification name them."""

from mapapp.events.triggers import (
    AGAINST_CIVILIANS,
    BATTLES,
    PROTESTS,
    REMOTE,
    RIOTS,
    STRATEGIC,
)

ARMED_CLASH = (BATTLES, "Armed clash")
GOVERNMENT_GAIN = (BATTLES, "Government regains territory")
OTHER_GAIN = (BATTLES, "Non-state actor overtakes territory")

AIR_STRIKE = (REMOTE, "Air/drone strike")
SHELLING = (REMOTE, "Shelling/artillery/missile attack")
BOMB = (REMOTE, "Remote explosive/landmine/IED")

ATTACK = (AGAINST_CIVILIANS, "Attack")
ABDUCTION = (AGAINST_CIVILIANS, "Abduction/forced disappearance")

PEACEFUL_PROTEST = (PROTESTS, "Peaceful protest")
INTERVENTION = (PROTESTS, "Protest with intervention")
EXCESSIVE_FORCE = (PROTESTS, "Excessive force against protesters")

MOB = (RIOTS, "Mob violence")
VIOLENT_DEMONSTRATION = (RIOTS, "Violent demonstration")

ARRESTS = (STRATEGIC, "Arrests")
DISRUPTED = (STRATEGIC, "Disrupted weapons use")
LOOTING = (STRATEGIC, "Looting/property destruction")
TRANSFER = (STRATEGIC, "Non-violent transfer of territory")

STATES = frozenset(("state", "foreign"))
"""Kinds of actors that are a state's forces."""

WEAPONS = frozenset(
    "weapons weapon arms ammunition munitions rifles explosives drone drones cache rockets missile "
    "missiles ied ieds mines uav uavs launchers explosive rocket grenade grenades shell shells "
    "projectile projectiles mine bomb bombs".split()
)
"""Weapons that a state stops when it takes, destroys or shoots them down."""
