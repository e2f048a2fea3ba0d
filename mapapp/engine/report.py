"""What a run did, in words and as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from mapapp.engine.ingest import IngestSummary
from mapapp.engine.prior import Prior
from mapapp.geoparse.prior import CORPUS
from mapapp.store.database import Store


def summary_json(summary: IngestSummary) -> str:
    """Return a summary as one JSON object on one line."""
    return json.dumps({**asdict(summary), "failed": summary.failed}, ensure_ascii=False)


def summary_lines(summary: IngestSummary) -> Iterator[str]:
    """Yield what was done, a sentence a line."""
    yield (
        f"{summary.new:,} new, {summary.known:,} known already, "
        f"{summary.copies:,} of the new near-duplicates of older ones, {summary.failed:,} failed"
    )
    if summary.read.read:
        rate = summary.read.read / max(summary.read.seconds, 0.001)
        yield f"{summary.read.read:,} read in {summary.read.seconds:,.1f} s ({rate:,.0f} a second)"
    if summary.read.prior.source:
        yield prior_line(summary.read.prior)


def prior_line(prior: Prior) -> str:
    """Return which prior was used, in one line."""
    shown = ", ".join(f"{country} {share:.3f}" for country, share in prior.shares.items())
    learned = f", {prior.articles:,} articles and {prior.corrections:,} corrections"
    origin = prior.source + (learned if prior.source == CORPUS else "")
    return f"prior ({origin}): {shown or 'nothing known yet'}"


def failure_lines(summary: IngestSummary, store: Store) -> Iterator[str]:
    """Yield what failed and why, an input a line."""
    for refusal in summary.refusals:
        named = "" if refusal.reason.startswith(refusal.name) else f"{refusal.name}: "
        yield f"failed: {named}{refusal.reason}"
    for article_id, reason in summary.read.reasons.items():
        row = store.article(article_id)
        yield f"failed: {row.origin or row.title or article_id}: {reason}"
    told = len(summary.refusals) + len(summary.read.reasons)
    if summary.failed > told:
        yield f"failed: {summary.failed - told:,} more"
