"""Words that tell a toll, and words around them."""

KILLED, INJURED, DISPLACED, CAPTURED, MISSING = (
    "killed",
    "injured",
    "displaced",
    "captured",
    "missing",
)

_PARTICIPLES = {
    KILLED: "killed slain murdered massacred executed assassinated beheaded slaughtered martyred "
    "lynched strangled die dies decapitated hanged perished died drowned eliminated neutralized "
    "neutralised succumbed succumb succumbs kia",
    INJURED: "wounded injured hurt maimed hospitalized hospitalised wia",
    DISPLACED: "displaced uprooted evacuated fled flee flees fleeing",
    CAPTURED: "captured detained arrested abducted kidnapped apprehended",
    MISSING: "missing disappeared",
}
_ACTIVES = {
    KILLED: "kill kills killing murdering murders executing executes beheading massacring "
    "slaughtering assassinating lynching slays slaying martyring massacre massacres "
    "eliminating neutralizing neutralising behead beheads slaughter slaughters execute lynch "
    "lynches assassinate assassinates strangling slew assassinating liquidating",
    INJURED: "wound wounds wounding injure injures injuring hurting",
    DISPLACED: "displace displaces displacing uprooting evacuating",
    CAPTURED: "capture captures capturing detain detaining detains arrest arrests arresting abduct "
    "abducting abducts kidnap kidnapping kidnaps",
}
_ADJECTIVES = {"dead": KILLED, "lives": KILLED, "life": KILLED, "dying": KILLED}

TOLL_WORDS: dict[str, tuple[str, str]] = {
    **{w: (kind, "participle") for kind, ws in _PARTICIPLES.items() for w in ws.split()},
    **{w: (kind, "active") for kind, ws in _ACTIVES.items() for w in ws.split()},
    **{w: (kind, "adjective") for w, kind in _ADJECTIVES.items()},
    "deaths": (KILLED, "noun"),
    "death": (KILLED, "noun"),
    "fatalities": (KILLED, "noun"),
    "fatality": (KILLED, "noun"),
    "bodies": (KILLED, "noun"),
    "remains": (KILLED, "noun"),
    "corpses": (KILLED, "noun"),
    "body": (KILLED, "noun"),
    "martyrs": (KILLED, "noun"),
    "killings": (KILLED, "noun"),
    "toll": (KILLED, "total"),
    "number": (KILLED, "total"),
    "hostage": (CAPTURED, "hostage"),
    "hostages": (CAPTURED, "hostage"),
    "injuries": (INJURED, "noun"),
    "injury": (INJURED, "noun"),
    "throat": (KILLED, "noun"),
    "throats": (KILLED, "noun"),
    "murder": (KILLED, "noun"),
    **dict.fromkeys(("shot", "shoots", "shoot", "shooting"), (KILLED, "shot")),
    "gunned": (KILLED, "participle"),
    "gun": (KILLED, "active"),
    "guns": (KILLED, "active"),
    "lost": (KILLED, "lost"),
    "fell": (KILLED, "fell"),
    "alive": (KILLED, "alive"),
}
"""Toll word to what it counts and how it stands to the counted people."""

AFTERWARDS = ("later", "eventually", "subsequently", "ultimately", "then", "soon")
AUXILIARIES = frozenset(
    "was were been being be have has had is are also reportedly later allegedly confirmed feared "
    "believed reported said to presumed then subsequently instantly initially found discovered "
    "left all lost their lives shot hacked beaten burned burnt stabbed stoned starved seriously "
    "severely critically slightly lightly badly both each get got getting remain remains declared "
    "pronounced went go gone brutally forcibly forced internally tortured and tragically "
    "seen eventually ultimately".split()
)
"""Words between the counted people and a participle."""

OBJECT_SKIPS = frozenset(
    "of the up down dead over reportedly also : killed wounded injured instantly all those lives "
    "least".split()
)
"""Words between an active toll word and the counted people."""

INCLUDING = frozenset("including among whom include includes comprising namely".split())
NEGATIONS = frozenset("no not without never neither nor n't nobody none zero".split())
CHAIN_LINKS = frozenset(", and & plus + along together with as well including".split())
CLAUSE_OPENERS = frozenset("when after before until while as ; that saying said adding :".split())
AGENT_ENDINGS = ("er", "or", "ist", "ian")
AGENT_REACH = 4
DEATH_WORDS = frozenset(word for word, (kind, _) in TOLL_WORDS.items() if kind == KILLED)
TOLD_DEATHS = DEATH_WORDS - frozenset(
    "shot shoots shoot shooting number toll lost fell alive life lives die".split()
)
"""Words after which somebody is dead."""

OTHER_TOLLS = frozenset(word for word, (kind, _) in TOLL_WORDS.items() if kind != KILLED)
"""Words after which "two of them" may be of others than the dead."""

DEATH_PHRASES = frozenset("toll threats threat penalty row".split())
DEADLY_VERBS = frozenset(
    "beat beaten beating hacked hacking stabbed stabbing stoned burned burnt tortured starved "
    "trampled clubbed bludgeoned crushed choked shot burn burns burning hack hacks stab stabs "
    "chopped stabbing stone stones beats trample kicked tortures lynched starve strangled".split()
)
"""Verbs that kill when "to death" follows."""

THE_DEAD = frozenset("victims dead deceased slain".split())
"""Of whom a number is a part where their deaths were told before."""

JOINTS = frozenset("and , then before after".split())
BREAKS = frozenset((";", "while", "when", "but"))
SAME_REACH = 14
"""Tokens between two toll words that can be of the same people."""

WOUNDS = frozenset("wounds wound injuries injury burns gunshot bullet".split())
DEATHBED = WOUNDS | frozenset("hospital clinic spot scene instantly later".split())
"""Words near "died" that tell that it was of what was done before."""

STRICT_WORDS = frozenset(
    "kia eliminated eliminating neutralized neutralised neutralizing neutralising".split()
)
"""Toll words of other things too: they need a word for people beside them."""

LOSABLE = frozenset(
    "soldiers soldier fighters fighter troops men militants servicemen personnel policemen "
    "policeman officers officer members combatants militiamen gunmen people marines commandos "
    "guards lives comrades colleagues servicemembers troopers jawans gendarmes peacekeepers "
    "policewomen".split()
)
"""Whom a side loses; a man who "lost his wife" is no toll of an event."""

DYING = frozenset("died perished succumbed die succumb succumbs".split())
"""Verbs of those who die of what was done to them."""

POSSESSIVES = frozenset("his her its their our my".split())
OBJECT_PRONOUNS = frozenset(("him", "her", "them"))
THROAT_REACH = 2
"""Tokens of "with their" before the throats of the dead."""

FOUND_DEAD = frozenset("reported confirmed found feared presumed believed".split())
DEADLY_REACH = 9
SUFFERED = frozenset("sustained suffered received sustaining suffering".split())
CONDITIONAL = frozenset("could would might".split())
LIVES_VERBS = frozenset(
    "lost lose losing claims claimed claiming claim cost costing took takes".split()
)
INTENDED = frozenset("to will would could may might should shall must not".split())
"""Before "die", words that make it no death yet."""

MEANT = frozenset(
    "kill murder wound injure capture abduct kidnap detain arrest lynch execute assassinate "
    "massacre slaughter behead displace".split()
)
"""After "to", what is only meant: "to kill two", "an attempt to lynch a man"."""

DONE = frozenset(
    "managed proceeded able went on began started continued claims claimed claim".split()
)
"""Before "to", words after which it was done."""

NEGATION_REACH = 4
ADJECTIVE_REACH = 3
LEFT_REACH = 9
"""Tokens of "leaving Omar Hadi, an elder, dead"."""

LEFT = frozenset("left leaving leaves leave".split())
BODY_VERBS = frozenset(
    "find finds discover discovers recover recovers found recovered discovered retrieved exhumed "
    "dumped unearthed pulled brought seen lying strewn collected received taken transported "
    "counted washed arrived hanging".split()
)
TOTAL_LINKS = frozenset(
    "to at of reached reaching reaches hit hits passed passes topped tops stood exceeded exceeds "
    "nears was is".split()
)
TOTAL_REACH = 30
SHOT_REACH = 8
