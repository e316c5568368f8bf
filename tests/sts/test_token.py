"""A token's time: on a clock that nobody sets."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from stsviewer.secret import Secret
from stsviewer.sts import Token, seconds_since_boot

ISSUED = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TOKEN = Token(
    access_key_id="STS.N",
    access_key_secret=Secret("secret"),
    security_token=Secret("token"),
    expiration=ISSUED + timedelta(seconds=3600),
    assumed_role_arn="acs:ram::1532770894211314:role/henshaoread2/henshao",
    assumed_role_id="349:henshao",
    request_id="R",
    issued=ISSUED,
)


def test_what_its_arn_tells() -> None:
    assert (TOKEN.account, TOKEN.role_name, TOKEN.session_name) == ("1532770894211314", "henshaoread2", "henshao")
    odd = replace(TOKEN, assumed_role_arn="odd")
    assert (odd.account, odd.role_name, odd.session_name) == ("", "", "")


def test_it_ages_by_the_clock_that_counts_sleep() -> None:
    aged = replace(TOKEN, received=seconds_since_boot() - 3000)
    assert aged.seconds_left() == pytest.approx(600, abs=1)
    assert not aged.expired
    over = replace(TOKEN, received=seconds_since_boot() - 3600)
    assert over.expired
    assert over.seconds_left() <= 0


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="the system has no such clock")
def test_the_clock_counts_sleep_where_the_system_can() -> None:
    assert seconds_since_boot() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=0.5)


def test_nothing_secret_is_printed() -> None:
    assert "secret" not in repr(TOKEN).replace("access_key_secret", "")
    assert "Secret(••••••••••••)" in repr(TOKEN)
