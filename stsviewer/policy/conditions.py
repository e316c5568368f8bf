"""The condition operators: the complete list of the vendor's, and what each does.

https://help.aliyun.com/zh/ram/conditional-operator (String, Number), OSS's own list in
https://www.alibabacloud.com/help/en/oss/user-guide/authorization-syntax-and-elements.

What no page settles is read here as the documented effects need it: to the String operators a key that the request
does not carry is the empty text (the OSS samples pair ``NotIpAddress`` with ``StringLike acs:SourceVpc ["*"]``); to
every other operator, the negated ones too, it does not match (``Bool acs:MFAPresent`` in a Deny never meets access key
calls). A value that its operator cannot read equals nothing.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Final

from stsviewer.policy import wildcard
from stsviewer.policy.document import Condition

Context = Mapping[str, "str | Sequence[str]"]


class Family(Enum):
    """What an operator takes its values for."""

    STRING = "String"
    NUMERIC = "Numeric"
    DATE = "Date"
    BOOL = "Bool"
    ADDRESS = "IpAddress"


@dataclass(frozen=True)
class Operator:
    """An operator. ``test(value in the policy, value of the request)``; ``negated`` ones must hold for all values."""

    family: Family
    test: Callable[[str, str], bool]
    negated: bool = False
    wild: bool = False  # takes * and ?


def holds(condition: Condition, context: Context) -> bool:
    """Whether the request with ``context`` meets ``condition``."""
    operator = OPERATORS[condition.operator]
    carried = _carried(operator.family, context.get(condition.key, ()))
    if not carried:
        return False
    met = any(operator.test(value, one) for value in condition.values for one in carried)
    return met != operator.negated


def _carried(family: Family, value: str | Sequence[str]) -> list[str]:
    """The request's values that ``family`` can read."""
    values = [value] if isinstance(value, str) else list(value)
    if family is Family.STRING:
        return values or [""]
    return [one for one in values if readable(family, one)]


def readable(family: Family, value: str) -> bool:
    """Whether ``value`` is of the form that the operators of ``family`` compare."""
    match family:
        case Family.NUMERIC:
            return number(value) is not None
        case Family.DATE:
            return date(value) is not None
        case Family.BOOL:
            return truth(value) is not None
        case Family.ADDRESS:
            return value == "*" or network(value) is not None
        case Family.STRING:
            return True


def number(text: str) -> Decimal | None:
    """A finite number, or None."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def date(text: str) -> datetime | None:
    """A point in time from ISO 8601, or None. Without an offset it is UTC."""
    try:
        value = datetime.fromisoformat(text.strip())
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def truth(text: str) -> bool | None:
    """True or false in any case, or None. ``acs:SecureTransport`` was HTTPS or HTTP once."""
    return {"true": True, "false": False, "https": True, "http": False}.get(text.strip().lower())


def network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    """A block in CIDR form or a single address, or None. Bits beyond the mask do not matter."""
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def _in_block(value: str, address: str) -> bool:
    if value.strip() == "*":  # the OSS page allows it
        return True
    block, single = network(value), network(address)
    if isinstance(block, ipaddress.IPv4Network) and isinstance(single, ipaddress.IPv4Network):
        return single.subnet_of(block)
    if isinstance(block, ipaddress.IPv6Network) and isinstance(single, ipaddress.IPv6Network):
        return single.subnet_of(block)
    return False


def _numbers(compare: Callable[[Decimal, Decimal], bool]) -> Callable[[str, str], bool]:
    def test(value: str, carried: str) -> bool:
        left, right = number(carried), number(value)
        return left is not None and right is not None and compare(left, right)

    return test


def _dates(compare: Callable[[datetime, datetime], bool]) -> Callable[[str, str], bool]:
    def test(value: str, carried: str) -> bool:
        left, right = date(carried), date(value)
        return left is not None and right is not None and compare(left, right)

    return test


def _same(value: str, carried: str) -> bool:
    return value == carried


def _same_letters(value: str, carried: str) -> bool:
    return value.casefold() == carried.casefold()


def _same_truth(value: str, carried: str) -> bool:
    return truth(value) is truth(carried)


OPERATORS: Final[Mapping[str, Operator]] = {
    "StringEquals": Operator(Family.STRING, _same),
    "StringNotEquals": Operator(Family.STRING, _same, negated=True),
    "StringEqualsIgnoreCase": Operator(Family.STRING, _same_letters),
    "StringNotEqualsIgnoreCase": Operator(Family.STRING, _same_letters, negated=True),
    "StringLike": Operator(Family.STRING, wildcard.matches, wild=True),
    "StringNotLike": Operator(Family.STRING, wildcard.matches, negated=True, wild=True),
    "NumericEquals": Operator(Family.NUMERIC, _numbers(lambda left, right: left == right)),
    "NumericNotEquals": Operator(Family.NUMERIC, _numbers(lambda left, right: left == right), negated=True),
    "NumericLessThan": Operator(Family.NUMERIC, _numbers(lambda left, right: left < right)),
    "NumericLessThanEquals": Operator(Family.NUMERIC, _numbers(lambda left, right: left <= right)),
    "NumericGreaterThan": Operator(Family.NUMERIC, _numbers(lambda left, right: left > right)),
    "NumericGreaterThanEquals": Operator(Family.NUMERIC, _numbers(lambda left, right: left >= right)),
    "DateEquals": Operator(Family.DATE, _dates(lambda left, right: left == right)),
    "DateNotEquals": Operator(Family.DATE, _dates(lambda left, right: left == right), negated=True),
    "DateLessThan": Operator(Family.DATE, _dates(lambda left, right: left < right)),
    "DateLessThanEquals": Operator(Family.DATE, _dates(lambda left, right: left <= right)),
    "DateGreaterThan": Operator(Family.DATE, _dates(lambda left, right: left > right)),
    "DateGreaterThanEquals": Operator(Family.DATE, _dates(lambda left, right: left >= right)),
    "Bool": Operator(Family.BOOL, _same_truth),
    "IpAddress": Operator(Family.ADDRESS, _in_block),
    "NotIpAddress": Operator(Family.ADDRESS, _in_block, negated=True),
    # OSS lists it and explains it nowhere; a block includes its border here anyway.
    "IpAddressIncludeBorder": Operator(Family.ADDRESS, _in_block),
}
