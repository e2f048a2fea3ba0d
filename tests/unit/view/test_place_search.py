from mapapp.model.place import Candidate
from mapapp.view.place_search import find_place
from tests import sample


class _Hit:
    def __init__(self, place):
        self.candidate = Candidate(place=place, name=place.name, primary=True, key="fold")


class _Gazetteer:
    def __init__(self, *places):
        self.places = places

    def search(self, _name, _limit):
        return tuple(_Hit(place) for place in self.places)


KNOWN = (sample.SARAQIB, sample.IDLIB)


def test_a_name_as_written_needs_no_gazetteer():
    assert find_place("saraqib", _Gazetteer(), KNOWN).place == sample.SARAQIB


def test_another_spelling_is_found_among_the_places_that_the_articles_name():
    hit = find_place("سراقب", _Gazetteer(sample.ELSEWHERE, sample.SARAQIB), KNOWN)
    assert hit.place == sample.SARAQIB


def test_a_place_that_no_article_names_is_told_apart_from_an_unknown_name():
    hit = find_place("Sarakeb", _Gazetteer(sample.ELSEWHERE), KNOWN)
    assert (hit.place, hit.elsewhere) == (None, sample.ELSEWHERE)
    nothing = find_place("Xyzzy", _Gazetteer(), KNOWN)
    assert (nothing.place, nothing.elsewhere) == (None, None)
    assert find_place("  ", _Gazetteer(), KNOWN).place is None


def test_the_bundled_gazetteer_knows_the_spellings(knowledge):
    place = knowledge.gazetteer.search("Saraqib", 1)[0].candidate.place
    for name in ("Saraqeb", "Sarakib", "سراقب"):
        assert find_place(name, knowledge.gazetteer, [place]).place == place
