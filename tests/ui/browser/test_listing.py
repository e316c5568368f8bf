"""The model of a prefix: folders first, growing page by page, keeping what is seen where it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from stsviewer.oss.values import ObjectSummary, Page
from stsviewer.ui.browser import listing as listing_room
from stsviewer.ui.browser.listing import Column, Listing
from stsviewer.ui.browser.location import Location
from stsviewer.ui.browser.row_delegate import Role

_START = datetime(2026, 11, 1, tzinfo=UTC)


def thing(key: str, size: int = 1, day: int = 0, storage_class: str = "Standard") -> ObjectSummary:
    return ObjectSummary(key, size, _START + timedelta(days=day), '"E"', storage_class, "Normal")


def page(folders: list[str], objects: list[ObjectSummary], following: str = "", prefix: str = "") -> Page:
    return Page("b", prefix, tuple(folders), tuple(objects), following, "R")


@pytest.fixture
def listing(qapp) -> Listing:
    made = Listing()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.clear(Location("b"))
    return made


def shown(listing: Listing) -> list[str]:
    return [listing.index(row, 0).data() for row in range(listing.rowCount())]


def test_folders_come_first_and_pages_follow_on(listing: Listing) -> None:
    listing.append(page(["a/", "m/"], [thing("b.txt"), thing("n.txt")], "more"))
    listing.append(page(["z/"], [thing("zz.txt")]))
    assert shown(listing) == ["a", "m", "z", "b.txt", "n.txt", "zz.txt"]
    assert (listing.shown_folders, listing.shown_objects, listing.next_token) == (3, 3, "")


def test_a_file_and_a_folder_of_one_name_stand_side_by_side(listing: Listing) -> None:
    listing.append(page(["a/"], [thing("a")]))
    assert shown(listing) == ["a", "a"]
    assert listing.row(0) == "a/"
    assert listing.row_of("a") == 1


def test_the_mark_of_an_empty_folder_is_no_row_unless_it_holds_something(listing: Listing) -> None:
    listing.clear(Location("b", "photos/"))
    listing.append(page([], [thing("photos/", 0), thing("photos/x.png")], prefix="photos/"))
    assert shown(listing) == ["x.png"]
    listing.replace([page([], [thing("photos/", 5), thing("photos/x.png")], prefix="photos/")])
    assert shown(listing) == ["[empty]", "x.png"]


def test_an_empty_segment_is_named_and_keeps_its_slash(listing: Listing) -> None:
    listing.append(page(["/"], []))
    index = listing.index(0, 0)
    assert index.data() == "[empty]"
    assert index.data(Role.AFTER) == "/"


def test_sorting_keeps_folders_first(listing: Listing) -> None:
    listing.append(page(["a/", "m/"], [thing("b.txt", 5, 2), thing("c.png", 9, 1), thing("d.txt", 1, 3)]))
    listing.sort(Column.SIZE, Qt.SortOrder.DescendingOrder)
    assert shown(listing) == ["a", "m", "c.png", "b.txt", "d.txt"]
    listing.sort(Column.MODIFIED)
    assert shown(listing) == ["a", "m", "c.png", "b.txt", "d.txt"]
    listing.sort(Column.TYPE)
    assert shown(listing) == ["a", "m", "c.png", "b.txt", "d.txt"]
    listing.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert shown(listing) == ["m", "a", "d.txt", "c.png", "b.txt"]
    listing.append(page([], [thing("e.txt")]))
    assert shown(listing) == ["m", "a", "e.txt", "d.txt", "c.png", "b.txt"]


def test_a_filter_looks_at_names_and_not_at_where_they_lie(listing: Listing) -> None:
    listing.clear(Location("b", "photos/"))
    listing.append(page(["photos/Photos/"], [thing("photos/x.png"), thing("photos/PHOTO.jpg")], prefix="photos/"))
    listing.set_filter("photo")
    assert shown(listing) == ["Photos", "PHOTO.jpg"]
    listing.append(page([], [thing("photos/z.png"), thing("photos/zphoto")], prefix="photos/"))
    assert shown(listing) == ["Photos", "PHOTO.jpg", "zphoto"]
    assert listing.objects_loaded == 4
    listing.set_filter("")
    assert listing.rowCount() == 5


def test_archived_objects_say_that_they_need_a_restore(listing: Listing) -> None:
    listing.append(page([], [thing("a.tar", storage_class="ColdArchive"), thing("b.tar", storage_class="IA")]))
    assert listing.index(0, 0).data(Role.CHIP) == "Needs restore"
    assert listing.index(1, 0).data(Role.CHIP) == ""


def test_rows_are_bounded(listing: Listing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing_room, "MOST_ROWS", 10)
    for number in range(2):
        listing.append(page([], [thing(f"{number}-{each}") for each in range(5)], "more"))
    assert listing.full
    assert listing.next_token == ""


def test_letters_typed_in_the_list_find_the_next_name_that_begins_so(listing: Listing) -> None:
    listing.append(page(["docs/"], [thing("alpha"), thing("Delta"), thing("dune")]))
    assert listing.find("d", after=-1) == 0
    assert listing.find("d", after=0) == 2
    assert listing.find("du", after=2) == 3
    assert listing.find("d", after=3) == 0
    assert listing.find("x", after=0) == -1
