"""Spellings from war reporting that a gazetteer row must answer, and names that it must not."""

import pytest

from mapapp.gazetteer.gazetteer import Gazetteer, open_gazetteer

# country | name in the gazetteer | name in the text
MEET = """
SY|Saraqib|Saraqeb
SY|Saraqib|Sarakeb
SY|Saraqib|سراقب
SY|سراقب|Saraqib
SY|An Nusrah|al-Nusra
SY|Al Nusra|an-Nusra
SY|Khān Shaykhūn|Khan Sheikhoun
SY|Khān Shaykhūn|Khan Sheikhun
SY|Khān Shaykhūn|Khan Cheikhoun
SY|Khan Sheikhoun|خان شيخون
SY|Huraytan|Hreitan
SY|Jabal az Zāwiyah|Jabal al-Zawiya
SY|Jabal az Zāwiyah|Jebel al-Zawiya
SY|Jabal az Zāwiyah|Jabal Zawiya
SY|Jabal al-Zawiya|جبل الزاوية
SY|Ma`arrat an Nu`mān|Maarat al-Numan
SY|Ma`arrat an Nu`mān|Maaret al-Nouman
SY|Ma`arrat an Nu`mān|Marrat al-Numan
SY|Jisr ash Shughūr|Jisr al-Shughour
SY|Jisr ash Shughūr|Jisr al-Shughur
SY|Jisr ash Shughūr|Jisr Shughur
SY|Kafr Nabl|Kafranbel
SY|Kafr Nabl|Kfar Nabl
SY|Kafr Nabl|كفرنبل
SY|Dayr az Zawr|Deir ez-Zor
SY|Dayr az Zawr|Deir Ezzor
SY|Dayr az Zawr|Deir al-Zour
SY|Ar Raqqah|Raqqa
SY|Ar Raqqah|al-Raqqa
SY|Ar Raqqah|Rakka
SY|Al Qāmishlī|Qamishli
SY|Qamişlo|Qamishlo
SY|Kobanî|Kobani
SY|Hamāh|Hama
SY|Ḩimş|Homs
SY|Al Lādhiqīyah|Ladhiqiya
SY|Abū az̧ Z̧uhūr|Abu al-Zuhour
SY|Abu al-Duhur|Abu Duhur
SY|Tall Rif`at|Tell Rifaat
SY|Tall Rif`at|Tal Rifat
SY|`Ayn `Īsá|Ain Issa
SY|Al Ḩasakah|Hasakah
SY|Al Ḩasakah|Hassakeh
SY|Al Atārib|Atareb
SY|Sarmadā|Sarmada
SY|Ad Dānā|al-Dana
SY|Salqīn|Salqeen
SY|Kafr Takhārīm|Kafr Takhareem
SY|Al Bāb|al-Bab
SY|Bab|al-Bab
SY|Al Kuwayris|Kweires
SY|Dūmā|Douma
SY|Az Zabadānī|Zabadani
SY|Manbij|Menbij
SY|Tadmur|تدمر
SY|Ḩalab|حلب
SY|Idlib|إدلب
SY|Dara|درعا
SY|Jisr ash Shughūr|جسر الشغور
SY|Ma`arrat an Nu`mān|معرة النعمان
SY|Taftanāz|تفتناز
YE|Sanaa|صنعاء
IQ|Mosul|الموصل
SD|El Fasher|الفاشر
TR|Şanlıurfa|Sanliurfa
TR|Şanlıurfa|Shanliurfa
TR|Kilis|KİLİS
TR|Çobanbey|Chobanbey
IQ|Al Mawşil|al-Mawsil
IQ|Al Fallūjah|Fallujah
IQ|Al Fallūjah|Falluja
IQ|Al Fallūjah|الفلوجة
IQ|Sinjār|Sinjar
IQ|Tall `Afar|Tal Afar
IQ|Tikrīt|Tikrit
LY|Mişrātah|Misrata
LY|Banghāzī|Benghazi
LY|Surt|Sirt
YE|Al Ḩudaydah|Hudaydah
YE|Al Ḩudaydah|Hodeidah
YE|Şan`ā'|Sanaa
YE|Ta`izz|Taiz
SD|Al Fāshir|El Fasher
SD|Al Fāshir|al-Fashir
SD|Al Junaynah|al-Junayna
SD|Umm Durmān|Omdurman
SD|Al Kharţūm|Khartoum
SD|Nyala|نيالا
UA|Kyiv|Kiev
UA|Kyiv|Київ
UA|Kyiv|Киев
UA|Kharkiv|Kharkov
UA|Kharkiv|Харків
UA|Kharkiv|Харьков
UA|Mykolayiv|Mykolaiv
UA|Luhans'k|Lugansk
UA|Luhans'k|Луганск
UA|Horlivka|Gorlovka
UA|Avdiivka|Avdeevka
UA|Slov''yans'k|Sloviansk
UA|Zaporizhzhia|Zaporizhzhya
UA|Chernihiv|Chernigov
UA|Lviv|Lvov
UA|Lyman|Liman
UA|Bakhmut|Бахмут
UA|Izium|Izyum
UA|Odesa|Odessa
RU|Groznyy|Grozny
RU|Groznyy|Groznyi
RU|Belgorod|Белгород
AZ|Xankəndi|Khankendi
US|Saint Petersburg|St. Petersburg
US|Washington, D.C.|Washington DC
TD|N'Djamena|Ndjamena
TD|N'Djamena|N’Djamena
GW|Guinea-Bissau|Guinea Bissau
NL|The Hague|Hague
"""

PART = """
SY|Kobani|Kabani
SY|Kabani|Kobani
SY|Sarmin|Sarmada
SY|Sarmada|Sarmin
SY|Hama|Homs
SY|Homs|Hama
SY|Saraqib|Sarmin
SY|Idlib|Aleppo
SY|Halab|Hama
SY|Kafr Nabl|Kafr Zita
SY|Maarat al-Numan|Maarrat Misrin
SY|Khan Shaykhun|Khan Tuman
SY|Tell Rifaat|Tell Abyad
SY|Ain Issa|Ain al-Arab
SY|Deir ez-Zor|Deir Hafer
SY|Abu al-Duhur|Abu Kamal
SY|Jisr al-Shughur|Jisr
SY|Nubl|Kafr Nabl
SY|Hass|Homs
SY|Binnish|Banias
SY|Darayya|Daraa
SY|سرمين|سرمدا
SY|حماة|حمص
US|El Paso|Paso
BR|Salvador|El Salvador
SV|El Salvador|Salvador
IQ|Mosul|Mosel Bay
IQ|Tikrit|Tartus
SD|El Fasher|El Fula
SD|Nyala|Nyamlel
LY|Sirte|Surman
YE|Aden|Abyan
UA|Kyiv|Kherson
UA|Kharkiv|Kherson
UA|Donetsk|Lutsk
UA|Bakhmut|Artemivsk
UA|Kramatorsk|Kreminna
UA|Sumy|Izium
RU|Belgorod|Novgorod
AF|Kabul|Kapisa
ML|Gao|Goa
IL|Gaza|Giza
SY|Sarmin|سرمدا
SY|حماة|Homs
SY|Idlib|حلب
UA|Kherson|Харків
"""


def _pairs(table: str) -> list[tuple[str, str, str]]:
    rows = (line.split("|") for line in table.strip().splitlines())
    return [(country, name, text) for country, name, text in rows]


def _names_met(gazetteer: Gazetteer, text: str) -> set[str]:
    strict = gazetteer.candidates(text)
    return {candidate.place.name for candidate in strict or gazetteer.candidates(text, loose=True)}


@pytest.mark.parametrize(("country", "name", "text"), _pairs(MEET))
def test_spellings_of_one_place_meet(
    tmp_path_factory: pytest.TempPathFactory, country: str, name: str, text: str
):
    gazetteer = _gazetteer_of(tmp_path_factory, country, name)
    assert name in _names_met(gazetteer, text)


@pytest.mark.parametrize(("country", "name", "text"), _pairs(PART))
def test_names_of_two_places_do_not_meet(
    tmp_path_factory: pytest.TempPathFactory, country: str, name: str, text: str
):
    gazetteer = _gazetteer_of(tmp_path_factory, country, name)
    assert _names_met(gazetteer, text) == set()
    assert _names_met(gazetteer, name) == {name}


def _gazetteer_of(factory: pytest.TempPathFactory, country: str, name: str) -> Gazetteer:
    folder = factory.mktemp("name")
    path = folder / "names.csv"
    path.write_text(f'id,name,lat,lon,country\nt:1,"{name}",35,36,{country}\n', encoding="utf-8")
    return open_gazetteer([path], folder / "cache")
