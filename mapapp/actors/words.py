"""Word lists of the recognition rules: they hold in any war."""

STATE_NOUNS = frozenset(
    "forces force troops troop soldiers soldier army armies military militaries police policemen "
    "policeman navy marines commandos commando paratroopers conscripts reservists servicemen "
    "serviceman warplanes warplane jets jet helicopters helicopter aircraft airstrikes airstrike "
    "strikes strike artillery shelling bombardment bombing drones drone uavs uav missiles missile "
    "rockets rocket raid raids tanks government regime authorities personnel officers officer "
    "gendarmerie gendarmes gendarme guards guard intelligence diplomats diplomat officials "
    "official counterparts counterpart peacekeepers mercenaries contractors warships warship "
    "fighters' bombers gunners snipers sniper cavalry infantry airmen sailors sailor coastguard "
    "paramilitary paramilitaries operatives agents junta ministry command militarymen "
    "post posts checkpoint checkpoints "
    "brigade battalion convoy convoys outpost outposts base bases patrol patrols invasion "
    "offensive offensives counteroffensive counterattack assault assaults attack attacks "
    "advance advances incursion incursions ambush positions position lines defenses defences "
    "operation operations delegation delegations negotiators sources staff mortar mortars gunfire "
    "shells howitzers colonel lieutenant sergeant corporal paratrooper".split()
)
"""After a demonym, words that make it the state's forces or government."""

STATE_MODIFIERS = frozenset(
    "government state air armed special security border naval ground regime national federal "
    "regular elite army military police defence defense counter terrorism occupation "
    "paramilitary war fighter combat riot artillery coast royal troop and drone missile "
    "rocket senior foreign top intelligence interim transitional cross - central mechanized "
    "armored armoured airborne peacekeeping private law enforcement attack anti anti-terror "
    "general de facto - facto auxiliary observation forward prison republican presidential "
    "marine diplomatic".split()
)
"""Words that may stand between a demonym and its state noun."""

REBEL_NOUNS = frozenset(
    "rebels rebel insurgents insurgent separatists separatist opposition militants militant "
    "guerrillas guerrilla guerillas guerilla dissidents mutineers revolutionaries "
    "jihadists".split()
)
"""After a demonym, words that make it the unspecified rebels of that country."""

FIGHTER_NOUNS = frozenset(
    "fighters fighter rebels rebel militants militant militia militias militiamen militiaman "
    "insurgents insurgent guerrillas guerrilla guerillas guerilla gunmen gunman separatists "
    "separatist jihadists jihadist terrorists terrorist extremists extremist warriors cadres "
    "combatants dissidents mercenaries commanders commander hunters pastoralists herders "
    "herdsmen tribesmen clansmen gang gangs cartel vigilantes faction factions assailants "
    "raiders bandits cultists".split()
)
"""After a name, words that make it an armed group ("Naxalite rebels", "Pokot raiders")."""

GROUP_HEADS = frozenset(
    "brigade brigades front movement army battalion battalions division militia militias "
    "legion guard guards regiment cartel militiamen gang ejercito mouvement".split()
)
"""Last words of a capitalized name that make it an armed group ("the Yarmouk Brigade")."""

WEAK_HEADS = frozenset(
    "forces force group alliance resistance coalition command organization "
    "organisation corps mafia squad faction council congress union units room commandos "
    "tigers".split()
)
"""Last words of a name that need more than capitals to make it an armed group."""

LEADING_HEADS = frozenset(
    "jaysh jaish liwa harakat harakah katibat katiba kataib jabhat ansar jund saraya ahrar "
    "faylaq failaq lashkar tehrik tehreek tahrik hizb hezb jamaat jamiat tanzim fursan suqour "
    "shuhada usud lashkar-e sipah jamaah wilayat firqat quwat alwiyat junud harkat hizbul "
    "asaib usbat tanzeem frente movimiento bloque comando".split()
)
"""First words of Arabic, Persian, Urdu and Spanish names of armed groups."""

NAME_LINKS = frozenset("of for the al el and de la du des pour le wal ul e i in -".split())
"""Words and marks inside a group's name that carry no capital."""

TAIL_LINKS = frozenset("of for and in".split())
"""After "the X Movement", words that may lead on ("Movement for the Liberation of X")."""

NO_NAMES = frozenset(
    "the a an armed unidentified suspected unknown islamist islamic muslim christian sunni shia "
    "shiite shi'ite jihadi jihadist militant pro anti non suicide rival local government state "
    "foreign security air special ground national federal police military army border former "
    "rebel opposition allied several two three four five six seven eight nine ten many some "
    "other another one dozens hundreds more all both in on at from by with and of to for after "
    "as when while but this that these those their his her its our heavily masked ethnic tribal "
    "clan communal pastoralist communist maoist marxist leftist right left wing far ex unnamed "
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred thousand scores numerous multiple "
    "unspecified united new old young kurdish arab druze hindu sikh jewish tamil "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday northern southern eastern western "
    "north south east west central private mobile riot traffic civil joint general republican "
    "coast vigilante drug human suspected alleged protesting around approximately about over "
    "meanwhile however also hours later early late yesterday today drone missile if "
    "since then there thus now so here where "
    "criminal street motorcycle church youth student heavy women female".split()
)
"""Words that are no name of a group though they may be capitalized."""

NO_ACRONYMS = frozenset(
    "UN US UK EU USA UAE TV IED IEDS VBIED SVBIED NGO NGOS AFP AP BBC CNN GPS MP MPS PM AM CEO "
    "RPG RPGS HIV AIDS COVID ID DNA IDP IDPS UXO HQ CAR DRC NATO UNHCR OCHA ICRC WFP LGA GRAD "
    "HIMARS FBI CIA SMS NSA DEA ATF IRS FDA CDC WHO IMF NYPD LAPD RCMP NHS GOP SWAT NASA OPEC "
    "ASEAN EEZ PTI ATM VIP SUV FIR MANPADS UAV UAVS FPV ISW ACLED UCDP THE AND FOR".split()
)
"""Words in capitals that are no armed group."""

ARMED_VERBS = frozenset(
    "claimed attacked clashed ambushed killed raided abducted kidnapped stormed captured seized "
    "fired overran fought beheaded executed shelled bombed recaptured retook surrendered".split()
)
"""Verbs that make a word in capitals before them an armed group."""

GOVERNING_VERBS = frozenset(
    "said says say announced announces vowed vows vow warned warns warn accused accuses denied "
    "denies deny sent sends send has have had launched launches launch deployed deploys backs "
    "backed supports supported agreed agrees rejected rejects condemned condemns claimed claims "
    "ordered orders withdrew withdraws pledged pledges threatened threatens called calls wants "
    "wanted insists insisted blamed blames imposed signed struck strikes bombed bombs shelled "
    "shells attacked attacks invaded invades annexed fired fires carried conducted killed "
    "seized captured retaliated responded shot recalled summoned urged seeks sought did does "
    "acknowledged acknowledges admitted admits conceded concedes confirmed confirms refuted "
    "refutes dismissed dismisses considers sees must will would should".split()
)
"""Verbs whose subject, when a country or capital, is its government."""

GENERIC_STATE = (
    "government forces",
    "government troops",
    "government soldiers",
    "government army",
    "government fighters",
    "government warplanes",
    "government aircraft",
    "government artillery",
    "government security forces",
    "pro-government forces",
    "pro-government fighters",
    "state forces",
    "state security forces",
    "security forces",
    "security personnel",
    "security officers",
    "armed forces",
    "army troops",
    "army soldiers",
    "army forces",
    "military forces",
    "military personnel",
    "the army",
    "the military",
    "the government",
    "the police",
    "the air force",
    "national army",
    "police forces",
    "police officers",
    "border guards",
    "border police",
    "government authorities",
    "law enforcement officers",
    "gendarmerie",
    "gendarmes",
    "policemen",
    "police",
    "army",
    "military",
)
"""Unnamed forces that belong to the country which the document is about."""

GENERIC_REBELS = (
    "rebels",
    "rebel fighters",
    "rebel forces",
    "rebel groups",
    "rebel group",
    "insurgents",
    "opposition fighters",
    "opposition fighter",
    "opposition forces",
    "rebel fighter",
    "opposition control",
    "opposition hands",
    "rebel control",
    "rebel hands",
    "insurgent control",
)
"""Unnamed rebels of the country which the document is about."""

NO_GENERIC_AFTER = frozenset(
    "base bases camp camps post posts outpost outposts station stations operation "
    "operations headquarters checkpoint checkpoints position positions barracks commander "
    "chief officials spokesman spokesperson spokeswoman council general vehicle vehicles "
    "convoy academy recruits custody presence aid equipment helicopter uniform uniforms "
    "sources source statement airport airbase hospital intelligence report reports says "
    "constable informer informers informant informants chiefs inspector superintendent "
    "buildings building action intervention campaign site sites prison prisons court courts zone "
    "compound compounds training service council councils ranks".split()
)
"""After a bare "army", "military" or "police", words that make it a mere modifier."""
