"""A person's word outranks every rule."""

from mapapp.model.reading import Correction

TEXT = "A bomb went off in Tripoli on Monday."
START, END = TEXT.index("Tripoli"), TEXT.index("Tripoli") + 7


def correction(place_id, start=START, end=END):
    return Correction(article_id="a", start=start, end=end, place_id=place_id)


def test_another_place(parse, knowledge):
    other = next(
        c.place for c in knowledge.gazetteer.candidates("Tripoli") if c.place.country == "LB"
    )
    (toponym,) = parse(TEXT, corrections=[correction(other.id)])
    assert toponym.place == other
    assert toponym.confidence == 1.0
    assert toponym.text == "Tripoli"


def test_no_place_at_all(parse):
    assert parse(TEXT, corrections=[correction("")]) == ()


def test_a_mention_that_was_missed(parse, knowledge):
    place = knowledge.gazetteer.candidates("Tripoli")[0].place
    toponyms = parse(TEXT, corrections=[correction(place.id, 2, 6)])
    assert [t.text for t in toponyms] == ["bomb", "Tripoli"]


def test_a_span_outside_the_text_changes_nothing(parse):
    assert parse(TEXT, corrections=[correction("gn:1", 5000, 5007)]) == parse(TEXT)
