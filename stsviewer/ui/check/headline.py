"""What a check found, in one line and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from stsviewer.check.values import Likelihood, Report, Rung, RungName, RungState, Verdict
from stsviewer.text import Marked, mark
from stsviewer.ui.check import words
from stsviewer.ui.check.telling import told
from stsviewer.ui.outside import flat


def _tr(marked: Marked) -> str:
    return QCoreApplication.translate(marked.context, marked.source)


def title(report: Report) -> str:
    """The line over the ladder."""
    failed = report.failed
    if failed is not None:
        causes = [cause for cause in report.causes if cause.rung is failed.name]
        named = _by_cause().get(causes[0].id) if causes and causes[0].likelihood is Likelihood.CERTAIN else None
        return named or _by_rung(report.bucket)[failed.name]
    if report.verdict is Verdict.UNKNOWN:
        return _tr(mark("Role check", "Not everything can be told"))
    if not report.role:
        return _tr(mark("Role check", "The key works"))
    return _tr(mark("Role check", "The role works"))


def sentence(report: Report) -> str:
    """The sentence under it: which rung, how long, and whether anything was changed."""
    failed, count = report.failed, len(report.rungs)
    took = words.took(report.took)
    if failed is not None:
        number = [rung.name for rung in report.rungs].index(failed.name) + 1
        line = _tr(mark("Role check", "Rung {number} of {count}. Found in {time}, {changed}.")).replace(
            "{number}", str(number)
        )
    else:
        line = _tr(mark("Role check", "All {count} rungs looked at in {time}, {changed}."))
    line = line.replace("{count}", str(count)).replace("{time}", took).replace("{changed}", _changed(report))
    if report.expected is not None:
        line = f"{told(report.expected)} {line}"
    return line


def running(rungs: Sequence[Rung]) -> str:
    """While it runs: how far it is."""
    tried = [number for number, rung in enumerate(rungs, 1) if rung.state is RungState.TRYING]
    number = tried[0] if tried else 1
    sentence_ = _tr(mark("Role check", "Rung {number} of {count} is being tried."))
    return sentence_.replace("{number}", str(number)).replace("{count}", str(len(rungs)))


def _changed(report: Report) -> str:
    if report.left:
        return _tr(mark("Role check", "and something could not be removed again"))
    if report.mutating:
        return _tr(mark("Role check", "what was written is removed again"))
    return _tr(mark("Role check", "nothing was changed"))


def _by_rung(bucket: str) -> dict[RungName, str]:
    return {
        RungName.NETWORK: _tr(mark("Role check", "STS cannot be reached from here")),
        RungName.KEY: _tr(mark("Role check", "The key does not sign")),
        RungName.CLOCK: _tr(mark("Role check", "The clocks are too far apart")),
        RungName.MAY_ASSUME: _tr(mark("Role check", "The user may not take this role")),
        RungName.ROLE: _tr(mark("Role check", "There is no such role")),
        RungName.TRUST: _tr(mark("Role check", "The role does not trust you")),
        RungName.PARAMETERS: _tr(mark("Role check", "STS does not take what the profile asks for")),
        RungName.TOKEN: _tr(mark("Role check", "No token was issued")),
        RungName.BUCKET: _tr(mark("Role check", "{bucket} cannot be used")).replace("{bucket}", flat(bucket)),
        RungName.ACTIONS: _tr(mark("Role check", "The token is good, but not for this")),
    }


def _by_cause() -> dict[str, str]:
    return {
        "network-address": _tr(mark("Role check", "The endpoint of STS is not an address")),
        "network-not-the-service": _tr(mark("Role check", "Something else answers in place of STS")),
        "key-disabled": _tr(mark("Role check", "The key is switched off")),
        "key-unknown": _tr(mark("Role check", "Nobody has this key")),
        "secret-wrong": _tr(mark("Role check", "The secret does not belong to the key")),
        "root-key": _tr(mark("Role check", "The root key can take no role")),
        "token-expired": _tr(mark("Role check", "The token of the profile has expired")),
        "token-mismatch": _tr(mark("Role check", "The token does not belong to the key")),
        "token-missing": _tr(mark("Role check", "The key needs its security token")),
        "user-assume-denied": _tr(mark("Role check", "A Deny forbids taking this role")),
        "control-policy": _tr(mark("Role check", "The resource directory forbids it")),
        "role-arn-malformed": _tr(mark("Role check", "The ARN of the role is malformed")),
        "role-other-account": _tr(mark("Role check", "The role is in another account")),
        "trust-service-only": _tr(mark("Role check", "The role trusts a service, not this user")),
        "trust-federated-only": _tr(mark("Role check", "The role trusts an identity provider, not this user")),
        "trust-not-named": _tr(mark("Role check", "The role trusts others, not this user")),
        "trust-external-id": _tr(mark("Role check", "The role asks for an external id")),
        "trust-condition-address": _tr(mark("Role check", "The role trusts other addresses only")),
        "trust-condition-mfa": _tr(mark("Role check", "The role trusts sign-ins with MFA only")),
        "trust-denied": _tr(mark("Role check", "The role's trust policy denies this user")),
        "session-name-malformed": _tr(mark("Role check", "The session name is malformed")),
        "duration-not-accepted": _tr(mark("Role check", "The role gives no token that long")),
        "session-policy-grammar": _tr(mark("Role check", "The session policy breaks the grammar")),
        "session-policy-size": _tr(mark("Role check", "The session policy is too long")),
        "bucket-not-found": _tr(mark("Role check", "There is no such bucket")),
        "bucket-foreign": _tr(mark("Role check", "The bucket is another account's")),
        "bucket-policy-denied": _tr(mark("Role check", "The bucket's own policy denies it")),
        "account-overdue": _tr(mark("Role check", "The account is in debt")),
        "object-archived": _tr(mark("Role check", "The object is archived")),
        "session-denied": _tr(mark("Role check", "The session policy denies it")),
        "session-too-narrow": _tr(mark("Role check", "The session policy is too narrow")),
        "session-wrong-resource": _tr(mark("Role check", "The session policy names another resource")),
        "role-denied": _tr(mark("Role check", "A Deny of the role's policies forbids it")),
        "user-denied": _tr(mark("Role check", "A Deny of the user's policies forbids it")),
        "role-no-allow": _tr(mark("Role check", "No policy of the role allows it")),
        "user-no-allow": _tr(mark("Role check", "No policy of the user allows it")),
        "role-bucket-only": _tr(mark("Role check", "The role may use the bucket, not the objects in it")),
        "role-objects-only": _tr(mark("Role check", "The role may use the objects, not list the bucket")),
    }
