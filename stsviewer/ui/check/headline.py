"""What a check found, in one line and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from stsviewer.check.values import Likelihood, Report, Rung, RungName, RungState, Verdict
from stsviewer.ui.check import words
from stsviewer.ui.check.telling import told
from stsviewer.ui.outside import flat


def _tr(text: str) -> str:
    return QCoreApplication.translate("Role check", text)


def title(report: Report) -> str:
    """The line over the ladder."""
    failed = report.failed
    if failed is not None:
        causes = [cause for cause in report.causes if cause.rung is failed.name]
        named = _by_cause().get(causes[0].id) if causes and causes[0].likelihood is Likelihood.CERTAIN else None
        return named or _by_rung(report.bucket)[failed.name]
    if report.verdict is Verdict.UNKNOWN:
        return _tr("Not everything can be told")
    if not report.role:
        return _tr("The key works")
    return _tr("The role works")


def sentence(report: Report) -> str:
    """The sentence under it: which rung, how long, and whether anything was changed."""
    failed, count = report.failed, len(report.rungs)
    took = words.took(report.took)
    if failed is not None:
        number = [rung.name for rung in report.rungs].index(failed.name) + 1
        line = _tr("Rung {number} of {count}. Found in {time}, {changed}.").replace("{number}", str(number))
    else:
        line = _tr("All {count} rungs looked at in {time}, {changed}.")
    line = line.replace("{count}", str(count)).replace("{time}", took).replace("{changed}", _changed(report))
    if report.expected is not None:
        line = f"{told(report.expected)} {line}"
    return line


def running(rungs: Sequence[Rung]) -> str:
    """While it runs: how far it is."""
    tried = [number for number, rung in enumerate(rungs, 1) if rung.state is RungState.TRYING]
    number = tried[0] if tried else 1
    sentence_ = _tr("Rung {number} of {count} is being tried.")
    return sentence_.replace("{number}", str(number)).replace("{count}", str(len(rungs)))


def _changed(report: Report) -> str:
    if report.left:
        return _tr("and something could not be removed again")
    if report.mutating:
        return _tr("what was written is removed again")
    return _tr("nothing was changed")


def _by_rung(bucket: str) -> dict[RungName, str]:
    return {
        RungName.NETWORK: _tr("STS cannot be reached from here"),
        RungName.KEY: _tr("The key does not sign"),
        RungName.CLOCK: _tr("The clocks are too far apart"),
        RungName.MAY_ASSUME: _tr("The user may not take this role"),
        RungName.ROLE: _tr("There is no such role"),
        RungName.TRUST: _tr("The role does not trust you"),
        RungName.PARAMETERS: _tr("STS does not take what the profile asks for"),
        RungName.TOKEN: _tr("No token was issued"),
        RungName.BUCKET: _tr("{bucket} cannot be used").replace("{bucket}", flat(bucket)),
        RungName.ACTIONS: _tr("The token is good, but not for this"),
    }


def _by_cause() -> dict[str, str]:
    return {
        "network-address": _tr("The endpoint of STS is not an address"),
        "network-not-the-service": _tr("Something else answers in place of STS"),
        "key-disabled": _tr("The key is switched off"),
        "key-unknown": _tr("Nobody has this key"),
        "secret-wrong": _tr("The secret does not belong to the key"),
        "root-key": _tr("The root key can take no role"),
        "token-expired": _tr("The token of the profile has expired"),
        "token-mismatch": _tr("The token does not belong to the key"),
        "token-missing": _tr("The key needs its security token"),
        "user-assume-denied": _tr("A Deny forbids taking this role"),
        "control-policy": _tr("The resource directory forbids it"),
        "role-arn-malformed": _tr("The ARN of the role is malformed"),
        "role-other-account": _tr("The role is in another account"),
        "trust-service-only": _tr("The role trusts a service, not this user"),
        "trust-federated-only": _tr("The role trusts an identity provider, not this user"),
        "trust-not-named": _tr("The role trusts others, not this user"),
        "trust-external-id": _tr("The role asks for an external id"),
        "trust-condition-address": _tr("The role trusts other addresses only"),
        "trust-condition-mfa": _tr("The role trusts sign-ins with MFA only"),
        "trust-denied": _tr("The role's trust policy denies this user"),
        "session-name-malformed": _tr("The session name is malformed"),
        "duration-not-accepted": _tr("The role gives no token that long"),
        "session-policy-grammar": _tr("The session policy breaks the grammar"),
        "session-policy-size": _tr("The session policy is too long"),
        "bucket-not-found": _tr("There is no such bucket"),
        "bucket-foreign": _tr("The bucket is another account's"),
        "bucket-policy-denied": _tr("The bucket's own policy denies it"),
        "account-overdue": _tr("The account is in debt"),
        "object-archived": _tr("The object is archived"),
        "session-denied": _tr("The session policy denies it"),
        "session-too-narrow": _tr("The session policy is too narrow"),
        "session-wrong-resource": _tr("The session policy names another resource"),
        "role-denied": _tr("A Deny of the role's policies forbids it"),
        "user-denied": _tr("A Deny of the user's policies forbids it"),
        "role-no-allow": _tr("No policy of the role allows it"),
        "user-no-allow": _tr("No policy of the user allows it"),
        "role-bucket-only": _tr("The role may use the bucket, not the objects in it"),
        "role-objects-only": _tr("The role may use the objects, not list the bucket"),
    }
