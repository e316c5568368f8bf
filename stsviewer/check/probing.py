"""Asking OSS itself: the bucket, then each call under the prefix, independent ones side by side.

Everything is read-only; writing is in ``writing``, for those who ticked it.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from stsviewer.check.case import layer_in
from stsviewer.check.crew import Crew
from stsviewer.check.rights import Ask
from stsviewer.check.values import State
from stsviewer.failure import Failed, Failure, Kind
from stsviewer.oss import BucketInfo, ObjectSummary, Page, Storage
from stsviewer.policy.actions import Form
from stsviewer.wire.denials import Layer, denial
from stsviewer.wire.evidence import Evidence

_ARCHIVED: Final = frozenset({"Archive", "ColdArchive", "DeepColdArchive"})
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tiff", ".heic", ".avif")
_LARGEST_PICTURE: Final = 20 * 1024 * 1024  # bytes: what OSS takes
_ROWS: Final = 100
_OTHER_PREFIXES: Final = 3
_EXPLICIT: Final = (Layer.IDENTITY_DENY, Layer.BUCKET_DENY, Layer.BOTH_DENY, Layer.TRUST_DENY)


@dataclass(frozen=True)
class Tried:
    """What became of a probe; no failure means that it went through. ``seconds`` is how long it took."""

    ask: Ask
    seconds: float
    failure: Failure | None = None
    request_id: str = ""

    @property
    def state(self) -> State:
        """What it says about the right. Whoever hears that an object is not there, or archived, was allowed to ask."""
        if self.failure is None or self.failure.code in ("NoSuchKey", "InvalidObjectState"):
            return State.ALLOWED
        if self.failure.status == 404 and not self.failure.code and self.ask.form is Form.OBJECT:
            return State.ALLOWED  # a HEAD whose answer says no more
        if not is_refusal(self.failure):
            return State.UNKNOWN
        explicit = self.failure.said("NoPermissionType") == "ExplicitDeny" or layer_in(self.failure) in _EXPLICIT
        return State.DENIED if explicit else State.NO_ALLOW


def is_refusal(failure: Failure) -> bool:
    """Whether a right is what was missing."""
    evidence = Evidence(failure.status, failure.code, failure.message, failure.ec, detail=failure.detail)
    return failure.kind is Kind.REFUSED and denial(evidence) is not None


@dataclass
class Storehouse:
    """What was learnt about a bucket. ``trouble`` is what ended it early, when it is none of a missing right."""

    tried: dict[Ask, Tried] = field(default_factory=dict)
    info: BucketInfo | None = None
    buckets: frozenset[str] | None = None  # of the account, when they may be listed
    region: str = ""  # where the bucket was found, when that is not the profile's
    policy: str = ""
    sample: ObjectSummary | None = None
    folders: tuple[str, ...] = ()  # other prefixes beside the one asked for
    trouble: Failure | None = None

    def state(self, ask: Ask) -> State:
        """What the probe of ``ask`` says; unknown when it was not tried."""
        return self.tried[ask].state if ask in self.tried else State.UNKNOWN

    @property
    def seen(self) -> bool:
        """Whether the server judged rights on the bucket, so that there is one."""
        return self.info is not None or any(
            tried.ask.api != "ListBuckets" and (tried.failure is None or is_refusal(tried.failure))
            for tried in self.tried.values()
        )


class Prober:
    """Probes one bucket for what lies under one prefix."""

    def __init__(self, storage: Storage, bucket: str, prefix: str, crew: Crew) -> None:
        self.storage = storage
        self.bucket = bucket
        self.prefix = prefix
        self.crew = crew
        self.found = Storehouse()

    def buckets(self) -> None:
        """ListBuckets, which knows of no bucket in particular."""

        def ask() -> None:
            self.found.buckets = frozenset(bucket.name for bucket in self.storage.buckets(cancel=self.crew.cancel))

        self._try(Ask("ListBuckets"), ask)

    def look(self) -> bool:
        """The bucket itself. Whether there is any sense in going on."""

        def ask() -> None:
            self.found.info = self.storage.info(self.bucket, cancel=self.crew.cancel)

        self.crew.all([self.buckets, lambda: self._try(Ask("GetBucketInfo"), ask)])
        self.found.region = self.storage.regions.get(self.bucket, "")
        failure = self.found.tried[Ask("GetBucketInfo")].failure
        if failure is not None and not is_refusal(failure) and failure.code != "NotImplemented":
            self.found.trouble = failure
        return self.found.trouble is None

    def climb(self, parents: Iterable[Ask] = ()) -> None:
        """Every call under the prefix. ``parents`` are listings that only some uses make."""
        pages: dict[Ask, Page] = {}
        listings = dict.fromkeys([Ask("ListObjects", self.prefix, "/"), Ask("ListObjects", self.prefix)])
        listings |= dict.fromkeys([Ask("ListObjects", "", "/"), *parents])
        self.crew.all([*(self._listing(ask, pages) for ask in listings), self._policy])
        if (top := pages.get(Ask("ListObjects", "", "/"))) is not None:
            own = self.prefix.partition("/")[0] + "/"
            self.found.folders = tuple(name for name in top.folders if name != own)[:_OTHER_PREFIXES]
        self.found.sample = _sample([*_objects(pages, self.prefix, ""), *_objects(pages, self.prefix, "/")])
        others = {folder: Ask("ListObjects", folder) for folder in self.found.folders}
        works = [*self._reads(self.prefix, self.found.sample), *(self._listing(ask, pages) for ask in others.values())]
        self.crew.all(works)
        heads: list[Callable[[], None]] = []
        for folder, ask in others.items():
            first = next(iter(pages[ask].objects), None) if ask in pages else None
            key = first.key if first is not None else folder + _nobody()
            heads.append(self._reading(Ask("HeadObject", folder), key))
        self.crew.all(heads)

    def _reads(self, prefix: str, sample: ObjectSummary | None) -> list[Callable[[], None]]:
        key = sample.key if sample is not None else prefix + _nobody()
        works = [self._reading(Ask("HeadObject", prefix), key), self._reading(Ask("GetObject", prefix), key)]
        if sample is not None and key.lower().endswith(_PICTURES) and sample.size <= _LARGEST_PICTURE:
            works.append(self._reading(Ask("ProcessImage", prefix), key))
        return works

    def _listing(self, ask: Ask, pages: dict[Ask, Page]) -> Callable[[], None]:
        def work() -> None:
            page = self.storage.page(
                self.bucket, ask.prefix, delimiter=ask.delimiter, limit=_ROWS, cancel=self.crew.cancel
            )
            pages[ask] = page

        return lambda: self._try(ask, work)

    def _reading(self, ask: Ask, key: str) -> Callable[[], None]:
        def work() -> None:
            if ask.api == "HeadObject":
                self.storage.head(self.bucket, key, cancel=self.crew.cancel)
            elif ask.api == "ProcessImage":
                self.storage.thumbnail(self.bucket, key, 8, cancel=self.crew.cancel)
            else:
                self.storage.read(self.bucket, key, limit=1, cancel=self.crew.cancel)

        return lambda: self._try(ask, work)

    def _policy(self) -> None:
        try:
            self.found.policy = self.storage.policy(self.bucket, cancel=self.crew.cancel)
        except Failed:
            pass  # few may read it; what it says is then told by the refusals

    def _try(self, ask: Ask, work: Callable[[], object]) -> None:
        began = time.perf_counter()
        failure: Failure | None = None
        try:
            work()
        except Failed as failed:
            failure = failed.failure
        self.found.tried[ask] = Tried(
            ask, time.perf_counter() - began, failure, failure.request_id if failure is not None else ""
        )


def _objects(pages: dict[Ask, Page], prefix: str, delimiter: str) -> tuple[ObjectSummary, ...]:
    page = pages.get(Ask("ListObjects", prefix, delimiter))
    return page.objects if page is not None else ()


def _sample(rows: list[ObjectSummary]) -> ObjectSummary | None:
    """The object to read: a picture if there is one, else anything with bytes, an archived one only if all are."""

    def rank(row: ObjectSummary) -> tuple[bool, bool, bool]:
        picture = row.key.lower().endswith(_PICTURES) and 0 < row.size <= _LARGEST_PICTURE
        return (row.storage_class in _ARCHIVED, not picture, row.size == 0)

    return min(rows, key=rank, default=None)


def _nobody() -> str:
    """The name of an object that does not exist: asking for it tells whether one may."""
    return f"stsviewer-probe-{secrets.token_hex(8)}"
