"""From a refusal to the check: in the list, in the preview, in the token card."""

from __future__ import annotations

from support.browse import Browser
from support.checker import Checker


def test_a_refused_list_leads_to_the_check_of_that_place(checker: Checker) -> None:
    checker.window.tabs.setCurrentIndex(0)
    browser = Browser(checker.window)
    browser.take("one-prefix")
    browser.go("oss://wla-test2/docs/")
    checker.click("Run role check")
    report = checker.report()
    assert checker.window.pages.currentWidget() is checker.page
    assert (report.bucket, report.prefix) == ("wla-test2", "docs/")
    assert checker.field("Prefix") == "docs/"
    assert checker.opened() == "actions"


def test_a_refused_object_leads_to_the_check_of_its_folder(checker: Checker) -> None:
    checker.window.tabs.setCurrentIndex(0)
    browser = Browser(checker.window)
    browser.take("session-policy")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    checker.click("Run role check")
    report = checker.report()
    assert (report.bucket, report.prefix) == ("wla-test2", "")


def test_a_refused_token_leads_to_the_check(checker: Checker) -> None:
    checker.window.tabs.setCurrentIndex(0)
    checker.take("service-role")
    checker.click("Get token")
    checker.click("Run role check")
    checker.report()
    assert checker.title() == "The role trusts a service, not this user"
    assert not checker.sees("Run role check"), "one is there already"
    checker.window.tabs.setCurrentIndex(0)
    assert checker.sees("Run role check")


def test_the_editor_and_the_first_run_stand_in_the_pages_place(checker: Checker) -> None:
    checker.click("Add profile")
    assert not checker.sees("Run check")
    assert not checker.page.status.isVisible()
    checker.click("Cancel")
    assert checker.sees("Run check")
    assert checker.page.status.isVisible()
    assert not checker.window.browse.status.isVisible()
