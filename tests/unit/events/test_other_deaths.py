"""Deaths of another event, another story or another day than the one that a clause tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # A court's word in another clause, or in what is said of the dead.
        ("Two men accused of theft were killed by villagers in Gao.", 2),
        ("A mob tried to seize two men accused of theft when police fired, killing a woman.", 1),
        ("Troops attempted to free a hostage in Gao, and four men were killed in the clash.", 4),
        ("He was sentenced to death for an attack that killed 20 people in Gao.", 0),
        ("A court tried rebels over a massacre of 12 people in Gao.", 0),
        # What a clause comes to is its own, whatever stands between.
        ("Soldiers fired on protesters demonstrating against the coup, killing a boy.", 1),
        ("Thousands marched in Gao against the killing of a boy.", 0),
        ("A riot in Gao ended in clashes with soldiers who shot dead four miners.", 4),
        ("Thousands marched in Gao against a law by men who killed two students.", 0),
        ("The army vowed revenge on rebels who killed three soldiers in Gao.", 0),
        ("Rebels hit two farmers after these fled to the hills, killing one of them.", 1),
        # Deaths before an event.
        ("Residents attacked a police post in Gao after two children were killed.", 0),
        ("Students clashed in Gao two months after a feud left a student dead.", 0),
        ("Two days after a truce began in Gao, three people were killed by shelling.", 3),
        ("Rebels captured Gao after ten soldiers were killed.", 10),
        ("The army took control of Gao, after clashes which left 23 rebels dead.", 23),
        ("The army shelled Gao, following clashes which left 23 rebels dead.", 0),
        ("Shelling in Gao killed eight, a day after 14 died in a strike on a market.", 8),
        ("A memorial was held for the 80 men killed in Gao in July.", 0),
        # Parts and doubts.
        ("Among those killed in the raid on Gao were three officers.", 3),
        ("A raid on Gao killed ten. Among those killed in the raid were three officers.", 10),
        ("Five fishermen are missing and feared dead after an attack near Gao.", 5),
        ("Five fishermen are missing, and a goat was found dead near Gao.", 0),
        ("Four pilgrims, not five as reported before, were killed in an attack on Gao.", 4),
        ("Hundreds attended the funeral of the two soldiers killed in an attack on Gao.", 0),
        ("Gunmen attacked the funeral of a chief in Gao, killing two.", 2),
        ("Police fired tear gas in Gao at students demanding justice for a classmate killed.", 0),
        ("Rebels in Gao freed men in exchange for the bodies of six fighters.", 0),
        ("A hospital in Gao received the bodies of six fighters.", 6),
        # Nouns.
        ("Two cattle thieves were killed by locals in Gao.", 2),
        ("Seven bodies of civilians were found in Gao.", 7),
        ("Seven bodies of the state signed the deal in Gao.", 0),
    ],
)
def test_whose_deaths_they_are(read, text, killed):
    assert sum(event.killed.low for event in read(text) if event.killed) == killed
