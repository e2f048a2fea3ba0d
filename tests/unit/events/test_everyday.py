"""News that is no war: sport, courts, weather, business, elections, accidents, history."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Storm Ciara killed two people when trees fell on their cars in Bavaria.",
        "The rally driver won the final stage in Sardinia.",
        "Shares rallied in Tokyo after the yen fell.",
        "The striker captured the lead for Liverpool with a late header.",
        "The boxer knocked out his rival in the third round of their title fight in Las Vegas.",
        "United defended well and launched a counterattack that ended in a second goal.",
        "A judge in Nairobi sentenced a former banker to eight years for fraud.",
        "The court in The Hague heard opening arguments in the trademark case on Monday.",
        "Heavy rain battered the coast of Queensland and forced the closure of two schools.",
        "The company's shares exploded after it beat analysts' forecasts.",
        "Apple launched a new phone and struck a deal with three carriers.",
        "The bank fired 200 employees in its London office.",
        "Voters in Botswana head to the polls on Wednesday in a tight election.",
        "The ruling party captured 61 of the 120 seats in parliament.",
        "A bus plunged into a ravine in Peru, killing 22 passengers.",
        "Three workers died in a mine collapse in Shanxi province.",
        "A gas leak caused an explosion at a bakery in Lyon that hurt five people.",
        "The castle was besieged in 1645 and fell to Parliament's army a year later.",
        "In the Battle of Hastings in 1066, William's archers shot at the English line.",
        "The museum opened an exhibition about the bombing of Guernica.",
        "Doctors in Manila are fighting an outbreak of dengue.",
        "The senator attacked her opponent's tax plan in a televised debate.",
        "Airline pilots went ahead with negotiations after their union postponed a strike.",
        "The director shot the film in Morocco and Jordan last year.",
        "Firefighters battled a blaze in a warehouse in Osaka for six hours.",
        "The champion raided the bookshop for signed copies.",
        "Scientists discovered a new frog species in the forests of Ecuador.",
        "The prime minister met his Danish counterpart to discuss wind power.",
        "A shark attacked a swimmer off Perth, officials said.",
        "The old theatre on Market Street was demolished to make way for flats.",
        "An avalanche killed four skiers in the Austrian Alps on Saturday.",
        "Real Madrid beat Barcelona 3-1 after a fierce battle at the Bernabeu.",
        "The volcano exploded in a cloud of ash above Reykjavik.",
        "A tanker exploded at a petrol station in Rimini, injuring eleven.",
        "The Norman army invaded England in 1066.",
        "Police in Ohio arrested a man for drunk driving.",
        "The bomb cyclone dumped a metre of snow on Denver.",
        "A fire destroyed a furniture factory in Dhaka.",
        "Thousands fled as floodwaters rose in Hanoi.",
        "An elephant trampled a farmer to death in Kerala.",
        "NASA launched a rocket carrying two satellites from Florida.",
        "Rebels in the ruling party voted against the housing bill.",
        "Lewis Hamilton stormed to victory at Silverstone on Sunday.",
        "The army band marched through Oslo on Constitution Day.",
        "Hurricane Ida hit Louisiana and killed four people.",
        "A burst water main cut off supplies to 4,000 homes in Leeds.",
        "Napoleon's troops occupied Moscow in September 1812.",
        "A truck struck a bridge in Durham, blocking the road.",
        "Rangers and Celtic fought out a goalless draw.",
        "A teenager shot a video of the whale off Hawaii.",
        "The firm shelled out millions for the start-up.",
        "Two climbers died on Everest during the descent.",
        "The strike by doctors enters its third week.",
        "Australia bombed out of the World Cup after a loss to Italy.",
        "The tiger attacked a ranger in a zoo in Jaipur.",
        "Airlines delayed flights because of storms.",
        "The village of Hallstatt was overrun by tourists.",
        "An explosion of colour marked the spring festival in Jaipur.",
    ],
)
def test_peaceful_news_tells_no_event(read, place, text):
    towns = (
        "Bavaria",
        "Jaipur",
        "Hallstatt",
        "Sardinia",
        "Liverpool",
        "Manila",
        "Lyon",
        "Perth",
        "Osaka",
        "Morocco",
        "Denver",
        "Dhaka",
        "Ohio",
    )
    assert not read(text, *(place(name, country="XX") for name in towns if name in text))


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between two clans erupted in Bahri on Tuesday, killing six.",
        "Rebels battled the army for the town of Kalehe.",
        "A bomb exploded at a bakery in Quetta, killing five people.",
        "Gunmen fired on fans during a football match in Quetta.",
        "The town was captured on Monday after the Taliban attacked.",
        "Arsonists burned a school in Pattani, killing a guard.",
    ],
)
def test_the_same_words_tell_a_war(read, text):
    assert read(text)


def test_goma_is_taken(read, place):
    (event,) = read("Rebels take Goma after hours of combat", place("Goma", country="CD"))
    assert event.sub_type == "Non-state actor overtakes territory"


def test_a_soft_word_tells_an_event_in_a_text_about_a_war(read, place):
    kalehe = place("Kalehe", country="CD")
    assert not read("The town of Kalehe was captured on Monday.", kalehe)
    text = "M23 rebels attacked on Sunday. The town of Kalehe was captured on Monday."
    assert len(read(text, kalehe)) == 2
