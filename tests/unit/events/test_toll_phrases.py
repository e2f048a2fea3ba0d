import pytest

from mapapp.events.quantities import find_quantities
from mapapp.events.stretch import Stretch
from mapapp.events.tolls import find_tolls
from mapapp.text.sentences import build_document


def total(text, kind):
    document = build_document(text)
    lowers, words = document.lowers, document.words
    quantities = find_quantities(lowers, words, 0, len(lowers))
    stretch = Stretch(lowers=lowers, first=0, last=len(lowers), quantities=quantities, words=words)
    return sum(toll.count.low for toll in find_tolls(stretch) if toll.kind == kind) or None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        # A bracket, a slash and "more" between a number and its noun.
        ("The raid killed 14 (including 3 nuns) people.", 14, None),
        ("A KDF (Rangers) soldier was killed.", 1, None),
        ("Some 30 PLA/PLO fighters were killed.", 30, None),
        ("In Hama, 3 people were killed, 6 more wounded.", 3, 6),
        ("A shell fell on a market and four more died.", 4, None),
        # Parts of a whole.
        ("Two out of seven hostages were executed.", 2, None),
        ("Three of the five attackers were killed.", 3, None),
        ("The air force hit the camp and killed five of them.", 5, None),
        ("One of the wounded died in a hospital.", 1, None),
        ("Shelling wounded nine people, two of whom died.", 2, 9),
        ("Shelling killed nine people, two of them children.", 9, None),
        ("Twenty people, five of them nurses, were killed.", 20, None),
        # Two at a time.
        ("Both were killed.", 2, None),
        ("Both men were shot dead.", 2, None),
        ("People on both sides were killed.", None, None),
        ("They killed both soldiers and civilians.", None, None),
        ("An elderly couple was killed by shelling.", 2, None),
        ("Two couples were found dead.", 4, None),
        # Ranges and ages.
        ("Rebels executed between 15 and 25 men.", 15, None),
        ("A mine killed a 60-year-old local.", 1, None),
        ("A sniper killed a 12-year-old.", 1, None),
        ("Thieves stole a 12-year-old car.", None, None),
        # Words for killing.
        ("Assailants slew a ward leader.", 1, None),
        ("The raid led to the killings of 7 persons.", 7, None),
        ("4 martyrs and 9 injured in the bombing of a house", 4, 9),
        ("The Martyrs Brigade sent 9 men.", None, None),
        ("A recruit lost his life to sniper fire.", 1, None),
        ("The strike claimed the life of a nurse.", 1, None),
        ("Life in the camp is hard for 30 families.", None, None),
        ("Raiders burn two children and their aunt to death.", 3, None),
        ("They attacked a fisherman, slitting his throat.", 1, None),
        ("They slit the throats of five shepherds.", 5, None),
        ("The strike left two rebel and one military fatality.", 3, None),
        ("The clashes left 5 wounded and 2 deaths.", 2, 5),
        ("Troops burned nine villagers alive in Gao.", 9, None),
        ("Troops burned nine houses and found two boys alive.", None, None),
        ("3 soldiers WIA near Pisky after sniper fire.", None, 3),
        ("The shelling caused one death and four injuries.", 1, 4),
        # Who is left dead, found dead, or kills himself.
        ("Police fired at the crowd, leaving Majid dead and 50 others injured.", 1, 50),
        ("A truck ran over him, leaving him dead on the spot.", 1, None),
        ("Militants shot Yadav, a contractor, dead in his village.", 1, None),
        ("His bullet-riddled body was recovered from a ditch.", 1, None),
        ("The trader was killed and his body was found in a ditch.", 1, None),
        ("The governing body was recognized by the state.", None, None),
        ("Two bombers blew up early, killing only themselves.", 2, None),
        ("Gunmen shot and killed the former provost of a college.", 1, None),
        # Descriptions between a subject and its verb.
        ("Omar Hadi (24), commander of the group's wing, was killed.", 1, None),
        ("On Monday, Omar Hadi, 45, an activist from Hama, was killed.", 1, None),
        ("A leader of the guild, who was injured in a clash, died in a hospital.", 1, 1),
        ("A platoon commander - a veteran of the group - was killed.", 1, None),
        ("Ten soldiers, most of them recruits, were killed.", 10, None),
        ("Two children, a boy and a girl, were killed.", 2, None),
        ("On July 17, the chief of Gao, abducted on July 7, was killed.", 1, None),
        ("Omar Hadi, driver of the car of al-Nur brigade, was killed.", 1, None),
        # Places that people are of.
        ("Rebels shot dead a resident of Nyala village.", 1, None),
        ("Rebels killed three residents of Nyala village.", 3, None),
        ("Rebels burned three houses of residents.", None, None),
        ("A party supporter lost his life on Friday.", 1, None),
        ("Five members of one family, among them three girls, were killed.", 5, None),
        ("The wife of a soldier was killed.", 1, None),
        # Subjects that are joined.
        ("Party leader and his son were killed.", 2, None),
        ("Rebel fighters and two soldiers were killed.", 2, None),
        ("A grandmother and her three grandchildren were burned alive.", 4, None),
        ("Two soldiers and an FNL were killed.", 3, None),
        ("1 student and 1 ferryhand were killed.", 2, None),
        ("1 student and 1 elephant were killed.", 1, None),
        ("The pilot and co-pilot were killed.", 2, None),
        ("Gunmen killed a woman and child.", 2, None),
        ("Gunmen killed a lawyer and activist.", 1, None),
        ("A teacher and activist was killed.", 1, None),
        ("Omar, a doctor and member of the council, was killed.", 1, None),
        ("According to the rebel spokesman, 79 soldiers were killed.", 79, None),
        ("They killed two men, and three women fled.", 2, None),
        ("They killed two men, and three women and a child were wounded.", 2, 4),
        ("One man was killed and another critically injured.", 1, 1),
        ("At least 3 'Arbakis' were killed and 2 were wounded.", 3, 2),
        ("3 fatalities - 2 rebels and 1 soldier.", 3, None),
        ("Gunmen killed the head of Tsafe village and three of his relatives.", 4, None),
        ("They killed the head of the militia and burned a market.", 1, None),
        ("They killed two men and three women fled.", 2, None),
        ("Fighters killed six men of Michika, a guard told reporters.", 6, None),
        ("A mine went off, killing one and injuring another.", 1, 1),
        ("The shelling caused injuries to four officers.", None, 4),
        ("Seven commandos and ten nurses were among those wounded.", None, 17),
        ("Rapper and activist Hachalu was shot dead in Adama.", 1, None),
        ("Eight rebels and no civilians were killed.", 8, None),
        ("No civilians and no soldiers were killed.", None, None),
        ("Eight members of the guard are dead after a battle.", 8, None),
        ("The talks of eight parties are dead.", None, None),
        ("One of three kidnapped oil workers was found dead.", 1, None),
        ("Seven more bodies were pulled from the ruins.", 7, None),
        ("Two gendarmes fell in an ambush near Djibo.", 2, None),
        ("Two gendarmes fell in a hole near Djibo.", None, None),
        ("Two would-be suicide bombers were shot dead.", 2, None),
        ("Death toll in a mall attack hits 45", 45, None),
        ("6 soldiers KIA in an ambush", 6, None),
        ("Four of a family killed in a firing", 4, None),
        ("Two rebels attacked a base and set it on fire, 14 people were killed.", 14, None),
        ("Reporter Yesenia Molina and her colleague were gunned down.", 2, None),
        ("New Amman and two soldiers were shelled and two killed.", 2, None),
        ("A mine maimed three brothers herding sheep.", None, 3),
        ("It is not known how many of its men were killed.", None, None),
        ("An imam kidnapped on Tuesday was found dead.", 1, None),
        ("Gunmen killed three nurses and wounded a fourth.", 3, 1),
        ("Medics recovered the corpses of fifteen men from a grave.", 15, None),
        ("Omar Hadi was dragged from his house and killed by gunmen.", 1, None),
        ("Al Bab was shelled for days and people were killed.", None, None),
        ("The two bombers were the only fatalities.", 2, None),
        ("A girl was the only fatality of the attack.", 1, None),
        # What is only meant.
        ("A mob attempted to lynch a man.", None, None),
        ("Rebels managed to kill two guards.", 2, None),
        # The same people again.
        ("Two wounded officers were taken away and they died of their injuries.", 2, 2),
        ("Gunmen shot dead a reporter at home, leaving him dead.", 1, None),
    ],
)
def test_wordings_of_tolls(text, killed, injured):
    assert (total(text, "killed"), total(text, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Party men beat up a leader in Kachua. He died at a hospital on Friday.", 1),
        ("A baby fell ill in Lima. He died at a hospital on Friday.", 0),
        ("Gunmen kidnapped a driver in Kachua. His body was found on Friday.", 1),
        ("Gunmen killed a driver and his son in Kachua. His body was found on Friday.", 2),
        ("Soldiers killed two men in Kachua. The army said it shot them in self-defense.", 2),
        ("A guard was found killed in Kachua. Rebels are believed to have killed him.", 1),
    ],
)
def test_the_dead_of_the_sentence_before(read, text, killed):
    assert sum(event.killed.low for event in read(text) if event.killed) == killed


@pytest.mark.parametrize(
    ("text", "captured"),
    [
        ("Militants kidnap six Filipino workers.", 6),
        ("Police came to arrest two men.", None),
        ("Gunmen took three nuns hostage in Gao.", 3),
        ("Two guards were taken hostage in Gao.", 2),
        ("Gunmen have taken hostage five drivers.", 5),
        ("Five hostages met a judge.", None),
    ],
)
def test_captives(text, captured):
    assert total(text, "captured") == captured


def test_those_among_the_dead_told_before_are_no_others(read):
    events = read("Ten people were killed by a bomb in Gao. Two nurses were among those killed.")
    assert sum(event.killed.low for event in events if event.killed) == 10


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Rebels hanged six people in Gao.", 6, 0),
        ("Nine students were hurt by glass in a rocket strike on Gao.", 0, 9),
        ("Higher taxes hurt the economy of Gao.", 0, 0),
        ("The KIA attacked six soldiers in Hpakant.", 0, 0),
        ("A bomb killed a driver in Gao. The blast left Omar dead.", 1, 0),
        ("Troops shot dead two would-be suicide bombers in Gao.", 2, 0),
    ],
)
def test_words_that_tell_a_toll_tell_an_event(read, text, killed, injured):
    events = read(text)
    assert sum(event.killed.low for event in events if event.killed) == killed
    assert sum(event.injured.low for event in events if event.injured) == injured
