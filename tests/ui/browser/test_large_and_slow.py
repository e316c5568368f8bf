"""A million objects, and a link that takes its time: only what is looked at is fetched and shown."""

from __future__ import annotations

from support.browse import Browser


def test_a_million_objects_come_as_one_scrolls(browser: Browser) -> None:
    browser.take("million")
    browser.go("oss://wla-million/events/")
    assert browser.page.listing.rowCount() == 1000
    assert browser.page.status.text() == "The first 1,000 are shown, more to come"
    view = browser.page.pane.objects
    view.setFocus()
    for wanted in (2000, 3000, 4000):
        bar = view.verticalScrollBar()

        def scrolled(wanted: int = wanted, bar=bar) -> bool:
            bar.setValue(bar.maximum())  # again and again: the bar learns of new rows a moment after they are there
            return browser.page.listing.rowCount() >= wanted

        browser.wait(scrolled, f"{wanted} rows")
        browser.settled()
    browser.settled()
    rows = browser.page.listing.rowCount()
    listings = [line for line in browser.sent() if "list-type=2" in line and "events" in line]
    assert len(listings) == rows // 1000 < 8  # a page for each time the end was in sight, and no more
    browser.click("Load more")
    browser.wait(lambda: browser.page.listing.rowCount() == rows + 1000, "the next page")


def test_a_filter_does_not_run_through_the_million(browser: Browser) -> None:
    browser.take("million")
    browser.go("oss://wla-million/events/")
    browser.type_into("Filter", "nothing-is-called-this")
    assert browser.page.pane.notice.text().startswith("No name here contains")
    assert browser.page.listing.objects_loaded == 1000
    assert not browser.page.walk.busy


def test_enter_in_the_filter_asks_the_cloud_for_what_begins_so(browser: Browser) -> None:
    browser.take("million")
    browser.go("oss://wla-million/events/")
    browser.type_into("Filter", "01999", enter=True)
    browser.at("oss://wla-million/events/01999")
    rows = browser.rows("Objects")
    assert rows[0] == "0199900.json"
    assert all(row.startswith("01999") for row in rows)


def test_a_late_answer_of_an_earlier_place_never_shows(browser: Browser) -> None:
    browser.take("slow")
    browser.at("oss://")
    from stsviewer.ui.browser.location import Location

    for place in ("oss://wla-slow/", "oss://wla-test2/docs/", "oss://wla-slow/photos/"):
        browser.page.walk.go(Location.parse(place))
        assert browser.page.listing.rowCount() == 0
    browser.at("oss://wla-slow/photos/")
    assert browser.rows("Objects") == ["dawn.jpg", "moon.jpg", "sea.jpg"]
    assert browser.page.listing.location.address == "oss://wla-slow/photos/"


def test_rows_that_take_long_are_announced_by_bars(browser: Browser) -> None:
    browser.take("slow")
    browser.at("oss://")
    from stsviewer.ui.browser.location import Location

    browser.page.walk.go(Location("wla-slow"))
    browser.wait(lambda: browser.page.pane.objects.skeleton.showing, "the bars")
    browser.at("oss://wla-slow/")
    assert not browser.page.pane.objects.skeleton.showing


def test_walking_on_takes_back_what_is_being_fetched(browser: Browser) -> None:
    browser.take("slow")
    browser.go("oss://wla-slow/")
    browser.choose("Objects", "DragonMedium.png")
    browser.wait(lambda: browser.page.preview._job is not None, "the fetch")
    job = browser.page.preview._job
    browser.choose("Objects", "aurora.webp")
    browser.shows("aurora.webp")
    assert job._cancelled
    assert browser.page.preview.loaded.picture.format == "webp"


def test_the_preview_shows_how_much_is_there(browser: Browser) -> None:
    browser.take("slow")
    browser.go("oss://wla-slow/")
    seen: list[tuple[int, int]] = []
    way = browser.page.preview.stage.way
    shown = way.set_progress
    way.set_progress = lambda so_far, total: (seen.append((so_far, total)), shown(so_far, total))
    browser.choose("Objects", "DragonMedium.png")
    browser.shows("DragonMedium.png")
    assert seen
    assert seen[-1][1] == browser.page.preview.loaded.properties.size
