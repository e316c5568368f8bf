"""The storage behind a profile: what it holds, read and never changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.oss import listing, transfer
from stsviewer.oss.address import Address
from stsviewer.oss.names import is_bucket_name
from stsviewer.oss.properties import properties_of
from stsviewer.oss.values import Bucket, BucketInfo, Content, Downloaded, ObjectProperties, Page
from stsviewer.profile import AccessKey, Profile
from stsviewer.text import Text, mark, say
from stsviewer.wire import Answer, Cancel, Transport, strict_xml
from stsviewer.wire.sentences import bucket_is_elsewhere

if TYPE_CHECKING:
    from stsviewer.oss.machinery import Machinery

Progress = Callable[[int, int], None]

# 1,000 rows of keys of 1,023 bytes, percent-encoded, are some 4 MB.
_LARGEST_LISTING: Final = 32 * 1024 * 1024
_NO_PARAMS: Final[Mapping[str, str]] = {}


class Storage:
    """All methods block, so they run on worker threads; each raises Failed and Cancelled.

    ``keys`` is asked before every request. A bucket in another region is followed there once the server says where it
    is.
    """

    def __init__(self, profile: Profile, keys: Callable[[], AccessKey], transport: Transport) -> None:
        self.profile = profile
        self._keys = keys
        self._transport = transport
        self._lock = threading.Lock()
        self._followed: dict[str, Address] = {}
        self._machinery: Machinery | None = None

    @property
    def regions(self) -> Mapping[str, str]:
        """The buckets that were followed into another region than the profile's, and which."""
        with self._lock:
            return {bucket: address.region for bucket, address in self._followed.items()}

    def buckets(self, *, cancel: Cancel | None = None) -> tuple[Bucket, ...]:
        """All buckets of the account (ListBuckets)."""
        doing = say(mark("Storage", "Listing buckets"))
        found: list[Bucket] = []
        marker = ""
        while True:
            params = {"max-keys": "1000"} | ({"marker": marker} if marker else {})
            answer = self._ask("GET", "", "", doing, cancel, params=params)
            body = self._body(answer, doing)
            try:
                some, following = listing.read_buckets(body)
            except ValueError:
                raise self._broken(doing, answer) from None
            found += some
            if not following or following == marker:
                return tuple(found)
            marker = following

    def info(self, bucket: str, *, cancel: Cancel | None = None) -> BucketInfo:
        """What a bucket is (GetBucketInfo)."""
        doing = say(mark("Storage", "Asking about the bucket {bucket}"), bucket=bucket)
        answer = self._ask("GET", bucket, "", doing, cancel, params={"bucketInfo": ""})
        try:
            return listing.read_info(self._body(answer, doing))
        except ValueError:
            raise self._broken(doing, answer) from None

    def policy(self, bucket: str, *, cancel: Cancel | None = None) -> str:
        """The policy of a bucket as it stands (GetBucketPolicy); an empty text when it has none."""
        doing = say(mark("Storage", "Reading the policy of the bucket {bucket}"), bucket=bucket)
        try:
            answer = self._ask("GET", bucket, "", doing, cancel, params={"policy": ""})
        except Failed as failed:
            if failed.failure.code == "NoSuchBucketPolicy":
                return ""
            raise
        return self._body(answer, doing).decode("utf-8", "replace")

    def page(
        self,
        bucket: str,
        prefix: str,
        *,
        token: str = "",
        delimiter: str = "/",
        limit: int = 1000,
        cancel: Cancel | None = None,
    ) -> Page:
        """One page of what lies under ``prefix`` (ListObjectsV2), at most ``limit`` (1 to 1,000) rows and folders
        together.
        """
        doing = say(mark("Storage", "Listing {address}"), address=f"oss://{bucket}/{prefix}")
        wanted = {
            "list-type": "2",
            "encoding-type": "url",
            "max-keys": str(limit),
            "prefix": prefix,
            "delimiter": delimiter,
            "continuation-token": token,
        }
        params = {name: value for name, value in wanted.items() if value}
        answer = self._ask("GET", bucket, "", doing, cancel, params=params)
        try:
            return listing.read_page(self._body(answer, doing), bucket, prefix, answer.request_id)
        except ValueError:
            raise self._broken(doing, answer) from None

    def pages(self, bucket: str, prefix: str, *, delimiter: str = "/", cancel: Cancel | None = None) -> Iterator[Page]:
        """All pages under ``prefix``, each asked for when the one before has been used."""
        token = ""
        while True:
            page = self.page(bucket, prefix, token=token, delimiter=delimiter, cancel=cancel)
            yield page
            if not page.next_token or page.next_token == token:
                return
            token = page.next_token

    def head(self, bucket: str, key: str, *, cancel: Cancel | None = None) -> ObjectProperties:
        """The properties of an object (HeadObject)."""
        doing = say(mark("Storage", "Asking about {address}"), address=f"oss://{bucket}/{key}")
        answer = self._ask("HEAD", bucket, key, doing, cancel)
        answer.read()
        return properties_of(key, answer.headers)

    def acl(self, bucket: str, key: str, *, cancel: Cancel | None = None) -> str:
        """The ACL of an object, as the server calls it: ``default``, ``private``, ``public-read``,
        ``public-read-write``.
        """
        doing = say(mark("Storage", "Asking for the ACL of {address}"), address=f"oss://{bucket}/{key}")
        answer = self._ask("GET", bucket, key, doing, cancel, params={"acl": ""})
        try:
            return dict(strict_xml.leaves(self._body(answer, doing))[1])["Grant"]
        except (ValueError, KeyError):
            raise self._broken(doing, answer) from None

    def read(
        self,
        bucket: str,
        key: str,
        *,
        limit: int | None = None,
        start: int = 0,
        progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> Content:
        """The bytes of an object as they are stored, from ``start``, at most ``limit`` of them; a part has no CRC to
        compare.
        """
        doing = say(mark("Storage", "Reading {address}"), address=f"oss://{bucket}/{key}")

        def get(headers: Mapping[str, str]) -> Answer:
            return self._ask("GET", bucket, key, doing, cancel, headers=headers)

        return transfer.read(get, key, start, limit, progress)

    def download(
        self,
        bucket: str,
        key: str,
        path: Path,
        *,
        overwrite: bool = False,
        progress: Progress | None = None,
        cancel: Cancel | None = None,
    ) -> Downloaded:
        """Store an object as the file ``path``: beside it first, then under its name, whole and with its CRC compared.

        A file that is there already is kept, and Failed raised, unless ``overwrite``.
        """
        doing = say(mark("Storage", "Downloading {address}"), address=f"oss://{bucket}/{key}")
        transfer.refuse_existing(path, overwrite, doing)
        answer = self._ask("GET", bucket, key, doing, cancel)
        return transfer.download(answer, key, path, overwrite, doing, progress)

    def thumbnail(self, bucket: str, key: str, pixels: int, *, cancel: Cancel | None = None) -> bytes:
        """A small version of a picture, made by the server, at most ``pixels`` wide and high."""
        doing = say(mark("Storage", "Asking for a small version of {address}"), address=f"oss://{bucket}/{key}")
        process = f"image/resize,m_lfit,w_{pixels},h_{pixels}"
        return self._ask("GET", bucket, key, doing, cancel, params={"x-oss-process": process}).read()

    def _ask(
        self,
        method: str,
        bucket: str,
        key: str,
        doing: Text,
        cancel: Cancel | None,
        *,
        params: Mapping[str, str] = _NO_PARAMS,
        headers: Mapping[str, str] = _NO_PARAMS,
        data: bytes | None = None,
    ) -> Answer:
        if bucket and not is_bucket_name(bucket):
            # It becomes part of a host: anything else could send a signed request elsewhere.
            sentence = say(mark("Storage", "“{bucket}” is no name of a bucket."), bucket=bucket)
            raise Failed(Failure(doing, sentence, Kind.INPUT))
        machinery, address = self._ready(doing, bucket)
        try:
            return machinery.ask(address, method, bucket, key, params, headers, doing, cancel, data)
        except Failed as failed:
            said = failed.failure
            elsewhere = bucket_is_elsewhere(said.code, said.ec, said.said("Endpoint"))
            there = address.followed(said.said("Endpoint")) if elsewhere else None
            if there is None:
                raise
        with self._lock:
            self._followed[bucket] = there
        return machinery.ask(there, method, bucket, key, params, headers, doing, cancel, data)

    def _ready(self, doing: Text, bucket: str) -> tuple[Machinery, Address]:
        from stsviewer.oss.machinery import Machinery

        with self._lock:
            machinery = self._machinery = self._machinery or Machinery(self._keys, self._transport)
            followed = self._followed.get(bucket)
        if followed is not None:
            return machinery, followed
        try:
            return machinery, Address.of(self.profile)
        except ValueError:
            endpoint = self.profile.oss_endpoint or self.profile.region
            sentence = say(mark("Storage", "The OSS endpoint “{endpoint}” is no host."), endpoint=endpoint)
            raise Failed(Failure(doing, sentence, Kind.INPUT)) from None

    def _body(self, answer: Answer, doing: Text) -> bytes:
        body = answer.read(_LARGEST_LISTING)
        if answer.read(1):
            answer.close()
            raise self._broken(doing, answer)
        return body

    def _broken(self, doing: Text, answer: Answer) -> Failed:
        sentence = say(
            mark("Storage", "{host} answered, but not the way OSS does. Check the OSS endpoint."), host=answer.host
        )
        return Failed(Failure(doing, sentence, Kind.BROKEN, request_id=answer.request_id, status=answer.status))
