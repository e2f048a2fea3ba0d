"""Which stretches of an article are its words; nothing real is ever dropped."""

import pytest

from mapapp.articles.clean import find_parts
from mapapp.model.article import PartKind

PROSE = "The army said on Monday that it had taken two villages after three days of shelling."
MORE = "Residents left for the border in cars and on foot, a doctor in the town told reporters."


def cut(text, title=""):
    return [
        (part.kind.value, part.rule, text[part.start : part.end].strip())
        for part in find_parts(text, title)
    ]


def test_the_seed_is_cut_where_a_person_would(seed_text):
    parts = cut(seed_text)
    assert parts[0][:2] == ("title", "first_line")
    crossheads = [words for kind, _, words in parts if kind == "crosshead"]
    assert crossheads == ["‘Pounding rebel positions’", "‘Eases pressure’", "Southern Idlib"]
    furniture = " ".join(words for kind, _, words in parts if kind == "furniture")
    assert (
        furniture.split()
        == (
            "Get real time updates directly on you device, subscribe now. Leave A Reply "
            "Your email address will not be published. Enable Notifications Ok No thanks"
        ).split()
    )


def test_a_headline_printed_twice_is_read_once():
    title = "Rebels retake key town in the north"
    assert cut(f"{title}\n\n{title}\n\n{PROSE}") == [
        ("title", "first_line", title),
        ("repeated", "title_again", title),
        ("body", "", PROSE),
    ]
    assert cut(f"{title} {title}\n\n{PROSE}")[:2] == [
        ("title", "first_line", title),
        ("repeated", "said_twice", title),
    ]


def test_a_known_title_is_found_with_other_punctuation():
    parts = cut(f"By our staff\n\n“REBELS retake town”\n\n{PROSE}", "Rebels retake town")
    assert parts[1] == ("title", "known_title", "“REBELS retake town”")


def test_a_paragraph_printed_twice_is_read_once():
    parts = cut(f"{PROSE}\n\n{MORE}\n\n{PROSE}")
    assert [kind for kind, _, _ in parts] == ["body", "repeated"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Leave a Comment", "comment_form"),
        ("Your email address will not be published. Required fields are marked *", "comment_form"),
        ("3 Comments", "comment_form"),
        ("Enable Notifications", "push_notice"),
        ("Share this article on Facebook", "share_bar"),
        ("Facebook | Twitter | WhatsApp", "share_bar"),
        ("Sign up for our daily newsletter", "subscribe"),
        ("Follow us on Telegram", "subscribe"),
        ("READ MORE: Another town falls", "read_more"),
        ("اقرأ أيضا: عنوان آخر", "read_more"),
        ("Advertisement", "advertisement"),
        ("Story continues below", "advertisement"),
        ("© 2020 Some News. All rights reserved.", "copyright"),
        ("This website uses cookies to improve your experience.", "cookies"),
        ("Skip to main content", "navigation"),
        ("[File: Reuters]", "photo_credit"),
        ("* * *", "rule_line"),
    ],
)
def test_furniture_is_named_by_its_rule(line, rule):
    assert ("furniture", rule, line) in cut(f"{PROSE}\n\n{line}\n\n{MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "Protesters tried to share food with soldiers at the bridge",
        "Subscribers to the state newspaper were told that Homs had fallen.",
        "The ministry asked people to leave a comment on its page in Idlib.",
        "Telegram channels close to the army reported the fall of Avdiivka",
        "More stories of torture emerge from Saydnaya",
        "Copyright law is debated in Kyiv",
        "Photos of soldiers in Aleppo released by the army",
        "Read the statement of the ministry here, in Damascus",
        "Back to school in Mosul",
        "مشاركة الجيش في معارك حلب",
    ],
)
def test_sentences_that_only_resemble_furniture_stay(line):
    kinds = {words: kind for kind, _, words in cut(f"{PROSE}\n\n{line}\n\n{MORE}")}
    assert kinds.get(line) == "crosshead" or any(
        line in words and kind == "body" for words, kind in kinds.items()
    )


def test_headlines_after_related_articles_go_but_prose_after_them_stays():
    text = f"{PROSE}\n\nRelated articles\nA bomb in Kabul\nA raid in Gaza\n\nIdlib\n\n{MORE}"
    assert cut(text) == [
        ("body", "", PROSE),
        ("furniture", "related", "Related articles"),
        ("furniture", "related_list", "A bomb in Kabul\nA raid in Gaza"),
        ("crosshead", "short_line", "Idlib"),
        ("body", "", MORE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Aleppo",
        "Shelling in Aleppo",
        "Aleppo\nHoms\nHama",
        "Shelling in Aleppo\nStrike on Homs\nTruce in Hama",
        "- Aleppo: 3 killed\n- Homs: 2 killed\n- Hama: none",
        "سقوط مدينة سراقب",
        "Subscribe",
        "Leave A Reply\n\nYour email address will not be published.",
        "x" * 100_000,
    ],
)
def test_short_lists_and_single_lines_survive(text):
    kinds = {part.kind for part in find_parts(text)}
    assert kinds <= {PartKind.BODY, PartKind.TITLE}


def test_blank_texts_have_no_words():
    assert find_parts("") == ()
    assert cut(" \n ") == [("body", "", "")]


def test_lines_of_hard_wrapped_prose_are_no_crossheads():
    text = "The army said on Monday that it had\ntaken two\nvillages after heavy\nshelling."
    assert {kind for kind, _, _ in cut(text)} == {"body"}
