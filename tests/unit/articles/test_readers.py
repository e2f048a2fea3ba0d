"""Each kind of source gives its articles with what it says about them."""

import io
import json
import zipfile
from datetime import date
from email.message import EmailMessage

import docx
import pytest

from mapapp.articles.reader import Defaults, Refused, Source
from mapapp.articles.readers import archive, json_lines
from mapapp.articles.sources import DEEPEST, find_sources, read_all, read_source
from mapapp.model.article import Article

DAY = date(2020, 2, 27)
BODY = "The army said on Monday that it had taken two villages near Saraqeb after heavy shelling."
LONG = "\n".join(f"<p>{BODY} It was day {number}.</p>" for number in range(8))
PAGE = f"""<!doctype html><html lang="en"><head><title>Rebels retake town | Some News</title>
<meta property="og:site_name" content="Some News"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2020-02-27T10:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Rebels retake town</h1>
{LONG}</article><footer>Copyright 2024</footer></body></html>"""
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Some Wire</title>
<item><title>First</title><link>https://a.example/1</link>
<pubDate>Thu, 27 Feb 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;{BODY}&lt;/p&gt;</description>
</item><item><title>Second headline only</title><link>https://a.example/2</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom Wire</title><entry>
<title>One</title><link href="https://a.example/3"/><updated>2020-02-27T10:00:00Z</updated>
<author><name>Jane</name></author><content type="html">{BODY}</content></entry></feed>"""


def read(name, data, **more):
    data = data.encode() if isinstance(data, str) else data
    return list(read_source(Source(name=name, data=data, **more)))


def packed(files, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archived:
        for name, data in files.items():
            archived.writestr(name, data)
    return stream.getvalue()


def test_plain_text():
    (article,) = read("a.txt", f"Rebels retake town\n\n{BODY}", defaults=Defaults(source="AJ"))
    assert (article.title, article.source, article.origin) == ("Rebels retake town", "AJ", "a.txt")


def test_a_web_page():
    (article,) = read("a.html", PAGE)
    assert article.title == "Rebels retake town"
    assert (article.source, article.author, article.published) == ("Some News", "Jane Doe", DAY)
    assert article.text.count("Saraqeb") == 8
    assert "Copyright" not in article.text
    assert article.language == "en"


def test_a_page_in_a_wrong_charset_is_read_all_the_same():
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace("Monday", "الإثنين")
    (article,) = read("a.html", page)
    assert "الإثنين" in article.text


def test_a_page_without_an_article_is_refused():
    (refused,) = read("a.html", "<html><body><script>draw()</script></body></html>")
    assert "No article was found in a.html" in refused.reason


def test_what_the_extractor_says_to_itself_stays_unsaid(caplog):
    # Its own warning names no file and no remedy; our refusal has both.
    read("a.html", b"<html><body><script>draw()</script></body></html>")
    assert [record.name for record in caplog.records] == []


def test_a_page_of_100_000_nested_tags_is_refused():
    (refused,) = read("a.html", "<html><body>" + "<div>" * 100_000 + BODY)
    assert "more than 2,000 deep" in refused.reason


def test_markdown():
    text = f"---\ntitle: Town falls\ndate: 2020-02-27\nauthor: 'Jane'\n---\n# Head\n\n{BODY} "
    (article,) = read("a.md", text + "**Bold** [link](http://x) <b>tag</b>\n\n- one\n- two\n")
    assert (article.title, article.published, article.author) == ("Town falls", DAY, "Jane")
    assert article.text.startswith("Head\n\nThe army said")
    assert article.text.endswith("Bold link tag\n\none\n\ntwo")


def test_json_lines():
    lines = [
        {"id": 7, "text": BODY, "title": "T", "date": "2020-02-27", "source": "S", "lang": "en"},
        {"content": BODY + " More.", "headline": "H", "authors": ["A", "B"], "link": "http://x/"},
        {"text": " "},
        {"other": 1},
        [1],
    ]
    data = "\n".join(json.dumps(line) for line in lines) + "\nnot json\n\n"
    first, second, *refused = read("a.jsonl", data)
    assert (first.title, first.published, first.source) == ("T", DAY, "S")
    assert first.origin == "a.jsonl: 7"
    assert (second.title, second.author, second.url) == ("H", "A, B", "http://x/")
    assert [one.name for one in refused] == [f"a.jsonl, line {number}" for number in (3, 4, 5, 6)]
    assert "it has 'other'" in refused[1].reason
    assert "not JSON" in refused[3].reason


def test_one_json_document():
    items = [{"text": BODY, "source": {"name": "Wire"}}, {"text": BODY + "!"}]
    found = read("a.json", json.dumps({"articles": items, "status": "ok"}))
    assert [article.source for article in found] == ["Wire", ""]
    assert len(read("a.json", json.dumps(items))) == 2
    assert len(read("a.json", json.dumps(items[0]))) == 1
    (refused,) = read("a.json", "5")
    assert "holds int" in refused.reason


def test_deeper_fields_are_named_with_points():
    data = json.dumps({"doc": {"body": BODY}, "when": "2020-02-27"})
    columns = {"text": "doc.body", "date": "when"}
    (article,) = read("a.jsonl", data, defaults=Defaults(columns=columns))
    assert (article.text, article.published) == (BODY, DAY)


def test_a_line_without_end_is_skipped_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 1000)
    data = b'{"text": "' + b"x" * 5_000_000 + b'"}\n' + json.dumps({"text": BODY}).encode()
    refused, article = read("a.jsonl", data)
    assert "longer than" in refused.reason
    assert article.text == BODY


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_tables(delimiter):
    rows = [["Headline", "BODY", "pub_date"], ["T", f'"{BODY}"', "2020-02-27"], ["only", "", ""]]
    first, second = read("a.csv", "\n".join(delimiter.join(row) for row in rows))
    assert (first.title, first.text, first.published) == ("T", BODY, DAY)
    assert second.text == "only"


def test_tables_in_other_encodings():
    text = f"title,text\nhé,{BODY}\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        (article,) = read("a.csv", text.encode(encoding))
        assert article.title == "hé"


def test_columns_by_hand():
    columns = {"text": "nota", "title": "kop"}
    (article,) = read("a.csv", f"kop,nota\nT,{BODY}\n", defaults=Defaults(columns=columns))
    assert (article.title, article.text) == ("T", BODY)
    (refused,) = read("a.csv", "a,b\n1,2\n", defaults=Defaults(columns={"text": "c"}))
    assert "no column 'c'; it has 'a', 'b'" in refused.reason
    (refused,) = read("a.csv", "a,b\n1,2\n")
    assert "--columns text=NAME" in refused.reason
    (refused,) = read("a.csv", "a,b\n1,2\n", defaults=Defaults(columns={"body": "a"}))
    assert "No field 'body'; allowed are text" in refused.reason


def test_feeds():
    first, second = read("a.rss", RSS)
    assert (first.title, first.source, first.published) == ("First", "Some Wire", DAY)
    assert (first.text, first.url) == (BODY, "https://a.example/1")
    assert second.text == "Second headline only"
    (entry,) = read("feed", ATOM)
    assert (entry.source, entry.author, entry.text) == ("Atom Wire", "Jane", BODY)


def test_entities_of_a_feed_become_characters():
    feed = RSS.replace("First", "Army &amp;amp; rebels").replace(BODY, "Aleppo &amp;amp; Homs")
    article, _ = read("a.rss", feed)
    assert (article.title, article.text) == ("Army & rebels", "Aleppo & Homs")
    plain = RSS.replace(f"&lt;p&gt;{BODY}&lt;/p&gt;", "Aleppo &amp; Homs")
    assert read("a.rss", plain)[0].text == "Aleppo & Homs"


def test_a_feed_that_is_none_or_a_bomb_is_refused():
    (refused,) = read("a.xml", "<note><to>Tove</to></note>")
    assert "no RSS or Atom feed" in refused.reason
    entities = "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12)
    )
    bomb = f'<!DOCTYPE rss [<!ENTITY e0 "boom">{entities}]>'
    found = read("a.rss", f"<?xml version='1.0'?>{bomb}" + RSS[21:].replace(BODY, "&e11;"))
    assert all(len(getattr(one, "text", "")) < 1000 for one in found)


def test_mail_with_attachments():
    message = EmailMessage()
    message["Subject"], message["From"] = "Report =", "Desk <desk@a.example>"
    message["Date"] = "Thu, 27 Feb 2020 10:00:00 +0000"
    message.set_content(BODY)
    message.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="p.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="x.png")
    mail, page = read("a.eml", message.as_bytes())
    assert (mail.title, mail.published) == ("Report =", DAY)
    assert mail.text.strip() == BODY
    assert page.title == "Rebels retake town"
    assert page.origin == "a.eml: p.html"


def test_a_mailbox(tmp_path):
    message = f"From x\nSubject: S\nDate: Thu, 27 Feb 2020 10:00:00 +0000\n\n{BODY}\n\n"
    path = tmp_path / "a.mbox"
    path.write_text(message + message.replace("Monday", "Tuesday"))
    found = list(read_all(find_sources(str(path))))
    assert [one.title for one in found] == ["S", "S"]


def test_a_word_document(tmp_path):
    document = docx.Document()
    document.core_properties.title = "Report"
    document.add_paragraph(BODY)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Idlib", "3 killed"
    document.save(tmp_path / "a.docx")
    (article,) = read_all(find_sources(str(tmp_path / "a.docx")))
    assert article.title == "Report"
    assert article.text == f"{BODY}\n\nIdlib 3 killed"


def pdf(words):
    """A PDF of one page, written by hand."""
    drawn = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 200] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, len(data),
    )  # fmt: skip
    return data + head + table + tail


def test_a_pdf():
    (article,) = read("a.pdf", pdf(BODY))
    assert article.text == BODY
    (refused,) = read("a.pdf", pdf(""))
    assert "probably a scan" in refused.reason
    (refused,) = read("a.pdf", pdf(BODY)[:200])
    assert "damaged PDF" in refused.reason


def test_a_zip_of_everything():
    inner = packed({"deep/b.txt": BODY + " Inner."})
    data = packed({"a.html": PAGE, "in.zip": inner, "__MACOSX/x.txt": "no", "x.png": b"\x89PNG"})
    page, text, picture = read("all.zip", data)
    assert page.origin == "all.zip/a.html"
    assert text.origin == "all.zip/in.zip/deep/b.txt"
    assert isinstance(picture, Refused)


def test_a_truncated_zip_is_refused():
    data = packed({"a.txt": BODY})
    (refused,) = read("cut.zip", data[: len(data) // 2])
    assert "damaged or cut off" in refused.reason


def test_a_zip_with_a_damaged_file_gives_the_others():
    data = bytearray(packed({"a.txt": BODY * 3, "b.txt": BODY}, zipfile.ZIP_STORED))
    data[60] ^= 0xFF
    refused, article = read("bad.zip", bytes(data))
    assert "damaged or locked" in refused.reason
    assert article.text == BODY


def test_a_zip_bomb_is_refused():
    (refused,) = read("bomb.zip", packed({"a.txt": b"a" * 50_000_000}))
    assert "looks like a zip bomb" in refused.reason


def test_archives_in_archives_come_to_an_end(monkeypatch):
    data = packed({"a.txt": BODY})
    for _ in range(DEEPEST + 3):
        data = packed({"again.zip": data})
    (refused,) = read("deep.zip", data)
    assert f"more than {DEEPEST} containers" in refused.reason
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    (refused,) = read("many.zip", packed({"a.txt": "a", "b.txt": "b"}))
    assert "has 2 files; allowed are 1" in refused.reason


def test_one_source_unpacks_no_more_than_its_budget():
    source = Source(name="a.zip", data=packed({"a.txt": BODY, "b.txt": BODY * 2}))
    source.budget.left = len(BODY) + 10
    article, refused = read_source(source)
    assert isinstance(article, Article)
    assert "more than is allowed" in refused.reason


def test_pictures_and_sounds_are_refused_by_name():
    (refused,) = read("a.mp3", b"\xff\xfb\x90")
    assert "audio" in refused.reason
    assert "a web page" in refused.reason


def test_an_unknown_suffix_is_told_by_its_first_bytes():
    (page,) = read("page.aspx", PAGE)
    assert page.title == "Rebels retake town"
    (text,) = read("README", BODY)
    assert text.text == BODY


def test_a_file_that_is_too_large_is_refused(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_001)
    (refused,) = read_all(find_sources(str(path)))
    assert "larger than 100 MB" in refused.reason


def test_other_addresses_are_told_what_is_allowed():
    (refused,) = find_sources("ftp://example.org/a.txt")
    assert "addresses begin with http:// or https://" in refused.reason


def test_folders_and_patterns(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.md", ".hidden/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{BODY} {name}")
    assert [one.name for one in find_sources(str(tmp_path))] == ["a.txt", "b.txt", "c.md"]
    assert [one.name for one in find_sources(f"{tmp_path}/**/*.md")] == ["c.md"]
    assert [one.name for one in find_sources(f"{tmp_path}/?.txt")] == ["a.txt", "b.txt"]
    (refused,) = find_sources(str(tmp_path / "none"))
    assert "no file, no folder, and no pattern" in refused.reason
    (tmp_path / "empty").mkdir()
    (refused,) = find_sources(str(tmp_path / "empty"))
    assert "has no files in it" in refused.reason
    (refused,) = find_sources("https://a.example/x")
    assert "switched off" in refused.reason
