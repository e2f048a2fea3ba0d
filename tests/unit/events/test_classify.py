"""Event types in ACLED's words, and what each depends on."""

import pytest

BATTLE = ("Battles", "Armed clash")
ATTACK = ("Violence against civilians", "Attack")
ABDUCTION = ("Violence against civilians", "Abduction/forced disappearance")
ARRESTS = ("Strategic developments", "Arrests")
DISRUPTED = ("Strategic developments", "Disrupted weapons use")
LOOTING = ("Strategic developments", "Looting/property destruction")
TRANSFER = ("Strategic developments", "Non-violent transfer of territory")
IED = ("Explosions/Remote violence", "Remote explosive/landmine/IED")
AIR = ("Explosions/Remote violence", "Air/drone strike")
SHELLING = ("Explosions/Remote violence", "Shelling/artillery/missile attack")
DEMONSTRATION = ("Riots", "Violent demonstration")
REGAINS = ("Battles", "Government regains territory")
OVERTAKES = ("Battles", "Non-state actor overtakes territory")
MOB = ("Riots", "Mob violence")
PROTEST = ("Protests", "Peaceful protest")
CHANGE = ("Strategic developments", "Change to group/activity")
OTHER = ("Strategic developments", "Other")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PKK militants blew up a railway track in Bingol.", IED),
        ("The RSF attacked the Abu Shouk camp, killing displaced people.", ATTACK),
        ("The RSF attacked a military camp, killing 5 soldiers.", BATTLE),
        ("The bombing of a market by Boko Haram killed nine.", IED),
        ("The bombing of a market by Syrian warplanes killed nine.", AIR),
        ("Guided bombs hit a market in Kharkiv.", AIR),
        (
            "Two men threw a grenade that exploded at a bar.",
            ("Explosions/Remote violence", "Grenade"),
        ),
        ("Saudi air defenses intercepted a missile fired by the Houthis.", DISRUPTED),
        ("Ukrainian forces shot down three drones.", DISRUPTED),
        ("Houthi forces shot down a Saudi helicopter.", SHELLING),
        ("Soldiers neutralized four militants in Sukma.", BATTLE),
        ("Hayat Tahrir al-Sham arrested two journalists in Idlib.", ABDUCTION),
        ("Turkish police arrested two journalists.", ARRESTS),
        ("Al Shabaab took control of the town after Somali troops withdrew.", TRANSFER),
        ("Villagers clashed over a well in Bor.", MOB),
        ("Villagers beat a thief to death in Bor.", MOB),
        ("Israeli settlers attacked Palestinian farmers near Nablus.", ATTACK),
        ("Somali soldiers seized explosives in Baidoa.", DISRUPTED),
        ("Al Shabaab seized vehicles in Baidoa.", LOOTING),
        ("Police searched for abducted residents and clashed with JNIM.", BATTLE),
        ("Property destruction: On 3 May, JNIM attacked the village and burned huts.", LOOTING),
        ("Gunmen entered the village of Boungou and killed two people.", ATTACK),
        ("JNIM attacked the village of Bamba and seized livestock.", ATTACK),
        ("Gunmen attacked a convoy of foreign workers, killing one.", ATTACK),
        ("Demonstrators clashed with police and vandalized a station.", DEMONSTRATION),
        ("Dozens of men clashed with Israeli police in Jerusalem.", MOB),
        ("JNIM stopped transport trucks and fired at the tires.", ATTACK),
        ("Ukrainian artillery hit a Russian ammunition depot near Soledar.", SHELLING),
        ("Israel struck a Hezbollah weapons depot in Baalbek.", SHELLING),
        ("Police discovered a weapons cache in Lagos.", DISRUPTED),
        ("Syrian army units entered the town of Bara.", REGAINS),
        ("Ukraine said Russian troops fled the city.", ("Troop movement", "Withdrawal")),
        ("A Houthi drone was intercepted over Abha.", DISRUPTED),
        ("Gunmen fired several shots into a shop in Quetta.", ATTACK),
        ("Unidentified men fired shots at a former lawmaker.", ATTACK),
        ("Police arrested two men suspected of planting bombs in Lahore.", ARRESTS),
        ("Islamic State militants took the village of Lozova.", OVERTAKES),
        ("Defusal: On 3 May, sappers neutralized 26 shells near Ukrainka.", DISRUPTED),
        ("Defusal: On 3 May, police found an IED in Pulwama and a bomb exploded.", DISRUPTED),
    ],
)
def test_type_and_sub_type(read, text, expected):
    event = read(text)[0]
    assert (event.type, event.sub_type) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers died when their tractor ran over a mine near Agdam; six people died.", IED),
        ("Sappers defused a car bomb in Basra.", DISRUPTED),
        ("ADF rebels hacked six people to death in Oicha.", ATTACK),
        ("A colonel of the army was assassinated in Aden.", BATTLE),
        ("Troops encountered 15 NPA rebels in Agusan.", BATTLE),
        ("Herders and farmers clashed in Plateau; eleven people were killed.", BATTLE),
        ("Israeli forces raided Beita and arrested 5 Palestinians.", ARRESTS),
        ("Farmers staged a dharna against the farm laws in Bathinda.", PROTEST),
        ("Pakistani troops violated the ceasefire by firing on Indian posts.", BATTLE),
        ("Fulani militia attacked Fulani village chiefs.", ATTACK),
        ("Gunmen shot and killed the Fulani chief hunter in Kalale.", ATTACK),
        ("A group beat a suspected robber in Parakou.", MOB),
        ("Gunmen attacked the prison of Kandi.", BATTLE),
        ("Security measures: On 3 May, the mayor established a curfew in Kandi.", CHANGE),
        ("Movement of forces: On 3 May, ten men went to the village of Sori.", CHANGE),
        ("Non-violent activity: On 3 May, gunmen preached in Kofouno.", OTHER),
        ("The coalition destroyed two explosive-laden boats.", DISRUPTED),
    ],
)
def test_coded_notes(read, text, expected):
    event = read(text)[0]
    assert (event.type, event.sub_type) == expected


def test_fighters_who_clash_with_police_do_not_riot(read):
    (event,) = read("Fighters of the Sharqat Martyrs Brigade clashed with police in Sharqat.")
    assert (event.type, event.sub_type) == BATTLE


CRUDE_RIOT = ("Riots", "Violent demonstration")
INTERVENTION = ("Protests", "Protest with intervention")
GRENADE = ("Explosions/Remote violence", "Grenade")
SUICIDE = ("Explosions/Remote violence", "Suicide bomb")
GOVERNMENT = ("Battles", "Government regains territory")
AGREEMENT = ("Strategic developments", "Agreement")
EXCESSIVE = ("Protests", "Excessive force against protesters")
BASE = ("Strategic developments", "Headquarters or base established")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was taken: people, things or ground.
        ("Gunmen of Boko Haram seized 31 travelers in Birnin Gwari.", ABDUCTION),
        ("Militants of JNIM seized the town of Boulsa.", OVERTAKES),
        ("Police seized three tons of marijuana hidden in a truck.", LOOTING),
        ("Gunmen attacked Bor and abducted two children.", ABDUCTION),
        ("Gunmen attacked Bor and abducted and killed two children.", ATTACK),
        ("Police arrested one of the demonstrators in Split.", INTERVENTION),
        # Whom an attack was on.
        ("An army post near Ghat was attacked by tribesmen.", BATTLE),
        ("The post office of Arnia was attacked by gunmen.", ATTACK),
        ("Fulani militia attacked a Fulani hamlet near Mopti.", ATTACK),
        ("Soldiers killed two farmers in Bor in revenge for an attack on a patrol.", ATTACK),
        # A road that a crowd blocks, a day of a strike, a crowd told before.
        ("Residents blocked a road in Lima to demand water.", PROTEST),
        ("Traders lit tires and blocked the road near the market of Ruaraka.", DEMONSTRATION),
        ("On the ninth day of the hartal, militants exploded bombs in Sylhet.", IED),
        ("Two communities clashed in Mahoba over a well, injuring nine.", MOB),
        ("Two communities clashed with rifles in Mahoba over a well.", BATTLE),
        ("Militants of Islamic State rioted in a prison near Hasaka.", MOB),
        ("A post of the army near Gao was shelled by planes.", SHELLING),
        ("Police killed four militants in Kalat after a tanker was blown up.", BATTLE),
        ("Two men died in Kalat after their car was blown up.", IED),
        ("Soldiers opened fire on a civilian car passing near a base in Dusamareb.", ATTACK),
        ("The SAF dropped 17 bombs on Deliba.", AIR),
        ("Families whose sons were kidnapped by the PKK held a sit-in in Diyarbakir.", PROTEST),
        ("Workers drove through Babruysk to protest against the parade on 9 May.", PROTEST),
        ("Police in Burgersfort are accused of assaulting a taxi driver.", ATTACK),
        ("Traders in Rajshahi injured five reporters during the pandemic.", MOB),
        ("Soldiers neutralised a group of bandits in Zamfara.", BATTLE),
        ("Soldiers neutralised three persons in Jos.", ATTACK),
        ("A soldier killed a protester in Khartoum.", EXCESSIVE),
        ("Police arrested five men following a march in Harare.", INTERVENTION),
        ("Police shot dead a robber after a shootout in Lagos.", BATTLE),
        ("Raids of the coalition struck Houthi targets in Saada.", AIR),
        ("A convoy of aid was attacked by helicopters in Tigray.", AIR),
        ("Government troops drove Islamic State out of the town of Sukhna.", GOVERNMENT),
        ("Sudanese planes pounded the market of Mellit.", AIR),
        ("Two soldiers were maimed by a mine near Mocimboa.", IED),
        ("A child died in Hajjah when a shell left by the fighting exploded.", IED),
        ("The pipeline was dynamited by unknown saboteurs in Bayelsa.", IED),
        ("Gunmen entered a bar in Quito and sprayed guests with bullets.", ATTACK),
        ("A merchant's son was snatched by gunmen in Jalalabad.", ABDUCTION),
        ("Pirates of Al Shabaab seized 12 members of a crew off Hobyo.", ABDUCTION),
        ("An engineer and his driver were seized by Al Shabaab in Afgooye.", ABDUCTION),
        ("Relatives of the disappeared held a silent vigil in Lahore.", PROTEST),
        ("Riot police removed protesters who sat on a road in Berlin.", INTERVENTION),
        ("A protest over prices turned violent in Harare.", DEMONSTRATION),
        ("Demonstrators marched over prices, when youths looted shops in Harare.", DEMONSTRATION),
        ("Troops found and destroyed a bomb factory in Sambisa.", DISRUPTED),
        ("The rival governments agreed to exchange prisoners.", AGREEMENT),
        ("A rebel handed himself in to the army in Cauca.", CHANGE),
        ("Wagner mercenaries opened a base in Timbuktu.", BASE),
        ("The Karen National Liberation Army hit an army column near Kawkareik.", BATTLE),
        ("An American gunship fired on a hospital in Kunduz.", AIR),
        ("Houthi forces launched a projectile at a quarter of Taiz.", SHELLING),
        ("A donkey cart triggered a mine near Kidal, killing a man.", IED),
        ("Police in Baku used batons to disperse activists on a square.", INTERVENTION),
        ("Police prevented a march by doctors in Khartoum and arrested three.", INTERVENTION),
        ("Air defenses over Belgorod downed four drones.", DISRUPTED),
        ("Sappers destroyed 40 unexploded shells in Mosul.", DISRUPTED),
        ("Peacekeepers set up a temporary operating base in Ogossagou.", BASE),
        ("Chechen fighters ambushed a Russian column near Argun.", BATTLE),
        ("Russian troops shot at a column of evacuees near Irpin.", ATTACK),
        ("The army fired at Mongpan with small and heavy weapons.", SHELLING),
        ("Grad attack on Mariupol kills 30", SHELLING),
        ("A farmer's truck hits mine in Casamance; four dead", IED),
        ("Workers of a tea garden observed a strike and rallied for higher wages.", PROTEST),
        ("Kashmiri traders hold shutdown against a tax", PROTEST),
        ("One hundred Boko Haram fighters surrender in Bama", CHANGE),
        ("Russian troops establish outpost near Ain Issa", BASE),
        ("Unmanned aircraft dropped grenades on a trench near Bakhmut.", AIR),
        ("Planes of the army carried out 12 raids on the airport of Mellit.", AIR),
        ("An army helicopter strafed a crowd near Bhamo, killing three farmers.", AIR),
        ("A guided bomb struck a shop in Kharkiv.", AIR),
        ("A tank round hit a hospital ward in Rafah.", SHELLING),
        ("Fifteen people died when a bomber detonated his vest in Kunduz.", SUICIDE),
        ("Israeli settlers hurled stones at cars near Huwara and wounded two men.", ATTACK),
        ("Monks staged a peaceful march in Ngaba.", PROTEST),
        ("Police fired live rounds at marchers in Nairobi and three were killed.", EXCESSIVE),
        ("Experts made safe a car bomb in Mogadishu.", DISRUPTED),
        ("Troops of Al Shabaab seized a large quantity of food in Lamu.", LOOTING),
        # Crude bombs are no remote violence (ACLED's codebook).
        ("Assailants hurled a petrol bomb at a bus in Khulna, injuring four.", ATTACK),
        ("Protesters threw Molotov cocktails at the town hall in Patras.", CRUDE_RIOT),
        ("Several crude bombs exploded near the market in Comilla.", IED),
        # Weapons that are found were not used.
        ("Police killed a militant in Kalat and recovered a huge cache of weapons.", BATTLE),
        ("Police arrested two men in Multan and recovered a rifle and three grenades.", ARRESTS),
        ("Soldiers found explosives in a house in Baidoa.", DISRUPTED),
        ("Gunmen found the convoy and fired rockets at it in Marib.", SHELLING),
        # Remote weapons in a fight of two sides belong to the battle.
        ("A clash between the GNA and the LNA, with heavy artillery fire, was reported.", BATTLE),
        ("Houthi forces exchanged artillery with Saudi troops near Najran.", BATTLE),
        ("Gunmen attacked a police patrol with grenades and opened fire, in Celaya.", BATTLE),
        ("Gunmen threw a grenade at a police patrol in Celaya.", GRENADE),
        ("Russian forces fired grenade launchers at Pisky.", SHELLING),
        ("Jets bombed the town of Sirte after clashes.", AIR),
        # What an attack is made with.
        ("The GNA air force targeted a bus of the LNA in Tininai.", AIR),
        ("Soldiers attacked the village using helicopters, killing nine villagers.", AIR),
        ("Rebels attacked an army convoy with mines near Kalay.", IED),
        ("Taliban militants attacked soldiers who were dropped by helicopters.", BATTLE),
        ("Sudanese planes dropped 17 bombs on Deliba.", AIR),
        ("A man detonated an explosive vest at a gate in Gamboru.", SUICIDE),
        # Crowds: demonstrations, mobs, and whom the police disperse.
        ("Police used tear gas to break up a march of students in Kampala.", INTERVENTION),
        ("Soldiers fired tear gas canisters at farmers near Khuzaa.", ATTACK),
        ("Youths threw stones at officers in Denham Town.", MOB),
        ("Youths threw stones at officers in Denham Town, demanding jobs.", DEMONSTRATION),
        ("Inmates rioted in the prison of Hasaka.", MOB),
        ("Rioters torched police bunkers in Pulwama.", MOB),
        ("Soldiers manning a checkpoint near Ghat came under small arms fire.", BATTLE),
        ("Two armed groups traded shots in Minova.", BATTLE),
        ("Peacekeepers set up a new military base in the village of Djaiba.", BASE),
    ],
)
def test_what_a_clause_was_done_with(read, text, expected):
    event = read(text)[0]
    assert (event.type, event.sub_type) == expected


def test_what_a_scuffle_leads_to_is_its_toll(read):
    (event,) = read("A scuffle over land led to shots, leading to one person being killed.")
    assert (event.type, event.sub_type, event.killed.low) == (*MOB, 1)


def test_clashes_after_a_demonstration_are_its_own(read):
    text = "Residents held a demonstration in Bilasuvar. It ended in clashes with policemen."
    assert [event.type for event in read(text)] == ["Protests", "Riots"]
    assert (
        read("Gunmen shot at a station in Bilasuvar. It ended in clashes with policemen.")[-1].type
        == "Battles"
    )


def test_what_people_protest_about_is_no_event(read):
    (event,) = read("Policemen demonstrated in Sfax, after an officer was killed in an attack.")
    assert event.type == "Protests"


def test_a_toll_of_its_own_is_of_the_kind_of_the_event_before(read, place):
    naneia = place("Naneia", country="MZ")
    first, second = read("Troops overran a base of Al Shabaab. One was killed in Naneia.", naneia)
    assert first.type == second.type == "Battles"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("No people were reported killed by the gunmen in Temuco.", "negated"),
        ("One of the people was reported killed by the gunmen in Temuco.", "reported"),
    ],
)
def test_nobody_hurt_is_no_attack(read, text, status):
    assert status in [event.status for event in read(text)]


SUICIDE = ("Explosions/Remote violence", "Suicide bomb")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Warplanes bombed a camp. Separate raids killed three people in Golo.", AIR),
        ("Syrian soldiers left. A raid by the UN-backed state hit a base, killing two.", AIR),
        ("Warplanes bombed a camp. Rebels killed three people in a raid on Golo.", ATTACK),
        ("Warplanes bombed a camp. Police killed a man in a house raid.", ATTACK),
        ("Syrian troops shelled Golo. A woman was killed by fire from an army hill.", SHELLING),
        ("Artillery was heard. Two died when rounds fired by the army hit their home.", SHELLING),
        ("Syrian troops shelled Golo. A woman was killed by sniper fire.", ATTACK),
        ("Rebels left Golo. Two died when rounds fired by the army hit their bus.", ATTACK),
        ("Syrian aircraft attacked farms near Golo with four rockets.", AIR),
        ("Rebels attacked farms near Golo with four rockets.", SHELLING),
        ("Syrian planes neutralised twelve terrorists near Golo.", AIR),
        ("A Syrian plane dropped barrels on Golo, killing four people.", AIR),
        ("High-precision weapons destroyed a Ukrainian workshop.", SHELLING),
        ("A mine destroyed a police truck, killing two policemen.", IED),
        ("A bomber walked into a mosque in Kabul and killed nine people.", SUICIDE),
        ("Two policemen died in Kabul when the belt exploded.", SUICIDE),
    ],
)
def test_what_only_the_sentence_before_was_done_with(read, text, expected):
    event = read(text)[-1]
    assert (event.type, event.sub_type) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels captured three soldiers near Goma.", BATTLE),
        ("Taliban fighters seized two policemen in Goma.", BATTLE),
        ("Soldiers captured two militants in Goma.", ARRESTS),
        ("Soldiers captured a colonel in Goma.", ARRESTS),
        ("Rebels captured the soldiers' camp near Goma.", OVERTAKES),
        ("Rebels captured the police station in Goma.", OVERTAKES),
        ("Rebels captured Goma from the soldiers.", OVERTAKES),
    ],
)
def test_who_fights_is_captured_and_no_ground(read, place, text, expected):
    event, *_ = read(text, place("Goma", country="CD"))
    assert (event.type, event.sub_type) == expected


def test_a_town_named_like_a_rank_is_ground(read, place):
    (event,) = read("The army captured General Santos.", place("General Santos", country="PH"))
    assert event.type == "Battles"


@pytest.mark.parametrize(
    ("text", "displaced"),
    [
        ("Fighting forced about 40,000 people to flee Goma.", 40_000),
        ("The clashes in Goma have forced 300 families to flee.", 300),
        ("Violence prompted 20 families to flee Goma.", 20),
    ],
)
def test_who_is_made_to_flee_is_displaced(read, place, text, displaced):
    (event,) = read(text, place("Goma", country="CD"))
    assert event.type == "Displacement"
    assert event.displaced.low == displaced


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Clashes between the army and rebels in Goma forced 300 people to flee.", "Battles"),
        (
            "Shelling of Goma killed two and forced 300 people to flee.",
            "Explosions/Remote violence",
        ),
    ],
)
def test_an_attack_that_makes_people_flee_stays_an_attack(read, place, text, kind):
    event, *more = read(text, place("Goma", country="CD"))
    assert event.type == kind
    assert [one.displaced.low for one in (event, *more) if one.displaced] == [300]


def test_who_only_means_to_flee_is_not_displaced(read, place):
    assert read("Families were afraid to flee Goma.", place("Goma", country="CD")) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army sent hundreds of armored vehicles to Goma.", "Deployment"),
        ("A convoy of 60 military vehicles of the army arrived in Goma.", "Deployment"),
        ("The army pulled its troops out of Goma.", "Withdrawal"),
        ("The army warned the rebels to leave Goma.", "Threat or ultimatum"),
        ("The army warned of a harsh response in Goma.", "Threat or ultimatum"),
        ("Rebels shut the road to Goma.", "Road cut"),
        ("Goma changed hands twice this week.", "Non-state actor overtakes territory"),
    ],
)
def test_troops_that_move_and_words_that_threaten(read, place, text, expected):
    event, *_ = read(text, place("Goma", country="CD"))
    assert event.sub_type == expected


@pytest.mark.parametrize(
    "text",
    [
        "The governor sent condolences to the families of the soldiers in Goma.",
        "Doctors sent the wounded soldiers to a hospital in Goma.",
        "Police arrived at the scene in Goma.",
        "The army moved to Goma's defense of its record.",
        "The army warned of famine in Goma.",
    ],
)
def test_what_moves_no_troops_and_threatens_nobody(read, place, text):
    assert read(text, place("Goma", country="CD")) == ()


@pytest.mark.parametrize(
    "text", ["The army massed 4,000 troops near Goma.", "The army pulled its troops out of Goma."]
)
def test_whoever_moves_troops_is_who_acts(read, place, text):
    (event,) = read(text, place("Goma", country="CD"))
    assert {part.role for part in event.participants} == {"attacker"}


@pytest.mark.parametrize("text", ["Fighting reported in Goma.", "Clashes reported in Goma."])
def test_what_is_reported_is_no_speaker(read, place, text):
    (event,) = read(text, place("Goma", country="CD"))
    assert (event.type, event.claimant) == ("Battles", "")


def test_a_mine_attack_is_a_bomb(read, place):
    (event,) = read("Rebels carried out a mine attack in Goma.", place("Goma", country="CD"))
    assert (event.type, event.sub_type) == IED
