from datetime import date

import pytest

from mapapp.model.event import Status
from mapapp.model.highway import HighwayMention

THURSDAY = date(2020, 2, 27)


def roles(event):
    return {p.actor_id: p.role for p in event.participants}


def test_active_passive_and_nominal_say_the_same(read):
    for text in (
        "Boko Haram attacked soldiers in Baga.",
        "Soldiers were attacked by Boko Haram in Baga.",
        "An attack by Boko Haram on soldiers was reported in Baga.",
    ):
        (event,) = read(text)
        assert (event.type, event.sub_type) == ("Battles", "Armed clash"), text
        assert roles(event)["ng_boko_haram"] == "attacker", text


def test_two_events_of_a_sentence_keep_their_own_places(read, place):
    east, west = place("Aaa"), place("Bbb")
    first, second = read(
        "Russian jets bombed Aaa, while HTS fighters captured Bbb in Syria.", east, west
    )
    assert (first.sub_type, first.place_ids) == ("Air/drone strike", ("Aaa",))
    assert (second.sub_type, second.place_ids) == ("Non-state actor overtakes territory", ("Bbb",))


def test_evidence_is_the_stretch_that_tells_the_event(read):
    text = "Russian jets bombed the town, while HTS fighters captured a village."
    first, second = read(text)
    assert text[first.start : first.end] == "Russian jets bombed the town"
    assert text[second.start : second.end] == "HTS fighters captured a village"


def test_the_town_is_the_one_named_last(read, place):
    text = "Rebels attacked Saraqeb.\n\nLater they captured the town from the army in Syria."
    _, later = read(text, place("Saraqeb"))
    assert later.place_ids == ("Saraqeb",)


def test_a_place_before_its_province(read, place):
    city = place("Yei", "SS", admin1="Central Equatoria")
    unit = place("Central Equatoria", "SS", "ADM1", radius_km=100)
    (event,) = read("Gunmen attacked Yei in Central Equatoria, killing two people.", city, unit)
    assert event.place_ids == ("Yei",)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels captured the town of Baga.", Status.REPORTED),
        ("The army said rebels captured the town of Baga.", Status.CLAIMED),
        ("Rebels reportedly captured the town of Baga.", Status.CLAIMED),
        ("Residents said rebels captured the town of Baga.", Status.REPORTED),
        ("A strike killed 17 people in the town of Baga, medics said.", Status.REPORTED),
        ("The army denied that rebels captured the town of Baga.", Status.DENIED),
        ("The army acknowledged that rebels captured the town of Baga.", Status.ACKNOWLEDGED),
        ("Rebels did not capture the town; they never attacked the army.", Status.NEGATED),
        ("The army vowed to attack the rebels.", Status.THREATENED),
        ("Rebels have pledged more attacks on the town of Baga.", Status.THREATENED),
        ("Rebels could have captured the town of Baga.", Status.HYPOTHETICAL),
        ("Rebels captured the town of Baga three months ago.", Status.BACKGROUND),
        ("The parties were set to hold talks with rebels on Thursday.", Status.PLANNED),
        ("Rebels carried out a planned attack on the army.", Status.REPORTED),
        ("Eight soldiers died due to clan fighting.", Status.REPORTED),
    ],
)
def test_status(read, place, text, status):
    events = read(text, place("Baga", "NG"), published=THURSDAY)
    assert events[-1].status is status


def test_a_speaker_is_no_attacker(read):
    (event,) = read("Boko Haram captured a town in Nigeria, the Nigerian army said.")
    assert roles(event) == {"ng_boko_haram": "attacker", "ng_gov": "claimant"}
    assert (event.claimant, event.attitude) == ("the Nigerian army", "claims")


def test_it_said_is_the_last_speaker(read, place):
    text = "State media reported clashes in Syria. It said rebels captured a village."
    events = read(text, place("Syria", code="PCLI"))
    assert [event.claimant_id for event in events] == ["sy_gov", "sy_gov"]


def test_a_toll_alone_belongs_to_the_event_before(read):
    (event,) = read("Taliban fighters attacked a base in Afghanistan. Nine soldiers were killed.")
    assert (event.killed.low, event.killed.high) == (9, 9)
    assert event.sub_type == "Armed clash"


def test_undated_events_are_of_the_days_up_to_publication(read):
    (event,) = read("Rebels attacked a base.", published=THURSDAY)
    assert (event.when.start, event.when.precision) == (THURSDAY, "week")
    (event,) = read("Rebels attacked a base.")
    assert event.when.precision == "unknown"


def test_the_highway_is_the_only_road_of_the_article(read):
    text = "The M5 was calm. Rebels cut the highway near Saraqeb in Syria."
    at = text.index("the highway")
    highways = (
        HighwayMention(start=4, end=6, text="M5", highway_ids=("SY-M5",)),
        HighwayMention(start=at, end=at + 11, text="the highway"),
    )
    (event,) = read(text, highways=highways)
    assert (event.sub_type, event.highway_ids) == ("Road cut", ("SY-M5",))


@pytest.mark.parametrize(
    "text",
    [
        "Cabin crew said they would strike over pay.",
        "He was sentenced to death for the murder of two men.",
        "Nine people died of cholera.",
        "Her career took off after a long shot.",
        "",
    ],
)
def test_everyday_news_tells_no_event(read, text):
    assert read(text) == ()


def test_what_a_protest_is_about_is_no_toll(read):
    (event,) = read("Residents protested in Kaduna against the killing of 11 villagers.")
    assert (event.type, event.killed) == ("Protests", None)


def test_weapons_are_no_territory(read):
    (event,) = read("Soldiers seized 12 rifles from the rebels.")
    assert event.type == "Strategic developments"


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("An assailant shot dead Karim Wazir, a former mayor.", 1),
        ("Karim Wazir was killed near his house.", 1),
        ("The attack killed Islamic State fighters near Hawija.", None),
        ("Defusal: On 3 May, sappers neutralized 26 Grad rockets.", None),
        ("Soldiers eliminated 15 Taliban in Kunduz.", 15),
    ],
)
def test_persons_by_name_are_one(read, text, deaths):
    (event,) = read(text)
    assert (event.killed.low if event.killed else None) == deaths


@pytest.mark.parametrize(
    "text",
    [
        "Around 9 May 2020 (as reported), gunmen killed a farmer.",
        "Clashes with rebels were also reported in Bab Ghaliq.",
        "An alleged rebel was killed by soldiers.",
        "Gunmen fired at guards posted at the gate.",
    ],
)
def test_nobody_speaks(read, text):
    (event,) = read(text)
    assert (event.claimant, event.attitude) == ("", "reports")


def test_lost_ground_is_no_toll(read):
    (event,) = read("Rebels lost the key town of Saraqeb.")
    assert (event.type, event.killed) == ("Battles", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A former rebel fighter was assassinated by unknown gunmen.",
            "Violence against civilians",
        ),
        ("A Palestinian man stabbed an Israeli soldier and was shot dead.", "Battles"),
    ],
)
def test_who_was_armed(read, text, expected):
    assert read(text)[0].type == expected


def test_a_memorial_counts_no_dead(read):
    events = read("Somalia marks five years since the truck bombing that killed 587 people.")
    assert all(event.killed is None for event in events)


@pytest.mark.parametrize(
    "text",
    [
        "Police are investigating the murder of a teenager stabbed outside a club.",
        "A man shot his wife and two children in Ohio.",
        "A bus plunged into a river, killing 17 people.",
    ],
)
def test_everyday_deaths_are_no_event_of_a_war(read, text):
    assert read(text) == ()


def test_a_gunman_is_no_family_affair(read):
    (event,) = read("Gunmen shot a mayor and his wife in Kandahar.")
    assert event.type == "Violence against civilians"


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("But the Turkish army said gunmen killed two men.", ["the Turkish army"]),
        ("The group later claimed it had killed 10 soldiers.", ["The group"]),
        (
            "The strike killed nine people, a doctor at the hospital told AFP.",
            ["a doctor at the hospital"],
        ),
        ("Fighting claims eight Turkish soldiers' lives", [""]),
        (
            (
                "The SOHR said 12 fighters died in air strikes, while state media claimed 30 "
                "terrorists were killed."
            ),
            ["The SOHR", "state media"],
        ),
        (
            "Russia said it had captured Soledar, but Ukraine denied the report.",
            ["Russia", "Ukraine"],
        ),
        ("The RSF seized the town of Bara but the army denied it.", ["", "the army"]),
        (
            "Wagner captured the city of Bakhmut. Ukraine's army denied that the city had fallen.",
            ["", "Ukraine's army"],
        ),
        ("KYIV, May 20, 2023 - Wagner said it captured Bakhmut.", ["Wagner"]),
        (
            "Shells hit Homs, the local resistance committee said.",
            ["the local resistance committee"],
        ),
        ("Reported on 10 March 2020, Afghan forces killed a Taliban fighter.", [""]),
        ("People were displaced by a clash of the NPA with the army in the said village.", [""]),
        ("Two men were killed in Gao (one source says three).", ["one source"]),
        ("KYIV (AFP) - Wagner said it captured Bakhmut.", ["Wagner"]),
        ("The RSF - which holds Bara - said it captured Nahud.", ["The RSF"]),
        ("Gunmen ambushed Governor Said Qadir in Khost.", [""]),
        ("Two guards died in an IS-claimed attack in Khost.", [""]),
        ("The RSF denied the charge and said the army bombed Abu Shouk.", ["The RSF"]),
        (
            (
                "The army reopened the road to Bara, state television said. “We will win,” army "
                "chief al-Burhan said. He vowed to crush the RSF."
            ),
            ["state television", "army chief al-Burhan"],
        ),
    ],
)
def test_who_says_so(read, text, claimants):
    assert [event.claimant for event in read(text)] == claimants


def test_a_speaker_after_a_comma_is_no_victim(read):
    (event,) = read("The strike killed nine people, a doctor at the hospital told AFP.")
    assert event.killed.low == 9


@pytest.mark.parametrize(
    "text", ["They lost", "Attackers", "killed a", "coded as", "body of", "shot"]
)
def test_a_text_may_break_off_anywhere(read, text):
    assert all(event.killed is None for event in read(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Three weeks ago, rebels captured the town of Saraqeb.", Status.BACKGROUND),
        ("Rebels captured the town of Saraqeb two years ago.", Status.BACKGROUND),
        ("Two days ago, rebels captured the town of Saraqeb.", Status.REPORTED),
    ],
)
def test_what_is_long_ago_is_background_without_a_day_of_publication(read, text, status):
    (event,) = read(text)
    assert event.status is status


def test_who_says_something_beside_it_is_the_speaker_of_the_sentence(read):
    text = "State radio reported clashes near Goma, saying rebels shelled a camp in the city."
    assert {event.claimant for event in read(text)} == {"State radio"}


@pytest.mark.parametrize(
    "text",
    ["The president fired his defense minister.", "Two officials were fired by the government."],
)
def test_who_loses_a_post_is_not_shot_at(read, text):
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The UN said shells hit the town of Baga.", "reports"),
        ("Boko Haram said shells hit the town of Baga.", "claims"),
        ("The RSF denied the charge and said the army bombed Abu Shouk.", "claims"),
    ],
)
def test_who_has_no_part_in_a_war_reports(read, text, attitude):
    assert [event.attitude for event in read(text)] == [attitude]


def test_a_town_that_was_taken_is_no_loot(read):
    (event,) = read("Russia's defence ministry confirmed that Bakhmut had been fully liberated.")
    assert event.type == "Battles"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Taliban fighters cut the Kabul-Kandahar highway.", ["Road cut"]),
        ("Rebels blocked the main road to Homs.", ["Road cut"]),
        ("The highway to Homs was cut by rebels.", ["Road cut"]),
        ("The army cleared the M4 highway and reopened it.", ["Road reopened"]),
        ("M23 fighters captured the town of Rubaya, cutting the road to Masisi.",
         ["Non-state actor overtakes territory", "Road cut"]),
        ("The army opened a school in Homs.", []),
        ("The president opened a new hospital in Homs.", []),
        ("Officials closed a deal and cut taxes in Homs.", []),
        ("Aid workers entered the city of Homs.", []),
        ("The team is losing hope and the match in Homs.", []),
        ("The army reached an agreement in Homs.", ["Agreement"]),
        ("Gunmen opened fire on a road.", ["Attack"]),
    ],
)  # fmt: skip
def test_what_is_told_of_a_road(read, text, told):
    assert [event.sub_type for event in read(text)] == told


def test_a_road_that_is_cut_is_not_held_by_who_takes_the_town(read):
    taken, cut = read("M23 fighters captured the town of Rubaya, cutting the road to Masisi.")
    assert not taken.highway_ids
    assert cut.participants == taken.participants


def test_who_denies_a_part_in_it_does_not_deny_that_it_happened(read, place):
    text = "The Taliban denied involvement in the bombing in Kabul that killed 30."
    told, denied = read(text, place("Kabul", "AF"))
    assert (told.status, told.killed.low) == (Status.REPORTED, 30)
    assert (denied.status, denied.claimant) == (Status.DENIED, "The Taliban")


@pytest.mark.parametrize(
    "clause",
    [
        "the shells went on falling on Homs in Syria while people were asleep and ",
        "they were killed by rebels near Homs and the army attacked two men in Idlib , ",
    ],
)
def test_a_table_without_a_full_stop_is_read_in_pieces(read, clause):
    events = read(clause * 1_300)
    assert len(events) > 20
    assert max(event.end - event.start for event in events) < 10_000


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Shelling killed two women in Golo and a drone strike killed one in Tamra.", [2, 1]),
        ("A raid in Golo had killed eight, and tank shells had killed two in Tamra.", [8, 2]),
        ("An air strike on Golo killed nine people and shells wounded four.", [9]),
        ("Gunmen attacked a bus in Golo, and gunfire killed two people.", [2]),
    ],
)
def test_deeds_with_a_toll_each_are_events_each(read, place, text, tolls):
    events = read(text, place("Golo"), place("Tamra"))
    assert [event.killed.low for event in events] == tolls
    assert len(tolls) == 1 or [e.place_ids for e in events] == [("Golo",), ("Tamra",)]
