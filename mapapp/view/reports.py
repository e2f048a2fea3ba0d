"""The reports of one event side by side: what each tells, and where they differ."""

from collections.abc import Mapping, Sequence

from mapapp.events.reports import Comparison
from mapapp.model.reading import Reading
from mapapp.view.corpus import Corpus
from mapapp.view.excerpts import SafeHtml, apart, escape
from mapapp.view.glyphs import glyph
from mapapp.view.labels import STATUS_LABELS, count_label, day_label, place_label
from mapapp.view.ledger import Told, told, toll_words
from mapapp.view.linked import Links, comparison
from mapapp.view.signs import sign
from mapapp.view.summaries import plural

DIFFERENCES = {
    "killed": "deaths",
    "injured": "injured",
    "displaced": "displaced",
    "captured": "captured",
    "missing": "missing",
    "sub_type": "what happened",
    "day": "day",
    "place": "place",
    "side": "who did it",
    "denied": "whether it happened",
}
"""Words for what reports do not agree on."""

_HEADS = ("", "Told by", "What", "Where", "When", "Toll", "Who", "Said by")


def differences_label(comparison: Comparison) -> str:
    """Return in words what reports do not agree on; empty when nothing."""
    return ", ".join(DIFFERENCES[name] for name in comparison.differences)


def sources_label(corpus: Corpus, reports: Sequence[Told]) -> str:
    """Return how many articles tell an event, and their outlets, else titles; copies count."""
    columns = corpus.columns
    articles = dict.fromkeys(report.article for report in reports)
    names = (
        columns.sources[columns.article_source[article]] or columns.titles[article]
        for article in articles
    )
    outlets = ", ".join(dict.fromkeys(name or "unknown source" for name in names))
    if len(articles) < 2:  # noqa: PLR2004 (one article has nobody to agree with)
        return outlets
    copies = sum(int(columns.story[article]) != article for article in articles)
    copied = f" ({copies} copied)" if copies else ""
    return f"{len(articles)} articles{copied}: {outlets}"


def reports_summary(corpus: Corpus, reports: Sequence[Told], comparison: Comparison) -> SafeHtml:
    """Return one line: who tells it, the range of its tolls, and what the reports differ in."""
    parts: list[str] = [escape(sources_label(corpus, reports))]
    tolls = toll_words(comparison.tolls)
    if tolls:
        parts.append(f"<b>{escape(tolls)}</b>")
    differ = differences_label(comparison)
    chip = f'<span class="m-chip m-strong">differ in: {escape(differ)}</span>' if differ else ""
    return SafeHtml(f'<div class="m-reports-head">{" · ".join(parts)} {chip}</div>')


def reports_table(
    corpus: Corpus,
    reports: Sequence[Told],
    readings: Mapping[str, Reading],
    comparison: Comparison,
) -> SafeHtml:
    """Return the reports as rows of a table; columns in which they differ are marked.

    Args:
        corpus: The mentions.
        reports: The reports, the fullest first.
        readings: The articles of these reports by id.
        comparison: Of these reports.
    """
    head = "".join(f"<th>{word}</th>" for word in _HEADS)
    rows = "".join(
        _row(corpus, number, report, readings, frozenset(comparison.differences))
        for number, report in enumerate(reports, start=1)
    )
    return SafeHtml(
        '<div class="m-scroll"><table class="m-table m-ledger m-reports"><thead><tr>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(
    corpus: Corpus,
    number: int,
    report: Told,
    readings: Mapping[str, Reading],
    differences: frozenset[str],
) -> str:
    reading = readings[corpus.columns.article_ids[report.article]]
    article, event = reading.article, reading.events[report.number]
    tolls = (
        _marked(f"{kind}: {count_label(count)}", kind in differences)
        for kind in report.tolls
        if (count := getattr(event, kind)) is not None
    )
    where = [place_label(corpus.places[id_]) for id_ in event.place_ids if id_ in corpus.places]
    days = (report.start, report.end) if report.end != report.start else (report.start,)
    when = " – ".join(day_label(day) for day in days if day) or "not said"
    denied = "denied" in differences and report.status == "denied"
    cells = (
        apart((article.source or article.origin, day_label(article.published))),
        f"{glyph(event.type, event.sub_type)} "
        + _marked(event.sub_type or event.type, "sub_type" in differences),
        _marked(where[0] if where else "not said", "place" in differences),
        _marked(when, "day" in differences and report.start is not None),
        "<br>".join(tolls),
        _marked_html(_parties(corpus, report), "side" in differences),
        _said_by(event.claimant, _marked(STATUS_LABELS[event.status], denied)),
    )
    return (
        f'<tr><td class="m-number">{number}</td>'
        + "".join(f'<td dir="auto">{cell}</td>' for cell in cells)
        + "</tr>"
    )


def _said_by(claimant: str, status: SafeHtml) -> str:
    named = escape(claimant or "the article itself")
    return f'{named}<br><span class="m-chip">{status}</span>'


def _parties(corpus: Corpus, report: Told) -> SafeHtml:
    lines = []
    for actor_id, role in report.actors:
        actor = corpus.actor(actor_id)
        side = corpus.side(actor.side) if actor else None
        drawn = sign(side) if side else ""
        lines.append(f"{drawn} {escape(actor.name if actor else actor_id)} ({escape(role)})")
    return SafeHtml("<br>".join(lines))


def _marked(text: str, differs: bool) -> SafeHtml:  # noqa: FBT001 (a cell's only property)
    return _marked_html(escape(text), differs)


def _marked_html(made: SafeHtml, differs: bool) -> SafeHtml:  # noqa: FBT001
    return SafeHtml(f'<span class="m-differs">{made}</span>') if differs and made else made


def also_told(corpus: Corpus, links: Links, row: int) -> str:
    """Return who else tells an event, with the range of all tolls; empty when nobody does."""
    rows = links.of(row)
    others = told(corpus, [other for other in rows if other != row])
    if not others:
        return ""
    compared = comparison(corpus, rows)
    tolls = toll_words(compared.tolls)
    differ = differences_label(compared)
    parts = (sources_label(corpus, others), f"all reports: {tolls}" if tolls else "",
             f"differ in {differ}" if differ else "")  # fmt: skip
    return " · ".join(part for part in parts if part)


def hidden_label(count: int) -> str:
    """Return how many reports of an event the filters leave out; empty when none."""
    return f"{plural(count, 'more report')} of it outside the filters." if count else ""
