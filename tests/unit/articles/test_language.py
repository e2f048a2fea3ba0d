"""The language by script and commonest words."""

import pytest

from mapapp.articles.language import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army said that it was in control of the town and the road to the north.", "en"),
        ("Les forces du régime ont repris le contrôle de la ville dans la nuit.", "fr"),
        ("Ordu, kentin kontrolünü ele geçirdi ve daha sonra için bir açıklama yaptı.", "tr"),
        ("سيطر الجيش على المدينة بعد معارك عنيفة", "ar"),
        ("نیروهای دولتی شهر را گرفتند و چند روستا نیز آزاد شد", "fa"),
        ("Українські військові відбили атаку поблизу міста", "uk"),
        ("Российские войска заняли город после боёв", "ru"),
        ("צה״ל תקף הלילה מטרות בצפון הרצועה", "he"),
        ("Aleppo", ""),
        ("", ""),
        ("12345 67890", ""),
    ],
)
def test_languages_are_told(text, code):
    assert detect_language(text) == code
