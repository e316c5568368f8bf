"""The fields of the token card: four in sight, three more when it is opened. All exist all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from stsviewer.ui.parts.field import ValueField
from stsviewer.ui.tokens import Size

if TYPE_CHECKING:
    from stsviewer.sts import Token

_FIRST = ("AccessKeyId", "AccessKeySecret", "SecurityToken", "Expiration")
_SECOND = ("AssumedRoleArn", "AssumedRoleId", "RequestId")
_SECRETS = ("AccessKeySecret", "SecurityToken")


class CardFields(QWidget):
    """Shows a token's values. Secrets are opened only while they are revealed, and when one is copied."""

    copy_wanted = Signal(str, str)
    """A value is to be copied: the value and the field's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token: Token | None = None
        self._narrow = False
        self.fields = {name: ValueField(name, mono=name != "Expiration", parent=self) for name in _FIRST + _SECOND}
        for name, field in self.fields.items():
            field.copy_wanted.connect(lambda name=name: self._copy(name))
        self.set_open(False)

    def __getitem__(self, name: str) -> ValueField:
        return self.fields[name]

    def show_token(self, token: Token | None, *, revealed: bool, dead: bool) -> None:
        """Show ``token``; ``dead`` when it is over: the values step back and copying is off."""
        self._token = token
        for name, field in self.fields.items():
            field.set_dead(dead)
            if token is None:
                field.clear()
            elif name in _SECRETS and not revealed:
                field.set_value("", masked=True)
            elif name == "Expiration":
                self._show_expiration()
            else:
                field.set_value(self._value(name))

    def _show_expiration(self) -> None:
        moment = self._token.expiration
        local = moment.astimezone()
        utc = f" ({moment:%H:%M:%S} UTC)"
        whole = f"{local:%Y-%m-%d %H:%M:%S %z}\n{moment:%Y-%m-%d %H:%M:%S} UTC"
        self.fields["Expiration"].set_value(f"{local:%H:%M:%S}{utc}", faded=utc, tip_text=whole)

    def _value(self, name: str) -> str:
        token = self._token
        return {
            "AccessKeyId": lambda: token.access_key_id,
            "AccessKeySecret": token.access_key_secret.reveal,
            "SecurityToken": token.security_token.reveal,
            "Expiration": lambda: f"{token.expiration:%Y-%m-%dT%H:%M:%SZ}",
            "AssumedRoleArn": lambda: token.assumed_role_arn,
            "AssumedRoleId": lambda: token.assumed_role_id,
            "RequestId": lambda: token.request_id,
        }[name]()

    def _copy(self, name: str) -> None:
        if self._token is not None:
            self.copy_wanted.emit(self._value(name), name)

    # -- where they stand ----------------------------------------------------------------------

    def set_open(self, opened: bool) -> None:
        """Whether the second row is in sight."""
        for name in _SECOND:
            self.fields[name].setVisible(opened)

    def set_narrow(self, narrow: bool) -> None:
        """Narrow: other widths, and eight dots for a secret."""
        self._narrow = narrow
        for field in self.fields.values():
            field.set_dot_count(8 if narrow else 12)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        gap = 8 if self._narrow else 10
        room = self.width()
        first, second, last = (200, 150, 150) if self._narrow else (252, 190, 226)
        self._row(0, gap, (first, second, max(80, room - first - second - last - 3 * gap), last), _FIRST)
        identifier, request = (190, 230) if self._narrow else (252, 312)
        self._row(Size.FIELD_ROW + 8, gap, (room - request - identifier - 2 * gap, identifier, request), _SECOND)

    def _row(self, top: int, gap: int, widths: tuple[int, ...], names: tuple[str, ...]) -> None:
        left = 0
        for width, name in zip(widths, names, strict=True):
            self.fields[name].setGeometry(left, top, width, Size.FIELD_ROW)
            left += width + gap

    def retranslate(self) -> None:
        """Put the one caption that is a word of ours into the language in force."""
        self.fields["Expiration"].set_caption(QCoreApplication.translate("CardFields", "Expiration"))
