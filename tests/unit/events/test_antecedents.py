"""Pronouns for the people that the sentence before counted."""

import pytest


def deaths(events):
    return sum(event.killed.low for event in events if event.killed is not None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("2 armed people shot at policemen in Cizre. They were killed when police fired back.", 2),
        ("Two bombers attempted to enter a camp. They were shot dead by soldiers.", 2),
        ("Three militants opened fire on a patrol. Soldiers returned fire and killed them.", 3),
        ("Rebels abducted four herders near Gao. They were later killed.", 4),
        ("Militants seized five passengers of a bus. They were later found dead.", 5),
        ("Six miners were taken from a camp near Bria. Rebels later killed them.", 6),
        ("Rebels took two boys to a petrol station and shot them dead.", 2),
        ("Rebels took two boys to a petrol station and killed them.", 2),
        ("A policeman was abducted in Mosul. He was beheaded.", 1),
        ("Three police officers were attacked in Herat. They died of their wounds.", 3),
    ],
)
def test_pronouns_are_whom_the_sentence_before_counted(read, text, killed):
    assert deaths(read(text)) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Rebels took two boys to a petrol station and shot them.", 0),
        ("Three militants attacked five policemen. They were killed.", 0),
        ("Two gunmen attacked a post near Quetta. They killed policemen and fled.", 0),
        ("Two gunmen attacked a post near Quetta. They were not killed.", 0),
        ("A baby fell ill in Lima. She died in a hospital.", 0),
        ("Five men were abducted in Gao.\n\nThey were killed.", 0),
        ("Ten activists marched in Lagos. They were attacked and three were killed.", 3),
        ("Hundreds of people protested in Lagos. They were attacked by police.", 0),
        ("Two farmers were killed by gunmen. They were shot dead in their field.", 2),
    ],
)
def test_pronouns_that_stay_undecided_count_nobody(read, text, killed):
    assert deaths(read(text)) == killed
