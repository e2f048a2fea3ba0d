import re
from dataclasses import replace

import pytest

from mapapp.view.cards import event_card, excerpt_card, mark_key, place_card
from mapapp.view.choose import Choice
from mapapp.view.labels import ROLE_LABELS
from mapapp.view.reader import evidence_card, reader_page
from mapapp.view.selection import EVERYTHING
from mapapp.view.spots import newest_spots
from mapapp.view.summaries import summarize
from tests import sample

TAGS = re.compile(r"<[^>]*>")
ALLOWED = re.compile(
    r"</?(div|p|h2|b|span|mark|img|details|summary|ul|li|article)"
    r"( (class|dir|title|style|alt|src)=\"[^\"<>`$]*\")*>"
)


@pytest.fixture(scope="module")
def excerpts(corpus, sample_store):
    spots = newest_spots(Choice(corpus, EVERYTHING), "t:saraqib")
    return sample_store.excerpts_at(spots)


def test_newest_excerpts_come_first_and_undated_last(excerpts):
    assert [excerpt.article.published for excerpt in excerpts] == [*[sample.DAY] * 3, None]


def test_a_card_tells_source_date_words_who_and_why(excerpts, corpus):
    card = excerpt_card(excerpts[1], corpus)
    assert "Rebels retake Saraqib" in card
    assert '<span dir="auto">Al Jazeera</span> · <span dir="auto">27 February 2020</span>' in card
    assert '<mark class="m-actor" title="Syrian rebels">Syrian rebels</mark> recaptured' in card
    assert '<mark class="m-focus" title="Event place">Saraqib</mark> on Thursday' in card
    assert "Non-state actor overtakes territory" in card
    assert "Disputed" in card
    shown = TAGS.sub("|", card)
    assert "|attacker||" in shown
    assert "|said by|||a spokesman (claims)|" in shown
    assert "only place of that name in Syria" in card
    assert "Sarakeb, IQ (8%)" in card


def test_a_source_in_arabic_turns_no_date_around(excerpts, corpus):
    article = replace(excerpts[0].article, source="عنب بلدي")
    card = excerpt_card(replace(excerpts[0], article=article), corpus)
    assert '<span dir="auto">عنب بلدي</span> · <span dir="auto">27 February 2020</span>' in card


def test_an_undated_card_says_so(excerpts, corpus):
    assert "date unknown" in excerpt_card(excerpts[3], corpus)
    assert "place not certain" in excerpt_card(excerpts[3], corpus)


def test_hostile_text_leaves_only_our_own_tags(excerpts, corpus, sample_store):
    readings = sample_store.readings(list(corpus.columns.article_ids)).values()
    pages = [excerpt_card(excerpt, corpus) for excerpt in excerpts]
    pages += [reader_page(reading) for reading in readings]
    pages += [evidence_card(reading, 0, len(reading.article.text)) for reading in readings]
    assert any("pwned" in page for page in pages)
    for page in pages:
        assert [tag for tag in TAGS.findall(page) if not ALLOWED.fullmatch(tag)] == []


def test_the_reader_shows_every_word_of_the_article(corpus, sample_store):
    for reading in sample_store.readings(list(corpus.columns.article_ids)).values():
        shown = TAGS.sub("", reader_page(reading))
        for word in reading.article.text.split():
            if word.isalpha():
                assert word in shown


def test_place_card_counts_sides(corpus):
    summary = summarize(corpus, Choice(corpus, EVERYTHING).rows())[0]
    card = place_card(summary, corpus)
    assert "<h2>Saraqib</h2>" in card
    assert "4 mentions in 2 articles" in card
    assert "27 February 2020 · 1 undated" in card
    assert card.count('class="m-bar"') == 2


def test_event_card_tells_status_tolls_as_ranges_and_who_says_so(corpus):
    strike = sample.readings()[0].events[1]
    shown = TAGS.sub("|", event_card(strike, corpus))
    assert "|Reported|" in shown
    assert "killed: 2 soldiers" in shown
    assert "|said by||the article itself|" in shown
    assert "|target|||Turkish army|" in shown


def test_the_key_names_every_role():
    shown = TAGS.sub("|", mark_key())
    assert all(label in shown for label in (*ROLE_LABELS.values(), "Faction", "Highway"))
