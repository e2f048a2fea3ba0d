from dataclasses import replace
from datetime import date

import pytest

from mapapp.actors.recognize import (
    find_homelands,
    find_names,
    recognize_actors,
    recognize_voices,
)
from mapapp.model.geometry import Coordinates
from mapapp.model.place import Place
from mapapp.model.toponym import Role, Toponym
from mapapp.text.sentences import build_document


def toponym(text, name, country, role=Role.EVENT_PLACE):
    start = text.index(name)
    place = Place(
        id=name,
        name=name,
        coordinates=Coordinates(lat=0, lon=0),
        feature_class="P",
        feature_code="PPL",
        country=country,
    )
    return Toponym(
        start=start, end=start + len(name), text=name, role=role, place=place, confidence=0.9
    )


def named(lexicon, text, *toponyms, published=None):
    document = build_document(text, published=published)
    return [(m.text, m.actor.id) for m in recognize_actors(document, lexicon, toponyms)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Turkish soldiers fought.", [("Turkish soldiers", "tr_gov")]),
        (
            "Israeli soldiers died in Lebanon, the army said.",
            [("Israeli soldiers", "il_gov"), ("the army", "il_gov")],
        ),
        ("Russian air strikes hit.", [("Russian air strikes", "ru_gov")]),
        ("Iranian armed groups came.", [("Iranian armed groups", "ir_militia")]),
        ("Sudanese army units left.", [("Sudanese army", "sd_gov")]),
        ("Burkina Faso's army said so.", [("Burkina Faso's army", "bf_gov")]),
        (
            "Russian and Syrian forces met.",
            [("Russian", "ru_gov"), ("Syrian forces", "sy_gov")],
        ),
        ("Chadian rebels came.", [("Chadian rebels", "td_rebels")]),
        (
            "The troops of India and Pakistan met.",
            [("troops of India", "in_gov"), ("Pakistan", "pk_gov")],
        ),
        ("The people of India and Pakistan met.", []),
        ("A Russian observation post burned.", [("Russian observation post", "ru_gov")]),
        (
            "The Platform men met at a CMA post, said an Algerian.",
            [("Platform men", "ml_platform"), ("CMA", "ml_cma")],
        ),
        ("Assad’s forces left.", [("Assad’s forces", "sy_gov")]),
        ("The ambassador of the assadists spoke.", []),
    ],
)
def test_inclusion_rules(lexicon, text, actors):
    assert named(lexicon, text) == actors


def test_a_backed_group_is_one_mention_with_its_backer(lexicon):
    document = build_document("Turkey-backed Syrian rebels attacked.")
    (mention,) = recognize_actors(document, lexicon, ())
    assert (mention.text, mention.actor.id, mention.backer_id) == (
        "Turkey-backed Syrian rebels",
        "sy_rebels",
        "tr_gov",
    )


def test_the_regime_is_a_party_only_in_its_country(lexicon):
    assert named(lexicon, "The regime shelled Idlib, Syria.") == [("The regime", "sy_gov")]
    assert named(lexicon, "The regime of taxes in Malta changed.") == []


def test_an_acronym_means_the_army_of_the_place(lexicon):
    text = "SNA soldiers died in Hawara."
    assert named(lexicon, text, toponym(text, "Hawara", "SO")) == [("SNA", "so_gov")]
    assert named(lexicon, text, toponym(text, "Hawara", "SY")) == [("SNA", "sy_sna")]


def test_unnamed_forces_are_of_the_country_of_the_document(lexicon):
    text = "The army left Kadugli."
    assert named(lexicon, text, toponym(text, "Kadugli", "SD")) == [("The army", "sd_gov")]
    assert named(lexicon, "The army left.") == []


def test_a_capital_is_a_government_by_its_role_or_verb(lexicon):
    text = "Ankara vowed revenge."
    assert named(lexicon, text, toponym(text, "Ankara", "TR", Role.METONYM)) == [
        ("Ankara", "tr_gov")
    ]
    assert named(lexicon, text) == [("Ankara", "tr_gov")]
    away = "He lives in Ankara and said so."
    assert named(lexicon, away, toponym(away, "Ankara", "TR")) == []


@pytest.mark.parametrize(
    ("text", "name", "slug"),
    [
        (
            "The Zahra Martyrs Brigade fought.",
            "Zahra Martyrs Brigade",
            "zahra-martyrs-brigade",
        ),
        ("Fighters of Liwa al-Zahra left.", "Liwa al-Zahra", "liwa-al-zahra"),
        ("The XKLA claimed the attack.", "XKLA", "xkla"),
        ("Then Zogoba militiamen came.", "Zogoba", "zogoba"),
        (
            "The Movement for the Liberation of Kivu came.",
            "Movement for the Liberation of Kivu",
            "movement-for-the-liberation-of-kivu",
        ),
        ("XKLA rebels attacked a town.", "XKLA", "xkla"),
        ("Zahra Resistance Units came.", "Zahra Resistance Units", "zahra-resistance-units"),
        ("The Zahra Operations Room fought.", "Zahra Operations Room", "zahra-operations-room"),
        ("The Zahra Freedom Tigers came.", "Zahra Freedom Tigers", "zahra-freedom-tigers"),
        (
            "They left Frente Popular de Zahra.",
            "Frente Popular de Zahra",
            "frente-popular-de-zahra",
        ),
    ],
)
def test_unknown_groups_are_listed(lexicon, text, name, slug):
    assert named(lexicon, text) == [(name, f"unknown:{slug}")]


@pytest.mark.parametrize(
    "text",
    [
        "Masked gunmen came.",
        "The 93rd Mechanized Brigade moved.",
        "The UN members voted.",
        "The Special Operations Units came.",
        "The Detroit Tigers won.",
        "‘Pounding rebel positions’",
    ],
)
def test_ordinary_words_are_no_groups(lexicon, text):
    assert not [a for _, a in named(lexicon, text) if a.startswith("unknown:")]


def test_a_place_before_fighters_is_no_group(lexicon):
    text = "There Tabora gunmen came."
    assert named(lexicon, text, toponym(text, "Tabora", "TZ")) == []


def test_voices_are_no_parties(lexicon):
    text = "SANA and the Syrian Observatory for Human Rights reported."
    assert named(lexicon, text) == []
    document = build_document(text)
    assert [v.actor.id for v in recognize_voices(document, lexicon, ())] == ["sana", "sohr"]


def test_names_without_conditions_block_places(lexicon):
    document = build_document("Libya Dawn fought. PDF troops came. He went to Turkana.")
    texts = [document.text[s.start : s.end] for s in find_names(document, lexicon)]
    assert texts == ["Libya Dawn"]


def test_the_government_of_the_day(lexicon):
    later = date(2025, 3, 1)
    assert named(lexicon, "Syrian forces came.", published=later) == [
        ("Syrian forces", "sy_transitional_gov")
    ]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("In March 2015, Syrian forces came.", "sy_gov"),
        ("Syrian forces came on 3 May 2016.", "sy_gov"),
        ("Syrian forces came. The talks of 2015 failed.", "sy_transitional_gov"),
        ("Syrian forces counted 2015 men.", "sy_transitional_gov"),
    ],
)
def test_the_government_of_the_day_that_the_sentence_states(lexicon, text, actor):
    assert named(lexicon, text, published=date(2025, 3, 1))[0] == ("Syrian forces", actor)


def test_without_a_publication_date_a_stated_day_tells_the_government(lexicon):
    assert named(lexicon, "Afghan forces came.") == [("Afghan forces", "af_gov")]
    assert named(lexicon, "Afghan forces came in 2022.") == [("Afghan forces", "af_taliban_gov")]
    text = "Police came to Herat in May 2022. The army came too."
    found = named(lexicon, text, toponym(text, "Herat", "AF"))
    assert [actor for _, actor in found] == ["af_taliban_gov", "af_taliban_gov"]


def test_a_village_named_often_outweighs_no_province(lexicon):
    text = "Pale, Pale and Pale lie in Yinma, Sagai; police came."
    pales = [replace(toponym(text, "Pale", "BA"), start=at, end=at + 4) for at in (0, 6, 15)]
    others = toponym(text, "Yinma", "MM"), toponym(text, "Sagai", "MM", Role.AREA)
    assert named(lexicon, text, *pales, *others)[-1] == ("police", "mm_gov")


def test_groups_speak_for_their_country_before_any_place_is_known(lexicon):
    homes = find_homelands(build_document("Houthis and M23 rebels met Hezbollah."), lexicon)
    assert homes == {"YE": 1, "CD": 1, "LB": 1}
    assert find_homelands(build_document("The army met the rebels."), lexicon) == {}


def test_a_name_of_one_party_needs_no_country(lexicon):
    assert named(lexicon, "GNA units left the base.") == [("GNA", "ly_gna")]


@pytest.mark.parametrize(
    ("text", "name", "country", "actor"),
    [
        ("JNIM fighters attacked Zorgo; the army fled.", "Zorgo", "BF", "bf_gov"),
        ("Boko Haram raided Mora and police fled.", "Mora", "CM", "cm_gov"),
        ("Boko Haram raided Zaki and police fled.", "Zaki", "NG", "ng_gov"),
        ("LRA rebels camped near Obo; the army came.", "Obo", "CF", "cf_gov"),
    ],
)
def test_a_group_of_several_countries_leaves_the_army_to_the_place(
    lexicon, text, name, country, actor
):
    assert named(lexicon, text, toponym(text, name, country))[-1][1] == actor


def test_a_group_of_several_countries_speaks_for_each_before_any_place_is_known(lexicon):
    homes = find_homelands(build_document("Boko Haram fled."), lexicon)
    assert homes == {"NG": 1, "CM": 1, "TD": 1, "NE": 1}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Two men died in an upazila; police came.", "bd_gov"),
        ("Police came to the woreda.", "et_gov"),
        ("A barangay captain called police.", "ph_gov"),
    ],
)
def test_words_of_one_country_tell_whose_police_it_is(lexicon, text, actor):
    assert [found for _, found in named(lexicon, text)] == [actor]


def test_words_of_two_countries_tell_neither_alone(lexicon):
    assert find_homelands(build_document("A tehsil officer."), lexicon) == {"IN": 1, "PK": 1}


def test_an_acronym_where_it_fights_outweighs_a_demonym(lexicon):
    text = "MEND rebels blew up a Dutch pipeline."
    assert named(lexicon, text)[0] == ("MEND", "ng_mend")
    assert ("MEND", "ng_mend") not in named(lexicon, "The Dutch MEND their nets.")


def test_what_is_a_name_elsewhere_still_is_what_its_words_say(lexicon):
    text = "Two state police shot at a truck near Salina."
    assert named(lexicon, text, toponym(text, "Salina", "US")) == [("police", "us_gov")]
    assert named(lexicon, text, toponym(text, "Salina", "MX")) == [("state police", "mx_gov")]


def test_a_branch_is_meant_only_in_its_own_country(lexicon):
    text = "The Islamic State struck Asongo, said a diplomat in Mali."
    mali = toponym(text, "Mali", "ML", Role.DATELINE)
    assert named(lexicon, text, toponym(text, "Asongo", "ML"), mali)[0][1] == "sahel_isgs"
    assert named(lexicon, text, toponym(text, "Asongo", "IQ"), mali)[0][1] == "is"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The AA battery died.", []),
        ("Two AA fighters came.", ["mm_aa"]),
        ("Members of the WAM burned a truck.", ["cl_wam"]),
        ("An MRC scan showed it.", []),
    ],
)
def test_a_short_acronym_alone_names_nobody(lexicon, text, actors):
    assert [actor for _, actor in named(lexicon, text)] == actors


def test_an_acronym_in_mixed_capitals_is_spelled_in_no_other_way(lexicon):
    assert named(lexicon, "LeT struck again.") == [("LeT", "in_let")]
    assert named(lexicon, "Let us go.") == []


def test_a_name_of_several_parties_without_a_country_is_unknown(lexicon):
    assert named(lexicon, "ADF militants left.") == [("ADF", "unknown:adf")]


def test_forces_after_a_name_repeat_it(lexicon):
    text = "Hayat Tahrir al-Sham security forces left Idlib."
    found = named(lexicon, text, toponym(text, "Idlib", "SY"))
    assert found == [("Hayat Tahrir al-Sham", "sy_hts")]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Upper Nile Liberation Army forces attacked Malakal.", "Upper Nile Liberation Army"),
        ("The Zowara Military Council clashed with gunmen.", "Zowara Military Council"),
        ("The Karachi Boys Gang abducted a trader.", "Karachi Boys Gang"),
        ("Oodua Peoples Congress members burned a post.", "Oodua Peoples Congress"),
    ],
)
def test_more_heads_of_unknown_groups(lexicon, text, group):
    assert group in {name for name, _ in named(lexicon, text)}


def test_an_army_without_such_a_name_is_the_government_s(lexicon):
    text = "Army forces attacked Malakal."
    assert named(lexicon, text, toponym(text, "Malakal", "SS")) == [("Army forces", "ss_gov")]


def test_rebels_of_an_acronym_are_not_the_rebels_of_the_country(lexicon):
    text = "XKLA rebels attacked Kirkuk."
    assert named(lexicon, text, toponym(text, "Kirkuk", "IQ")) == [("XKLA", "unknown:xkla")]
