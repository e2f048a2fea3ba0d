import pytest

from mapapp.events.quantities import find_quantities
from mapapp.events.stretch import Stretch
from mapapp.events.tolls import find_tolls
from mapapp.text.sentences import build_document


def tolls_of(text):
    document = build_document(text)
    last = len(document.lowers)
    quantities = find_quantities(document.lowers, document.words, 0, last)
    return find_tolls(Stretch(lowers=document.lowers, first=0, last=last, quantities=quantities))


def total(text, kind):
    return sum(toll.count.low for toll in tolls_of(text) if toll.kind == kind) or None


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Two Turkish soldiers have been killed and two others wounded in an air strike", 2, 2),
        ("a man, 65, was killed", 1, None),
        ("A woman and two children were killed.", 3, None),
        ("killing at least 13", 13, None),
        ("13 people died", 13, None),
        ("The death toll rose to 19.", 19, None),
        ("The injury toll rose to 19.", None, None),
        ("Two men were hit in the throat and one was injured.", None, 1),
        ("13 soldiers were killed 5 civilians wounded", 13, 5),
        ("No one was killed.", None, None),
        ("The blast left 5 dead.", 5, None),
        ("The attack claimed the lives of 12 people.", 12, None),
        ("Five bodies were found in Bucha.", 5, None),
        (
            "On 12 May 2022, forces shelled the village, killing 2 civilians and injuring 5.",
            2,
            5,
        ),
        ("Six killed as gunmen attack village in Plateau state", 6, None),
        ("At least 13 people, including four children, were killed and 20 wounded.", 13, 20),
        ("3 killed, 5 injured as bomb hits market", 3, 5),
        ("Five dead, 12 wounded in blast", 5, 12),
        ("Gunmen shot dead two men in Kano.", 2, None),
        ("A policeman was shot dead by gunmen.", 1, None),
        ("The 23-year-old man was killed by Israeli forces.", 1, None),
        ("Ten militants and two soldiers were killed.", 12, None),
        ("They killed 20 people, including 5 children.", 20, None),
        ("Dozens of civilians were killed.", 12, None),
        ("killed or wounded 20 soldiers", None, None),
        ("Police arrested 5 men on 12 May.", None, None),
        ("A suicide bomber killed himself and five others.", 6, None),
        ("without casualties", None, None),
        (
            "The number of Turkish security personnel killed in Idlib this month rose to 19.",
            19,
            None,
        ),
        ("adding more than 60 fighters were killed on both sides since Wednesday", 60, None),
        ("Between 10 and 15 rebels were killed.", 10, None),
        ("12 people lost their lives and 30 were hurt.", 12, 30),
        ("Two soldiers and a civilian were killed while four soldiers were wounded.", 3, 4),
        ("Soldier killed in Kashmir", 1, None),
        ("One person was killed, and several were injured.", 1, 2),
        ("leaving two dead and five wounded", 2, 5),
        ("Clashes left 3 soldiers dead and 7 others injured.", 3, 7),
        ("The clashes resulted in 7 fatalities.", 7, None),
        ("There were 3 deaths.", 3, None),
        ("Rebels killed 15 Taliban in Kunduz.", 15, None),
        ("killing 20 cattle", None, None),
        ("Two villages were attacked and 8 houses burned.", None, None),
        ("killed three and wounded two", 3, 2),
        ("Fighters vowed to kill two soldiers.", None, None),
        ("Thirty-two people were killed when a car bomb exploded.", 32, None),
        ("The attack killed a soldier and injured three others.", 1, 3),
        ("2 TTP militants were killed in an IBO.", 2, None),
        ("One soldier and 2 militants died.", 3, None),
        ("The village chief and his two sons were killed.", 3, None),
        ("At least five people have died and 2,000 have been displaced.", 5, None),
        ("killing one person and wounding two", 1, 2),
        ("The drone strike killed four, including a commander.", 4, None),
        ("A roadside bomb killed seven members of the security forces.", 7, None),
        ("Some 1,200 people were killed.", 1200, None),
        ("He was sentenced to death.", None, None),
        ("An estimated 40 civilians were massacred in the village of X.", 40, None),
        ("the bodies of three farmers were found", 3, None),
        ("On Saturday, 4 soldiers died of their wounds.", 4, None),
        ("A civilian was wounded by gunfire.", None, 1),
        ("4 fatalities.", 4, None),
        ("Fatalities: 4", 4, None),
        ("Three were killed and one was injured.", 3, 1),
        ("killed two people, among them a child", 2, None),
        ("the killing of 3 people by soldiers", 3, None),
        ("a 12-year-old girl and her mother were killed", 2, None),
        ("Two people were killed and at least 10 others were injured in a suicide attack", 2, 10),
        ("killed at least two dozen people", 24, None),
        ("up to 20 people died", 1, None),
        ("eight others were wounded", None, 8),
        ("as many as 30 killed", 1, None),
        ("Militants killed a tribal elder and wounded his son.", 1, 1),
        ("Two people died and another was injured.", 2, 1),
        ("resulting in the death of 5 soldiers", 5, None),
        ("the death of one civilian and the injury of two others", 1, 2),
        ("Shelling killed 1 and injured 2 civilians in Kherson.", 1, 2),
        ("22 people were reported killed.", 22, None),
        ("Gunmen killed a Fulani herder and rustled 50 cows.", 1, None),
    ],
)
def test_killed_and_injured(text, killed, injured):
    assert (total(text, "killed"), total(text, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("About 60 fighters were killed.", 60, 60, "about"),
        ("More than 60 fighters were killed.", 60, None, "more than"),
        ("At least 13 people died.", 13, None, "at least"),
        ("Up to 20 people were killed.", 1, 20, "up to"),
        ("Between 10 and 15 rebels were killed.", 10, 15, ""),
        ("Dozens were killed.", 12, None, ""),
        ("As many as 30 were killed.", 1, 30, "as many as"),
    ],
)
def test_ranges_and_hedges(text, low, high, hedge):
    (toll,) = tolls_of(text)
    assert (toll.count.low, toll.count.high, toll.count.hedge) == (low, high, hedge)


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("Nearly one million people have been forced to flee their homes", "displaced", 1_000_000),
        ("The fighting displaced 4,000 people.", "displaced", 4000),
        ("Gunmen kidnapped 73 students.", "captured", 73),
        ("Twelve fishermen are missing.", "missing", 12),
    ],
)
def test_other_kinds(text, kind, low):
    assert total(text, kind) == low


def test_running_totals_are_marked():
    (toll,) = tolls_of("This brought the number of soldiers killed this month to 19.")
    assert toll.count.cumulative
    assert toll.count.low == 19


def test_who_is_kept():
    (toll,) = tolls_of("Two soldiers and three children were killed.")
    assert toll.count.who == "soldiers, children"


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A police officer was shot dead at a market.", 1),
        ("A mother of three was killed by shelling.", 1),
        ("The shelling caused 4 reported fatalities.", 4),
        ("The driver's body was found by the river.", 1),
        ("The ministry said the rebels had lost 250 fighters.", 250),
        ("The army lost two villages.", None),
        ("He lost his son in the fighting.", None),
        ("Three commanders of the group were eliminated.", 3),
        ("Sappers neutralized two of the devices.", None),
        ("A captain succumbed to his wounds on Monday.", 1),
        ("The town succumbed to a siege of two years.", None),
        ("Gunmen stopped a trader on the road and killed him.", 1),
        ("Raiders seized six herders and killed them.", 6),
        ("Nuer youth killed seven people and abducted two.", 7),
        ("Two students were abducted and later killed.", 2),
        ("Eleven men arrested by the army were executed.", 11),
        ("A suspected returnee was killed.", 1),
        ("A cow was killed.", None),
        ("An officer identified as Ali was killed.", 1),
        ("They killed four men, two who came from the village.", 4),
        ("Gunmen killed local journalist Karim Wazir in Accra.", 1),
        ("A settler shoots dead Palestinian near Nablus.", 1),
        ("Two women and a man were found with their throats slit.", 3),
        ("Fighting claims eight Turkish soldiers' lives", 8),
        ("Four peacekeepers from Chad die in northern Mali", 4),
        ("More people will die if the siege goes on.", None),
        ("Soldiers killed militant leaders.", None),
        ("Fighters claimed to have killed and injured 20 soldiers.", None),
        ("The body of the abducted teacher was found.", 1),
        ("The body of the organization met.", None),
        ("Some 14 soldiers of the army are reported dead.", 14),
        ("Militants behead eight in Palma.", 8),
        ("Three people were burned alive by gunmen.", 3),
        ("The shepherd was found alive.", None),
        ("Police killed a Chadian national found with weapons.", 1),
        ("A crowd beat to death a man accused of theft.", 1),
        ("Gunmen killed a family of five.", 5),
        ("They killed an unknown number of residents.", None),
    ],
)
def test_wordings_of_deaths(text, killed):
    assert total(text, "killed") == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("An IS leader, Abu Hamza, was killed in an airstrike.", 1),
        ("The group's commander in Helmand, Mullah Naim, was shot dead.", 1),
        ("One of its founders, Omar Saleh, was killed in the raid.", 1),
        ("Two brothers, Ali and Hassan, were killed.", 2),
        ("Two traders, Juma and his cousin Peter, were shot dead.", 2),
        ("Attackers hacked to death a chief and his assistant.", 2),
        ("A mob beat to death two traders.", 2),
        ("Gunmen stabbed to death a teacher and three pupils.", 4),
        ("Rebels clubbed to death two nuns and their driver.", 3),
        ("Attackers hacked a farmer and his two sons to death.", 3),
        ("Gunmen killed a senator and her secretary.", 2),
        ("Gunmen killed a herder and his cows.", 1),
        ("A sheikh was among four militants killed in a raid.", 4),
        ("A commander was among the 12 fighters killed.", 12),
        ("Two children were among at least seven civilians killed by shelling.", 7),
        ("Among the three insurgents killed was a senior leader.", 3),
        ("A general was among eight soldiers who were killed.", 8),
        ("A bishop was among three people shot dead on the road.", 3),
        ("A teacher was among nine found dead after the raid.", 9),
        ("Six rebels, including a commander, were killed.", 6),
        ("More than 20 people were killed, among them a senator.", 20),
        ("Among 12 people attacked by gunmen, two were killed.", 2),
        ("Four people were killed and a mayor was among six wounded.", 4),
    ],
)
def test_names_lists_and_totals(text, killed):
    assert total(text, "killed") == killed


@pytest.mark.parametrize(
    "text",
    [
        "Police inspector Rajesh Kumar, who led the unit, was killed by Maoists.",
        "Former minister Ahmed Salah, a friend of the junta, was assassinated by gunmen.",
        "The rebels' second, Omar Said, was killed by the army.",
    ],
)
def test_a_name_beside_commas_is_one(read, text):
    (event,) = read(text)
    assert event.killed.low == 1


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A teacher was kidnapped from his home and killed in Djibo.", 1),
        ("Two teachers were abducted from a bus and later shot dead.", 2),
        ("On 24 July 5 civilians were killed by militants in Kolofata.", 5),
        ("Gunmen shot dead an MP in Mogadishu.", 1),
        ("Gunmen kidnapped two traders from a bus and killed three soldiers.", 3),
        ("Five men were arrested in Djibo and two were killed.", 2),
    ],
)
def test_taken_and_killed_dates_and_members(read, text, killed):
    events = read(text)
    assert sum(event.killed.low for event in events if event.killed) == killed
