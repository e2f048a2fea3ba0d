"""Victims in lists: of two sides, along with others, taken and then killed."""

import pytest


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two soldiers of the Indian Army and three members of the LeT were killed in Kupwara.", 5),
        ("One soldier from the Malian army and four members of JNIM were killed in Boni.", 5),
        ("Six commandos, 2 police officers, and 15 Taliban fighters were killed in Ghor.", 23),
        ("An IS leader was killed along with six other militants in Sirte.", 7),
        ("A commander was killed together with his wife and three children in Gaza.", 5),
        ("Gunmen shot and killed a councillor in addition to 3 of his guards in Logar.", 4),
        ("Three militants including a commander were killed in Herat.", 3),
        ("A couple travelling on a motorcycle were shot and killed in Yala.", 2),
        ("Three labourers were kidnapped and shot dead in Dasht.", 3),
        ("Two civilians in their 20s were arrested by the army and killed in Loikaw.", 2),
        ("A teacher was discovered dead with bullet wounds in Quetta.", 1),
        ("A dispenser for the town's clinic was shot dead in Yala.", 1),
        ("A tractor ran over a landmine killing one and injuring two others in Sindh.", 1),
        ("Estimates of fatalities stand at 5 soldiers and one fighter.", 6),
        ("The mayor of the town and his driver were killed in Gao.", 2),
        ("Five men of the 5th Battalion and three rebels were killed in Patikul.", 8),
        ("The leader of a kidnap gang was shot dead in Naga.", 1),
        ("Four people including three herders of the Fulani and a teacher were killed.", 4),
        ("JNIM killed two herders. It was in reaction to the killing of a farmer.", 2),
        ("Armed men killed former separatist leader as he left a house in Gao.", 1),
        ("JNIM claims to kill 34 Malian soldiers in an attack near Boni.", 34),
        ("22 inmates of a Jos prison are dead after a clash.", 22),
        ("Soldiers gun down 20 civilians in Makurdi.", 20),
        ("A blast wounded a man, 65, and two others, and killed a boy, 9, and a girl.", 2),
        ("A man was abducted by four men and stabbed to death in Gao.", 1),
        ("Two farmers were attacked by ten bandits and killed in Gusau.", 2),
        ("JNIM killed 5 civilians in Boni. At least 2 of the victims were beheaded.", 5),
        ("A clash between two militias caused the death of an emir in Gusau.", 1),
        ("Residents attacked and nearly lynched two men in Owerri.", 0),
        ("Soldiers raided a town in search of those who killed a policeman in Gao.", 0),
        ("A prisoner was pronounced dead after guards beat him in Gao.", 1),
    ],
)
def test_a_list_of_victims(read, text, killed):
    assert sum(event.killed.low for event in read(text) if event.killed) == killed


def test_a_thing_that_opens_a_sentence_is_no_victim(read):
    assert not any(event.killed for event in read("A container for the army was shot at in Gao."))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen shot dead Omar Hadi and Salim Raza in Gao.", 2),
        ("Rebels killed Omar Hadi, his wife and a guard in Gao.", 3),
        ("Rebels killed Omar Hadi, 45, and his son in Gao.", 2),
        ("Rebels killed Omar Hadi, a baker, and two of his sons in Gao.", 3),
        ("Rebels killed a journalist, Omar Hadi, and his brother in Gao.", 2),
        ("Rebels killed Omar Hadi, Sana News said.", 1),
        ("Rebels killed Omar Hadi and two boys were wounded in Gao.", 1),
        ("Rebels killed Omar Hadi and two shepherds fled to Gao.", 1),
        ("Omar Hadi, his wife and a guard were killed by rebels in Gao.", 3),
        ("Omar Hadi and two others were killed by rebels in Gao.", 3),
        ("Journalists Omar Hadi and Salim Raza were killed by rebels in Gao.", 2),
        ("Rebels raided Deir Hafer and two men were killed.", 2),
    ],
)
def test_a_list_that_a_name_opens(read, text, killed):
    assert sum(event.killed.low for event in read(text) if event.killed) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Four engineers from Poland and Slovakia and three Libyans were killed by rebels.", 7),
        ("Two guards working for a mine and three policemen were killed by rebels.", 5),
        ("Three fighters (hired by a firm) and one driver were killed by rebels.", 4),
        ("Rebels laid an ambush and one of them and an unknown person were killed.", 2),
        ("A teacher with a girls' school was shot dead by gunmen.", 1),
        ("Six members of a wedding party, including the bride, died when a rocket hit it.", 6),
        ("Killed were two soldiers and an interpreter when a bomb exploded in Gao.", 3),
        ("The provisional death toll among civilians was 18 after the shelling of Gao.", 18),
        ("Rebels fired on a patrol in Gao. Corporal Reyes would later die of his wounds.", 1),
        ("Rebels fired on a patrol in Gao. The town would soon succumb to hunger.", None),
        ("A guard wounded in a rocket attack on Gao succumbed to his injuries.", 1),
        ('"We lost four of our comrades in the battle of Gao," a fighter said.', 4),
        ("The director of the prison was found dead in Gao, shot by gunmen.", 1),
    ],
)
def test_what_is_said_of_the_dead_ends_no_list(read, text, killed):
    assert (sum(event.killed.low for event in read(text) if event.killed) or None) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen stopped the car of a judge in Gao, killing him and three of his guards.", 4),
        ("4 including woman killed in Gao firing", 4),
        ("Two officers and a girl were among the dead when a bomb exploded in Gao.", 3),
        ("A bomb killed nine people in Gao. Two officers were among the dead.", 9),
        ("Nine people died in a blast in Gao, and two officers were among the dead.", 9),
        ("Sub-inspector shot dead by militants in Gao", 1),
        ("A 34-year-old taxi driver and father of five was shot dead by gunmen in Gao.", 1),
        ("2 officers, civilian killed in Gao grenade attack", 3),
        ("Soldier, 1 rebel killed in clash in Gao", 2),
        ("The monitor documented 15 killings by government forces in Gao.", 15),
        ("Gunmen kidnapped four nuns in Gao. Their bodies were found the next day.", 4),
        ("Gunmen shot at a car in Gao, killing two men. A third died later in hospital.", 3),
        ("Two were killed in Gao, three in Kidal and one in Menaka by shelling.", 6),
        ("Two were killed in Gao and five in Kidal were wounded by shelling.", 2),
        ("A mine blast killed four deminers and their driver near Gao.", 5),
        ("A gunman killed two people, a man and a woman, in Gao.", 2),
        ("A gunman killed two people, a man and two women in Gao.", 5),
        ("A priest, Father Omar Hadi, and a catechist were killed by gunmen in Gao.", 2),
        ("The victims, a father and his son, were gunned down by assailants in Gao.", 2),
        ("12 people died in an ambush. Seven of them died at once and five in hospital.", 12),
        ("12 people died in an ambush and 30 were hurt. Two of them died in hospital.", 14),
    ],
)
def test_who_is_counted_once_and_who_beside(read, text, killed):
    assert sum(event.killed.low for event in read(text) if event.killed) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The war in Gao has killed 50,000 people.", None),
        ("At least 2,300 people have been killed in the conflict in Gao.", None),
        ("Since 2011 rebels have killed 900 people in Gao.", None),
        ("Rebels have killed 90 people in Gao since the beginning of the uprising.", None),
        ("Three soldiers were killed in the conflict in Gao.", 3),
        ("Since Friday rebels have killed 20 people in the conflict in Gao.", 20),
    ],
)
def test_the_dead_of_a_whole_war_are_no_toll(read, text, killed):
    assert (sum(event.killed.low for event in read(text) if event.killed) or None) == killed
