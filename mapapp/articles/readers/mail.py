"""E-mail: a message's words, and what is attached to it."""

import contextlib
import email
import email.policy
import mailbox
from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from mapapp.articles.article import make_article
from mapapp.articles.dates import parse_day
from mapapp.articles.decode import decode
from mapapp.articles.page import text_of
from mapapp.articles.reader import Item, Reader, Refused, Source
from mapapp.errors import ReadingError


def read(source: Source) -> Iterator[Item]:
    """Yield the message or, of a mailbox, every message, each followed by its attachments."""
    if source.suffix == ".mbox" and source.path is not None:
        yield from _mailbox(source, source.path)
    else:
        yield from _message(source.read(), source, source.name)


def _mailbox(source: Source, path: Path) -> Iterator[Item]:
    try:
        with contextlib.closing(mailbox.mbox(path, create=False)) as box:
            for number, key in enumerate(box.iterkeys(), 1):
                yield from _message(box.get_bytes(key), source, f"{source.name}, message {number}")
    except (mailbox.Error, OSError) as error:
        raise ReadingError(f"{source.name} is no mailbox that can be read: {error}.") from error


def _message(data: bytes, source: Source, where: str) -> Iterator[Item]:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("plain", "html"))
        text = _words(body, where) if body else ""
        yield make_article(
            text,
            title=str(message.get("subject", "")),
            source=source.defaults.source or str(message.get("from", "")),
            origin=where,
            author=str(message.get("from", "")),
            published=parse_day(str(message.get("date", ""))) or source.defaults.published,
            language=source.defaults.language,
        )
        yield from _attachments(message, source, where)
    except (MessageError, ReadingError, ValueError, LookupError, RecursionError) as error:
        yield Refused(name=where, reason=f"{where} is no message that can be read: {error}")


def _words(body: MIMEPart, where: str) -> str:
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    text = decode(data, where, body.get_content_charset() or "")
    return text_of(text) if body.get_content_type() == "text/html" else text


def _attachments(message: EmailMessage, source: Source, where: str) -> Iterator[Item]:
    for part in message.iter_attachments():
        name = part.get_filename()
        payload = part.get_payload(decode=True)
        if name and isinstance(payload, bytes) and part.get_content_maintype() != "image":
            source.budget.spend(len(payload))
            yield replace(
                source,
                name=f"{where}: {name}",
                path=None,
                data=payload,
                media_type=part.get_content_type(),
                encoding="",
                depth=source.depth + 1,
            )


READER = Reader(
    kind="e-mail",
    suffixes=(".eml", ".mbox"),
    media_types=("message/rfc822", "application/mbox"),
    read=read,
)
