"""Ukrainian and Russian names in some case are found and stand where they should."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("У Бахмуті тривають бої.", "Бахмуті", "Bakhmut"),
        ("Бої точаться біля Авдіївки.", "Авдіївки", "Avdiivka"),
        ("Вибухи пролунали в Одесі.", "Одесі", "Odesa"),
        ("В Харькове слышны взрывы.", "Харькове", "Kharkiv"),
        ("Войска вышли из Москвы.", "Москвы", "Moscow"),
        ("Переговоры о Сирии прошли в Дамаске.", "Сирии", "Syria"),
        ("У Кривому Розі пошкоджено будинки.", "Кривому Розі", "Kryvyi Rih"),
    ],
)
def test_a_name_in_some_case(parse, text, name, place):
    found = {toponym.text: toponym.place for toponym in parse(text)}
    assert name in found
    assert found[name] is not None
    assert found[name].name == place


@pytest.mark.parametrize(
    "text", ["Ивана убили вчера.", "Зеленского ждали долго.", "И в этом суть."]
)
def test_persons_and_small_words_are_no_places(parse, text):
    assert [toponym.text for toponym in parse(text) if toponym.place is not None] == []


def test_two_cases_of_one_name_are_one_place(parse):
    toponyms = parse("У Бахмуті тривають бої. Поблизу Бахмута чути вибухи, під Бахмутом тихо.")
    assert len(toponyms) == 3
    assert len({toponym.place.id for toponym in toponyms}) == 1
