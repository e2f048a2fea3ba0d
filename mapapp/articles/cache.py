"""Fetched pages kept on disk, so that a site is asked again only for what has changed."""

import hashlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Cached:
    """An answer as it was: final address, headers in lower case, bytes."""

    url: str
    headers: Mapping[str, str]
    data: bytes

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask a site for the page only if it has changed."""
        known = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
        return {ask: self.headers[said] for ask, said in known.items() if said in self.headers}


class PageCache:
    """A folder with two kinds of files: answers by address, and contents by their hash.

    Contents are stored once however many addresses lead to them. The folder can be deleted at
    any time.
    """

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made at the first `put`."""
        self._folder = folder

    def get(self, url: str) -> Cached | None:
        """Return the kept answer of an address; None when there is none or it is damaged."""
        try:
            note = json.loads(self._note(url).read_text("utf-8"))
            data = self._content(str(note["content"])).read_bytes()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if hashlib.sha256(data).hexdigest() != note["content"]:
            return None
        return Cached(url=str(note["url"]), headers=dict(note["headers"]), data=data)

    def put(self, url: str, answer: Cached) -> None:
        """Keep an answer; a full or read-only disk is logged and otherwise ignored."""
        digest = hashlib.sha256(answer.data).hexdigest()
        note = {"url": answer.url, "headers": dict(answer.headers), "content": digest}
        try:
            self._content(digest).parent.mkdir(parents=True, exist_ok=True)
            self._note(url).parent.mkdir(parents=True, exist_ok=True)
            self._content(digest).write_bytes(answer.data)
            self._note(url).write_text(json.dumps(note), "utf-8")
        except OSError as error:
            logger.warning("the page cache in %s cannot be written: %s", self._folder, error)

    def _note(self, url: str) -> Path:
        return self._folder / "answers" / f"{hashlib.sha256(url.encode()).hexdigest()}.json"

    def _content(self, digest: str) -> Path:
        return self._folder / "contents" / digest
