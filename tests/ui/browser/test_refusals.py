"""A refusal stands where the answer would have been, and leads on."""

from __future__ import annotations

from support.browse import Browser

from stsviewer.failure import Kind


def test_a_role_for_one_prefix_starts_there_and_asks_for_nothing_above(browser: Browser) -> None:
    browser.take("one-prefix")
    browser.at("oss://wla-test2/photos/")
    assert "DragonMedium.png" in browser.rows("Objects")
    asked = [line for line in browser.sent() if "wla-test2" not in line or "bucketInfo" in line]
    assert [line for line in asked if line.startswith("GET")] == []
    browser.see("DragonMedium.png")
    assert browser.page.preview.picture.isVisible()


def test_the_root_of_the_bucket_is_refused_in_place_with_a_way_on(browser: Browser) -> None:
    browser.take("one-prefix")
    browser.at("oss://wla-test2/photos/")
    browser.page.walk.up()
    browser.at("oss://wla-test2/")
    assert browser.page.pane.refused()
    assert browser.page.pane.refusal.accessibleName() == "This role may not list wla-test2"
    failure = browser.page.pane.refusal.failure()
    assert (failure.code, failure.status, failure.ec) == ("AccessDenied", 403, "0003-00000202")
    browser.click("Copy details")
    from PySide6.QtWidgets import QApplication

    assert "0003-00000202" in QApplication.clipboard().text()
    browser.click("Open what is known")
    browser.at("oss://wla-test2/photos/")
    assert not browser.page.pane.refused()


def test_another_prefix_can_be_typed_and_is_kept(browser: Browser) -> None:
    browser.take("one-prefix")
    browser.at("oss://wla-test2/photos/")
    browser.go("oss://")
    assert browser.page.pane.refusal.accessibleName() == "This role may not list the buckets"
    browser.type_into("Another prefix", "oss://wla-test2/photos/2026/", enter=True)
    browser.at("oss://wla-test2/photos/2026/")
    assert browser.rows("Objects") == ["11-20", "11-24"]
    assert browser.session.profile.favourites == ("oss://wla-test2/photos/2026/",)


def test_a_prefix_that_is_refused_is_not_kept(browser: Browser) -> None:
    browser.take("one-prefix")
    browser.at("oss://wla-test2/photos/")
    browser.go("oss://wla-test2/")
    browser.type_into("Another prefix", "docs/", enter=True)
    browser.at("oss://wla-test2/docs/")
    assert browser.page.pane.refusal.accessibleName() == "This role may not list docs/ in wla-test2"
    assert browser.session.profile.favourites == ()


def test_a_role_without_storage_rights_is_told_what_is_missing(browser: Browser) -> None:
    browser.take("no-oss-policy")
    browser.settled()
    assert browser.page.pane.refused()
    assert browser.page.pane.refusal.failure().said("AuthAction") == "oss:ListBuckets"
    browser.click("Open what is known")
    browser.at("oss://wla-test2/")
    assert browser.page.pane.refusal.failure().said("AuthAction") == "oss:ListObjects"


def test_an_object_that_may_not_be_read_says_so_in_the_preview(browser: Browser) -> None:
    browser.take("session-policy")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    failure = browser.page.preview.failure()
    assert failure.kind is Kind.REFUSED
    assert failure.ec == "0003-00000301"
    assert browser.page.preview.refusal.accessibleName() == "This role may not read the object"
    browser.go("oss://wla-test2/photos/")
    browser.see("DragonMedium.png", "photos/DragonMedium.png")
    assert browser.page.preview.failure() is None


def test_a_bucket_that_is_not_there_is_told(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://no-such-bucket-at-all/")
    assert browser.page.pane.refusal.failure().code == "NoSuchBucket"
    browser.go("oss://Not_A_Bucket/")
    assert browser.page.pane.refusal.failure().kind is Kind.INPUT


def test_a_bucket_elsewhere_is_followed(browser: Browser) -> None:
    browser.take("other-region")
    browser.go("oss://wla-hangzhou/")
    browser.see("DragonMedium.png")
    assert browser.page.preview.picture.isVisible()


def test_without_a_token_the_page_says_what_to_do(browser: Browser) -> None:
    works = browser.window.profiles.all()[0]
    browser.window.open_profile(works)
    assert browser.page.pane.notice.text() == "Get a token to see what this role may see"
    refused = next(each for each in browser.window.profiles.all() if each.name == "wrong-secret")
    browser.window.open_profile(refused)
    browser.click("Get token")
    browser.wait(lambda: browser.session.failure is not None, "the refusal")
    assert browser.page.pane.notice.text() == "Without a token there is nothing to show"
