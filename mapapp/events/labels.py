"""The label before a coded note that names its kind: "Property destruction: On 3 May ..."."""

from collections.abc import Sequence

from mapapp.events.triggers import KINDS, STRATEGIC, Form, Kind, Trigger

LABELS = {
    tuple(label.split()): KINDS[key]
    for key, labels in {
        "looting": "property destruction, looting, property seizure, destruction of property",
        "arrest": "arrest, arrests, detention, mass arrests",
        "disarm": (
            "defusal, interception, detonation, weapons seizure, weapon seizure, weapons, seizure, "
            "ied, cache, demining, explosive ordnance disposal, landmine defusal, foiled attack"
        ),
        "agreement": "agreement, peace talks, negotiation, negotiations, talks, ceasefire",
        "transfer": "non - violent transfer of territory, withdrawal, territory transfer",
        "base": "base, base establishment, headquarters, base established, base or headquarters",
        "change": (
            "movement of forces, movement of troops, security measures, security measure, "
            "recruitment, training, surrender, defection, change to group, change in group, "
            "troop movement, change to armed group, change in armed group"
        ),
    }.items()
    for label in labels.split(", ")
}
"""Label to the kind that it names; kinds of violence need none."""

OTHER = Kind(key="change", type=STRATEGIC, sub_type="Other", rank=0)
for _label in ("non - violent activity", "statement", "claim", "other"):
    LABELS[tuple(_label.split())] = OTHER

LABEL_STARTS = frozenset(label[0] for label in LABELS)
LONGEST_LABEL = max(len(label) for label in LABELS)
LABEL_RANK = 99
"""A label outranks every trigger of its sentence."""


def find_label(lowers: Sequence[str], first: int, last: int) -> Trigger | None:
    """Return the label of a sentence as the trigger that names its event; None without one.

    Args:
        lowers: Folded tokens.
        first: First token of the sentence.
        last: One past its last token.
    """
    stop = min(first + LONGEST_LABEL + 1, last)
    if lowers[first] not in LABEL_STARTS or ":" not in lowers[first:stop]:
        return None
    colon = lowers.index(":", first, stop)
    kind = LABELS.get(tuple(lowers[first:colon]))
    if kind is None:
        return None
    named = Kind(key=kind.key, type=kind.type, sub_type=kind.sub_type, rank=LABEL_RANK)
    return Trigger(first=first, last=colon, kind=named, form=Form.NOUN)
