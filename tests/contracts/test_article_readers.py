"""What every article reader must do, whoever writes the next one."""

import inspect

import pytest

from mapapp.articles.reader import Refused, Source
from mapapp.articles.sources import all_readers, read_source
from mapapp.model.article import Article

READERS = sorted(all_readers().items())
GARBAGE = {
    "empty": b"",
    "blank": b" \n\t\r\n ",
    "zeros": b"\x00" * 5000,
    "noise": bytes((number * 7919 + 13) % 256 for number in range(20_000)),
    "zip_head": b"PK\x03\x04" + b"\xff" * 300,
    "pdf_head": b"%PDF-1.7\n" + b"\xff\x00" * 300,
    "tags": b"<a>" * 3000,
    "brackets": b"[" * 200_000,
    "quotes": b'"' * 5001,
}


@pytest.mark.parametrize(("name", "reader"), READERS)
def test_a_reader_says_what_it_takes(name, reader):
    assert reader.kind
    assert reader.suffixes
    assert all(suffix.startswith(".") and suffix.islower() for suffix in reader.suffixes), name
    assert all("/" in media_type for media_type in reader.media_types)
    assert inspect.isgeneratorfunction(reader.read)
    assert (reader.read.__doc__ or "").startswith("Yield")


def test_no_two_readers_take_the_same_files():
    suffixes = [suffix for _, reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("kind", GARBAGE)
@pytest.mark.parametrize(("name", "reader"), READERS)
def test_garbage_is_refused_with_a_message_or_read_but_never_breaks(name, reader, kind):
    source = Source(name=f"bad{reader.suffixes[0]}", data=GARBAGE[kind])
    for found in read_source(source):
        assert isinstance(found, Article | Refused), name
        if isinstance(found, Refused):
            assert "bad" in found.reason
            assert len(found.reason) < 600


@pytest.mark.parametrize(("name", "reader"), READERS)
def test_a_missing_file_is_refused(name, reader, tmp_path):
    path = tmp_path / f"none{reader.suffixes[0]}"
    (found,) = read_source(Source(name=path.name, path=path))
    assert isinstance(found, Refused), name
    assert "none" in found.reason
