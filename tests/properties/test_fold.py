from hypothesis import given
from hypothesis import strategies as st

from mapapp.gazetteer.names import LooseName, loose_keys, loose_rows, query_keys
from mapapp.text.fold import fold_word, name_words
from mapapp.text.similarity import edit_distance, jaro_winkler
from mapapp.text.slavic import slavic_key, slavic_keys
from mapapp.text.sounds import skeleton, skeletons, vowel_key, vowel_keys
from mapapp.text.tokens import tokenize

names = st.text(max_size=40)
latin = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=12)


@given(names)
def test_folding_a_folded_word_changes_nothing(name: str):
    for word in name_words(name):
        assert fold_word(word) == word


@given(names)
def test_case_does_not_matter_to_ascii_names(name: str):
    if name.isascii():
        assert name_words(name.upper()) == name_words(name.lower())


@given(st.lists(latin.filter(bool), min_size=1, max_size=4))
def test_tokens_of_text_join_to_the_words_of_the_name(words: list[str]):
    for name in (" ".join(words), "-".join(words), ", ".join(words)):
        tokens = [folded for token in tokenize(name).lowers if (folded := fold_word(token))]
        assert tokens == name_words(name)


@given(names)
def test_any_text_has_keys_without_an_error(name: str):
    for keys, _ in query_keys(name):
        assert keys.fold
        for key in loose_keys(keys.bare):
            assert len(key.row) > 1


@given(latin, latin)
def test_similarity_is_symmetric_in_prefix_free_terms_and_bounded(left: str, right: str):
    assert 0.0 <= jaro_winkler(left, right) <= 1.0
    assert (jaro_winkler(left, right) == 1.0) == (left == right)


@given(latin, latin)
def test_distance_is_symmetric_and_bounded_by_the_longer(left: str, right: str):
    assert edit_distance(left, right) == edit_distance(right, left)
    assert edit_distance(left, right) <= max(len(left), len(right))


spoken = st.lists(
    st.text(alphabet="aeiouywhtsckrn", min_size=1, max_size=9), min_size=1, max_size=4
)


@given(st.lists(spoken, max_size=6))
def test_keys_of_many_names_at_once_are_those_of_each(several: list[list[str]]):
    keys = vowel_keys(several)
    assert keys == [vowel_key(words) for words in several]
    assert skeletons(keys) == [skeleton(key) for key in keys]
    if several:
        assert slavic_keys(several) == [slavic_key(words) for words in several]


@given(st.lists(names, max_size=6))
def test_a_name_is_looked_up_where_the_index_keeps_it(several: list[str]):
    asked = [keys for name in several for keys, _ in query_keys(name)]
    kept = loose_rows([LooseName(keys.fold, keys.bare, True, True) for keys in asked])
    for keys in asked:
        for kind, row, part in loose_keys(keys.bare):
            places = {(key, name) for key, name, fold in kept if fold == keys.fold}
            assert any(key == row and part in {None, name} for key, name in places), kind
