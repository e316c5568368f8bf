"""The token card: always in sight. Ring, role, the four fields, and the one thing to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stsviewer.ui import evidence, motion, tokens
from stsviewer.ui.card_fields import CardFields
from stsviewer.ui.countdown import Countdown
from stsviewer.ui.outside import flat
from stsviewer.ui.parts import chip
from stsviewer.ui.parts.button import PLAIN, PRIMARY, QUIET, Button, IconButton
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.chip import Chip
from stsviewer.ui.parts.label import ElidedLabel, Label, Paragraph
from stsviewer.ui.session import Session, State
from stsviewer.ui.tokens import Motion, Size
from stsviewer.ui.translate import shown

JSON_FORM, EXPORT_FORM = "json", "export"
_LATE = (State.SOON, State.LAST_MINUTE, State.EXPIRED)


class TokenCard(Card):
    """Shows one session; which one changes with :meth:`show_session`. It asks for things through signals only."""

    token_wanted = Signal()
    """*Get token*, *Renew* or *Try again* was pressed."""
    copy_wanted = Signal(str, str)
    """A field is to be copied: its value and its name."""
    form_wanted = Signal(str)
    """The whole token is to be copied, as ``json`` or ``export``."""
    details_wanted = Signal(str)
    """The details of a refusal are to be copied."""
    edit_wanted = Signal()
    """The profile is to be edited: its secret is not to be had."""
    check_wanted = Signal()
    """Why the token was refused is to be looked into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._waiting = False
        self._possible = True
        self._narrow = False
        self._revealed = False
        self._opened = False
        self._offers_check = True
        self._grown = 0.0
        self.ring = Countdown(self)
        self.role = ElidedLabel("", tokens.TITLE, "ink", self)
        self.account = Label("", tokens.BODY, "ink3", self)
        self.status = Chip("", parent=self)
        self.status.setAccessibleName("Status")
        self.session_chip = Chip("", parent=self)
        self.hint = Label("", tokens.BODY, "ink2", self)
        self.reveal = IconButton("eye", name="Reveal secrets", parent=self)
        self.get_token = Button("", "key", PRIMARY, name="Get token", parent=self)
        self.renew = Button("", "refresh", name="Renew", parent=self)
        self.copy_as = Button("", "copy", PRIMARY, name="Copy token as", chevron=True, parent=self)
        self.copy_details = Button("", "copy", QUIET, name="Copy details", parent=self)
        self.edit = Button("", "edit", name="Edit profile", parent=self)
        self.check = Button("", "shield", name="Run role check", parent=self)
        self.expand = IconButton("chevron-down", name="More of the token", parent=self)
        self.fields = CardFields(self)
        self.sentence = Paragraph("", tokens.BODY, "ink", self)
        self.evidence = ElidedLabel("", tokens.SMALL, "ink2", self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(Size.CARD + SHADOW)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.get_token.clicked.connect(self.token_wanted)
        self.renew.clicked.connect(self.token_wanted)
        self.copy_as.clicked.connect(self._open_menu)
        self.reveal.clicked.connect(lambda: self.set_revealed(not self._revealed))
        self.edit.clicked.connect(self.edit_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.expand.clicked.connect(lambda: self.set_opened(not self._opened))
        self.fields.copy_wanted.connect(self.copy_wanted)
        self.copy_details.clicked.connect(
            lambda: self.details_wanted.emit(evidence.details(self._session.failure)) if self._session.failure else None
        )

    # -- what it shows -------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show another session. Secrets are masked again, whatever was revealed."""
        if self._session is not None:
            self._session.changed.disconnect(self.refresh)
            self._session.ticked.disconnect(self._tick)
        self._session = session
        self._waiting = False
        self.set_revealed(False)
        if session is not None:
            session.changed.connect(self.refresh)
            session.ticked.connect(self._tick)
        self.refresh()

    def wait(self) -> None:
        """A token is wanted from a profile that is not known yet (the sandbox is starting)."""
        self._waiting = True
        self.refresh()

    def set_possible(self, possible: bool) -> None:
        """Whether there is a profile, or will be, to ask a token for."""
        self._possible = possible
        self.refresh()

    def set_offers_check(self, offers: bool) -> None:
        """Whether a refusal leads to the role check; not while that is what one looks at."""
        self._offers_check = offers
        self.refresh()

    def _state(self) -> State:
        if self._session is None:
            return State.RENEWING if self._waiting else State.NONE
        return self._session.state

    def refresh(self) -> None:
        """Show the session's state of now."""
        session = self._session
        state = self._state()
        token = session.token if session else None
        refused = state is State.REFUSED
        empty = token is None
        self._tick()
        self._title(state)
        self._buttons(state, empty)
        told = refused or state is State.DIRECT  # a sentence stands where the fields would be
        self.fields.setVisible(not told)
        self.sentence.setVisible(told)
        self.evidence.setVisible(told)
        if refused:
            self._say_refusal()
        elif told:
            self.sentence.setText(self.tr("This profile takes no role: its own key signs, and nothing runs out."))
            self.evidence.setText(flat(session.profile.access_key_id))
        self.fields.show_token(token, revealed=self._revealed, dead=state is State.EXPIRED)
        if empty:
            self.set_opened(False)
        self._place()

    def _tick(self) -> None:
        session = self._session
        if session is None:
            self.ring.show_state(self._state(), 0, 0)
            return
        self.ring.show_state(session.state, session.seconds_left(), session.share_left())
        if session.state is State.EXPIRED:
            self._status(State.EXPIRED)

    def _title(self, state: State) -> None:
        session = self._session
        profile = session.profile if session else None
        unknown = state is State.NONE or profile is None
        role = (session.token.role_name if session and session.token else profile.role_name if profile else "") or (
            profile.name if profile else ""
        )
        account = session.token.account if session and session.token else profile.account if profile else ""
        self.role.setText(self.tr("No token yet") if unknown else flat(role))
        self.account.setText("" if unknown or not account else f"@ {flat(account)}")
        name = session.token.session_name if session and session.token and state is not State.REFUSED else ""
        self.session_chip.set(self.tr("session {name}").replace("{name}", flat(name)) if name else "")
        self._status(state)

    def _status(self, state: State) -> None:
        word, sort, mark = {
            State.NONE: ("", chip.NEUTRAL, ""),
            State.RENEWING: (self.tr("Renewing"), chip.ACCENT, ""),
            State.LIVE: (self.tr("Live"), chip.OK, ""),
            State.SOON: (self.tr("Renew soon"), chip.WARN, ""),
            State.LAST_MINUTE: (self.tr("Last minute"), chip.BAD, ""),
            State.EXPIRED: (self._expired_word(), chip.BAD, ""),
            State.REFUSED: (self.tr("Refused"), chip.BAD, "exclamation"),
            State.DIRECT: (self.tr("No role"), chip.NEUTRAL, ""),
        }[state]
        before = self.status.text()
        self.status.set(word, sort, mark)
        said = word or self.tr("No token yet")
        if state is State.REFUSED and self._session.failure:
            failure = self._session.failure
            said = f"{word}: {shown(failure.sentence)} {flat(failure.code)}".rstrip()
        self.status.setAccessibleDescription(said)
        if before != word:
            self._place()

    def _expired_word(self) -> str:
        minutes = int(self._session.seconds_over() // 60) if self._session else 0
        if minutes < 1:
            return self.tr("Expired just now")
        return self.tr("Expired {minutes} min ago").replace("{minutes}", str(minutes))

    def _say_refusal(self) -> None:
        failure = self._session.failure
        self.sentence.setText(shown(failure.sentence) if failure else "")
        self.evidence.setText("  ·  ".join(value for _, value in evidence.facts(failure)) if failure else "")

    def _buttons(self, state: State, empty: bool) -> None:
        refused, waiting = state is State.REFUSED, state is State.RENEWING
        self.get_token.setVisible(empty and state is not State.DIRECT)
        self.get_token.setEnabled(not waiting and self._possible)
        self.get_token.set_kind(PLAIN if refused else PRIMARY)
        self.get_token.drawing = "refresh" if refused else "key"
        self.get_token.setText(self.tr("Try again") if refused else self.tr("Get token"))
        self.renew.setVisible(not empty)
        self.renew.setEnabled(not waiting)
        self.renew.set_kind(PRIMARY if state in _LATE or refused else PLAIN)
        self.renew.setText(self.tr("Try again") if refused else self.tr("Renew"))
        self.copy_as.setVisible(not empty and not refused)
        self.copy_as.setEnabled(state.alive)
        self.copy_as.set_kind(PRIMARY if state is State.LIVE else PLAIN)
        self.copy_details.setVisible(refused)
        self.edit.setVisible(refused and self._secret_is_missing())
        self.check.setVisible(refused and self._offers_check and not self._is_local())
        usable = not empty and not refused and state is not State.EXPIRED
        self.reveal.setVisible(usable)
        self.expand.setVisible(usable)

    def _is_local(self) -> bool:
        """Whether this machine, not the cloud, stood in the way."""
        from stsviewer.failure import Kind

        return self._session.failure is not None and self._session.failure.kind is Kind.LOCAL

    def _secret_is_missing(self) -> bool:
        from stsviewer.profile import Origin

        return self._is_local() and self._session.profile.origin is Origin.SAVED

    def set_revealed(self, revealed: bool) -> None:
        """Show the secrets themselves, or dots."""
        self._revealed = revealed
        self.reveal.set_lit(revealed)
        self.reveal.set_tip(self.tr("Mask secrets") if revealed else self.tr("Reveal secrets"))
        self.refresh()

    # -- where it stands -----------------------------------------------------------------------

    def set_narrow(self, narrow: bool) -> None:
        """Narrow: under 1280 px of window, fields shrink and the identifier elides."""
        self._narrow = narrow
        self.fields.set_narrow(narrow)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(900, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def set_opened(self, opened: bool) -> None:
        """Show the second row of fields, or put it away."""
        if opened == self._opened:
            return
        self._opened = opened
        self.expand.drawing = "chevron-up" if opened else "chevron-down"
        self.expand.set_tip(self.tr("Show less") if opened else self.tr("Show ARN, id and RequestId"))
        self.fields.set_open(opened)
        motion.ease(self, self._grown, 1.0 if opened else 0.0, Motion.GROW, self._grow)

    def _grow(self, share: float) -> None:
        self._grown = share
        self.setFixedHeight(round(Size.CARD + (Size.CARD_OPEN - Size.CARD) * share) + SHADOW)

    def _place(self) -> None:
        padding, gap = (14, 16) if self._narrow else (18, 20)
        self.ring.move(padding + 1, (Size.CARD - Size.RING) // 2)
        left = self.ring.x() + Size.RING + gap
        right = self.width() - (13 if self._narrow else 17)
        edge = self._place_buttons(right, 18)
        self._place_title(left, edge - 16, 18)
        chevron = Size.ICON_BUTTON + (4 if self._narrow else 6)
        self.expand.move(right - Size.ICON_BUTTON, 74)
        width = right - left - (chevron if self.expand.isVisibleTo(self) else 0)
        self.fields.setGeometry(left, 56, width, max(self.height() - SHADOW - 56 - 4, Size.FIELD_ROW))
        if not self.sentence.isVisibleTo(self):
            return
        room = max(200, right - left)
        height = self.sentence.heightForWidth(room)
        self.sentence.setGeometry(QRect(left, 54, room, height))
        self.evidence.setGeometry(QRect(left, 54 + height + 2, room, tokens.SMALL.line))

    def _place_buttons(self, right: int, top: int) -> int:
        """From the right edge inwards; the primary stands last. Returns where they begin."""
        late = self.renew.kind == PRIMARY
        order = [
            self.get_token,
            *((self.renew, self.copy_as) if late else (self.copy_as, self.renew)),
            self.edit,
            self.check,
            self.copy_details,
        ]
        for button in order:
            if button.isVisibleTo(self):
                button.adjustSize()
                right -= button.width()
                button.move(right, top)
                right -= 8
        if self.reveal.isVisibleTo(self):
            right -= self.reveal.width()
            self.reveal.move(right, top + 1)
        return right

    def _place_title(self, left: int, right: int, top: int) -> None:
        """Role, account, status, session. Where there is no room the session leaves first, then the account."""
        room = right - left
        wide = {
            widget: widget.sizeHint().width() for widget in (self.role, self.account, self.status, self.session_chip)
        }
        wanted = {self.account: bool(self.account.text()), self.session_chip: bool(self.session_chip.text())}

        def needed() -> int:
            total = wide[self.role] + (wide[self.status] + 12 if self.status.text() else 0)
            return total + sum(wide[widget] + 8 for widget, here in wanted.items() if here)

        for widget in (self.session_chip, self.account):
            if needed() > room:
                wanted[widget] = False
        status = self.status.text() != ""
        role = min(wide[self.role], max(60, room - (needed() - wide[self.role])))
        x = left
        self.role.setGeometry(x, top, role, Size.TITLE_ROW)
        x += role + 6
        self.account.setVisible(wanted[self.account])
        if wanted[self.account]:
            self.account.setGeometry(x, top + 1, wide[self.account], Size.TITLE_ROW)
            x += wide[self.account] + 3
        self.status.setVisible(status)
        if status:
            x += 8 if wanted[self.account] else 2
            self.status.setGeometry(x, top + 5, wide[self.status], Chip.HEIGHT)
            x += wide[self.status] + 8
        self.session_chip.setVisible(wanted[self.session_chip])
        if wanted[self.session_chip]:
            self.session_chip.setGeometry(x, top + 5, wide[self.session_chip], Chip.HEIGHT)
            x += wide[self.session_chip]
        hint = self.hint.sizeHint().width()
        alone = not status and x + 4 + hint < right
        self.hint.setVisible(alone)
        self.hint.setGeometry(x + 4, top + 1, hint, Size.TITLE_ROW)

    def _open_menu(self) -> None:
        from stsviewer.ui.parts.menu import Menu

        menu = Menu("Copy token as", self, Size.MENU)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        json = menu.add(self.tr("JSON, as AssumeRole answers"), "Ctrl Shift C")
        json.triggered.connect(lambda: self.form_wanted.emit(JSON_FORM))
        export = menu.add(self.tr("export lines"), "bash, zsh")
        export.triggered.connect(lambda: self.form_wanted.emit(EXPORT_FORM))
        menu.addSeparator()
        menu.add_foot(self.tr("Clears from the clipboard after 60 s"), "clock")
        menu.popup_under(self.copy_as, right=True)

    # -- words ---------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.hint.setText(self.tr("Its four fields and its countdown will stay here, on every page."))
        self.copy_as.setText(self.tr("Copy as"))
        self.copy_details.setText(self.tr("Copy details"))
        self.edit.setText(self.tr("Edit profile"))
        self.check.setText(self.tr("Run role check"))
        self.reveal.set_tip(self.tr("Mask secrets") if self._revealed else self.tr("Reveal secrets"))
        self.expand.set_tip(self.tr("Show less") if self._opened else self.tr("Show ARN, id and RequestId"))
        self.fields.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
