"""Names in some case of Ukrainian and Russian meet their dictionary form, and no others."""

import pytest

from mapapp.text.declension import dictionary_forms

MEET = """
Бахмуті Бахмут|Бахмута Бахмут|Бахмутом Бахмут|Бахмуте Бахмут|Харкові Харків|Харкова Харків
Харькове Харьков|Харькова Харьков|Харьковым Харьков|Києві Київ|Києва Київ|Киеве Киев|Львові Львів
Миколаєві Миколаїв|Авдіївці Авдіївка|Авдіївки Авдіївка|Авдіївку Авдіївка|Авдіївкою Авдіївка
Авдеевке Авдеевка|Авдеевкой Авдеевка|Авдеевки Авдеевка|Макіївці Макіївка|Одесі Одеса|Одессы Одесса
Одессе Одесса|Полтаві Полтава|Полтаве Полтава|Вінниці Вінниця|Виннице Винница|Бучі Буча|Буче Буча
Сумах Суми|Сумах Сумы|Черкассах Черкассы|Черкасах Черкаси|Чернівцях Чернівці|Маріуполі Маріуполь
Мариуполе Мариуполь|Мариуполя Мариуполь|Мариуполем Мариуполь|Казани Казань
Керчи Керчь|Керчі Керч|Запоріжжі Запоріжжя|Запорожья Запорожье|Рубіжному Рубіжне|Рубежном Рубежное
Торецьку Торецьк|Донецьку Донецьк|Донецке Донецк|Луганська Луганськ|Купянском Купянск|Москве Москва
Москвы Москва|Москвой Москва|Минске Минск|Сирии Сирия|Сирії Сирія|Турцией Турция|Польше Польша
Україні Україна|Украины Украина|Китае Китай|Китая Китай|Дамаске Дамаск|Идлибе Идлиб
Ізюмі Ізюм|Изюма Изюм|Лимані Лиман|Косова Косово|Ростове Ростов|Розі Ріг|Рогу Ріг
"""
APART = """
Сумы Саки|Харьков Харькова|Бахмут Бахмутка|Идлиб Идлибский|Киев Кия|Минск Минусинск|Львов Львовка
Москва Москворечье|Донецк Донец|Буча Бучач|Одесса Одинцово|Лиман Лима|Рим Рима|Сирия Сирет
Полтава Полоцк|Изюм Изюмовка|Казань Каз|Керчь Керченский|Торецк Торез|Курск Куркино
"""


def pairs(table):
    return [tuple(pair.split()) for pair in table.strip().replace("\n", "|").split("|")]


@pytest.mark.parametrize(("form", "name"), pairs(MEET))
def test_a_form_meets_its_name(form, name):
    assert name.lower() in dictionary_forms(form)


def test_there_are_enough_pairs():
    assert len(pairs(MEET)) >= 60


@pytest.mark.parametrize(("word", "other"), pairs(APART))
def test_other_names_are_not_met(word, other):
    assert other.lower() not in dictionary_forms(word)


def test_words_without_an_ending_have_no_forms():
    assert dictionary_forms("Минск") == ()
    assert dictionary_forms("") == ()
    assert dictionary_forms("Ош") == ()


def test_a_word_is_not_its_own_form():
    for form, _ in pairs(MEET):
        assert form.lower() not in dictionary_forms(form)
