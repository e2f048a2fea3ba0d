"""Following feeds."""

import pytest

from mapapp.articles.fetch import Answer
from mapapp.engine.feeds import WHOLE, follow
from mapapp.errors import NetworkError
from mapapp.model.article import Article
from mapapp.store.feeds import add_feed, list_feeds

BODY = "The army said that it had taken two villages near Saraqeb after a week of shelling."
PAGE = "<html><body><article>" + f"<p>{BODY}</p>" * 5 + "</article></body></html>"


def rss(*items):
    return "<rss version='2.0'><channel><title>Wire</title>" + "".join(items) + "</channel></rss>"


def item(url, text="short"):
    return (
        f"<item><title>T {url}</title><link>{url}</link><description>{text}</description>"
        "<pubDate>Thu, 27 Feb 2020 10:00:00 GMT</pubDate></item>"
    )


class Site:
    """Answers from a dictionary; remembers what was asked."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []

    def fetch(self, url):
        self.asked.append(url)
        if url not in self.pages:
            raise NetworkError(f"{url} answers with status 404.")
        kind = "text/xml" if self.pages[url].startswith("<rss") else "text/html"
        headers = {"content-type": kind}
        return Answer(url=url, headers=headers, data=self.pages[url].encode())


@pytest.fixture
def run(store):
    def go(pages, feed="http://w.example/rss"):
        add_feed(store, feed)
        site = Site(pages)
        return list(follow(store, list_feeds(store), site)), site

    return go


def test_pages_behind_entries_are_fetched(run):
    feed = rss(item("http://w.example/1"))
    (article,), _ = run({"http://w.example/rss": feed, "http://w.example/1": PAGE})
    assert article.text.count("Saraqeb") >= 1
    assert article.url == "http://w.example/1"
    assert str(article.published) == "2020-02-27"


def test_what_a_feed_holds_whole_is_not_fetched(run):
    whole = "word " * WHOLE
    (article,), site = run({"http://w.example/rss": rss(item("http://w.example/1", whole))})
    assert article.source == "Wire"
    assert site.asked == ["http://w.example/rss"]


def test_a_page_that_cannot_be_fetched_leaves_its_summary(run):
    (article,), _ = run({"http://w.example/rss": rss(item("http://w.example/1", BODY))})
    assert article.text == BODY


def test_known_articles_are_not_fetched_again(run, store):
    store.add([Article(id="k", text="x", url="http://w.example/1")])
    found, site = run({"http://w.example/rss": rss(item("http://w.example/1"))})
    assert found == []
    assert site.asked == ["http://w.example/rss"]


def test_feeds_that_lead_to_feeds_come_to_an_end(run):
    own = "http://w.example/rss"
    feed = rss(item(own, ""), item("http://w.example/other", ""))
    found, site = run({own: feed, "http://w.example/other": feed})
    assert [type(one).__name__ for one in found] == ["Refused", "Refused"]
    assert "feeds are not followed into feeds" in found[0].reason
    assert site.asked == [own, own, "http://w.example/other"]


def test_a_feed_that_fails_is_noted_and_the_next_is_fetched(run, store):
    add_feed(store, "http://a.example/rss")
    found, _ = run({"http://w.example/rss": rss(item("http://w.example/1", BODY))})
    assert len(found) == 2
    first, second = list_feeds(store)
    assert "404" in first.error
    assert (second.error, second.title) == ("", "Wire")
