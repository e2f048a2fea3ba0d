"""Arabic articles through the same gazetteer."""


def test_names_with_prefixes(parse):
    text = "قصفت قوات النظام بلدة سراقب، ثم تقدمت نحو حلب ودمشق."
    found = {t.text: t.place.country for t in parse(text) if t.place}
    assert {"سراقب", "حلب"} <= set(found)
    assert set(found.values()) == {"SY"}


def test_prefixes_are_not_part_of_the_mention(parse):
    text = "اشتباكات في حلب وحماة"
    for toponym in parse(text):
        assert text[toponym.start : toponym.end] == toponym.text
        assert not toponym.text.startswith("وح")


def test_common_nouns_are_no_places(names):
    assert names("وصلوا الى مدينة كبيرة في قرية") == []
