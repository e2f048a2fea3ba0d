"""Words for people and for what is counted beside them."""

SINGULAR_PEOPLE = frozenset(
    "man woman boy girl child baby infant toddler soldier civilian policeman policewoman "
    "officer fighter militant rebel gunman terrorist commander leader chief chieftain "
    "head journalist reporter cameraman teacher student pupil farmer trader driver worker "
    "nurse doctor person villager resident pastor priest imam cleric sheikh preacher "
    "bishop politician councilor councillor mayor governor official member activist guard "
    "protester protestor demonstrator shepherd herder herdsman bystander passerby passer "
    "pedestrian teenager teen youth elder wife husband father mother son daughter brother "
    "sister relative nephew niece uncle aunt cousin grandmother grandfather grandson "
    "granddaughter stepson neighbor neighbour girlfriend boyfriend twin bride groom "
    "muezzin catechist deacon mukhtar headmaster janitor caretaker boatman informer "
    "informant jawan element cadre peacekeeper contractor bodyguard attacker assailant "
    "bomber suspect thief hunter fisherman vendor shopkeeper businessman businesswoman "
    "tribesman militiaman volunteer lieutenant captain colonel general sergeant major "
    "corporal inspector constable judge lawyer prosecutor candidate lawmaker legislator "
    "senator victim individual prisoner detainee hostage migrant refugee pilot sailor "
    "crewman medic paramedic minor adult female male minister president ambassador monk "
    "nun missionary tourist employee staffer engineer laborer labourer miner inhabitant "
    "native insurgent guerrilla jihadist ranger trooper paratrooper serviceman marine "
    "recruit cadet conscript reservist operative agent spokesman warlord trafficker "
    "dealer gangster criminal bandit robber burglar rioter settler motorcyclist biker "
    "cyclist passenger traveler traveller commuter merchant carpenter mechanic shopper "
    "customer worshipper worshiper pilgrim mourner survivor sniper interpreter translator "
    "spy collaborator deserter defector cop vigilante extremist separatist maoist "
    "naxalite palestinian israeli one pensioner widow scholar professor lecturer "
    "principal headman landlord broker tailor barber butcher cook watchman humanitarian "
    "paramilitary gendarme firefighter rescuer responder democrat deputy aide figure "
    "combatant naval airman seaman peasant musician singer artist actor scientist academic "
    "clergyman rabbi clerk accountant banker pharmacist surgeon dentist midwife schoolboy "
    "schoolgirl schoolchild adolescent newborn grandchild sibling partner spouse friend colleague "
    "classmate tenant client waiter bartender chef electrician plumber builder welder painter "
    "fisher skipper conductor porter courier messenger scout guide forester woodcutter logger "
    "collector hawker seller grocer baker farmhand farmworker cowherd goatherd guardsman gardener "
    "cleaner housekeeper maid beggar convict inmate fugitive escapee witness sheriff detective "
    "investigator warden jailer traitor dissident exile returnee evacuee foreigner visitor guest "
    "footballer player athlete boxer spectator believer follower devotee seminarian mullah "
    "maulvi healer accomplice associate defender reveler landowner "
    "citizen founder critic opponent assistant secretary attendant adjutant orderly mp "
    "parliamentarian perpetrator "
    "apprentice chauffeur servant nanny helper fiance fiancee stepfather stepmother "
    "stepdaughter stepbrother stepsister grandparent comrade roommate escort successor "
    "predecessor subordinate employer confidant developer programmer blogger youtuber "
    "columnist editor publisher photographer "
    "photojournalist correspondent anchor broadcaster auditor surveyor geologist technician "
    "supporter sympathizer sympathiser loyalist campaigner organizer organiser agitator notable "
    "dignitary aspirant commando mercenary islamist jihadi looter smuggler poacher pirate raider "
    "evangelist parishioner motorist schoolteacher veteran retiree nomad pastoralist herbalist "
    "partisan legionnaire rifleman gunner machinist trainee intern mediator negotiator operator "
    "dockworker steelworker lumberjack rancher cowboy cattleman director manager supervisor "
    "treasurer commissioner superintendent magistrate prefect diplomat envoy consul adviser "
    "advisor analyst writer poet novelist author actress presenter comedian intellectual trucker "
    "archbishop curate chaplain rector registrar administrator chairwoman "
    "chairperson spokeswoman vaccinator".split()
)
"""Person nouns in the singular: "a man" counts one."""

COLLECTIVE_PEOPLE = frozenset(
    "people men women children babies persons civilians troops police personnel wives staff "
    "militia taliban youth others families crew gunmen policemen policewomen militiamen "
    "fishermen tribesmen clansmen herdsmen businessmen servicemen fighters forces troopers "
    "cops kids victims casualties individuals nationals citizens elderly locals lives "
    "thieves grandchildren schoolchildren stepchildren faithful bystanders passersby members "
    "marines".split()
)
"""Person nouns in the plural that do not only add an s."""

DEATH_NOUNS = frozenset(
    "deaths fatalities fatality bodies corpses dead body corpse martyrs death killings".split()
)
"""Nouns that count the dead when a number stands before them."""

NOT_PEOPLE = frozenset(
    "sides side elephants elephant buffaloes buffalo bulls bull calves calf birds bird pets pet "
    "houses house homes home huts hut vehicles vehicle cars car trucks truck tanks tank villages "
    "village towns town cities city districts district provinces province days day weeks week "
    "months month years year hours hour minutes minute kilometers kilometres kilometer kilometre "
    "km miles mile meters metres mm percent strikes strike airstrikes airstrike raids raid "
    "attacks attack rockets rocket missiles missile shells shell drones drone mortars mortar "
    "rounds round bombs bomb explosions explosion explosives ieds ied grenades grenade landmines "
    "landmine mines mine rifles rifle guns gun weapons weapon ak motorcycles motorcycle "
    "motorbikes motorbike buses bus boats boat ships ship vessels helicopters helicopter planes "
    "plane aircraft warplanes jets cows cow cattle cattles sheep goats goat camels camel dogs dog "
    "donkeys animals animal livestock horses chickens pigs buildings building shops shop schools "
    "school hospitals hospital mosques mosque churches church bridges bridge checkpoints "
    "checkpoint positions position bases base posts post outposts camps camp areas area "
    "locations location sites site points point fronts front roads road occasions times "
    "incidents incident clashes clash battles battle operations operation hectares acres tons "
    "tonnes kg kilograms dollars naira euros rupees barrels liters litres ambulances ambulance "
    "convoys convoy stations station wells well pylons towers tower neighborhoods "
    "neighbourhoods settlements settlement communities community sections units unit brigades "
    "divisions battalions groups group gangs gang factions parts part stages rounds pm am "
    "o'clock percent pieces uavs uav warheads targets target apartments apartment windows "
    "farms farm crops tents tent phones laptops".split()
)
"""Nouns whose number is no toll."""

FAMILY_WORDS = frozenset("families family households household".split())
"""Counted as written, never turned into persons."""

SELVES = frozenset("himself herself themselves itself".split())


NO_MEN = frozenset("yemen specimen regimen abdomen acumen".split())
"""Words that end in "men" and are no people."""


def is_people(word: str) -> bool:
    """Return whether a folded noun is a word for persons, singular or plural."""
    return (
        word in SINGULAR_PEOPLE
        or word in COLLECTIVE_PEOPLE
        or (word.endswith("s") and word[:-1] in SINGULAR_PEOPLE)
        or (word.endswith("men") and len(word) > 4 and word not in NO_MEN)  # noqa: PLR2004
        or (word.endswith("ies") and word[:-3] + "y" in SINGULAR_PEOPLE)
        or (word.endswith("es") and word[:-2] in SINGULAR_PEOPLE)
    )


def is_one_person(word: str) -> bool:
    """Return whether a folded noun is one person."""
    return word in SINGULAR_PEOPLE or (word.endswith("man") and len(word) > 4)  # noqa: PLR2004
