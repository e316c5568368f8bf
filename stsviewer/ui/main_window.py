"""The one window: rail, token card, pages, status line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from stsviewer.ui import evidence, icons, jobs, theme
from stsviewer.ui.clipboard import Clipboard
from stsviewer.ui.outside import flat
from stsviewer.ui.parts.tabs import Tabs
from stsviewer.ui.profile_rail import ProfileRail
from stsviewer.ui.profiles import Found, Profiles
from stsviewer.ui.rail_foot import SandboxState
from stsviewer.ui.session import Session
from stsviewer.ui.settings import Settings
from stsviewer.ui.status_line import StatusLine
from stsviewer.ui.token_card import JSON_FORM, TokenCard
from stsviewer.ui.tokens import Size, Space
from stsviewer.ui.translate import shown

if TYPE_CHECKING:
    from stsviewer.failure import Failure
    from stsviewer.profile import Profile
    from stsviewer.sandbox_process import Announcement
    from stsviewer.ui.browser.browse_page import BrowsePage
    from stsviewer.ui.check.check_page import CheckPage
    from stsviewer.ui.first_run import FirstRun
    from stsviewer.ui.parts.toast import Toasts
    from stsviewer.ui.profile_editor import ProfileEditor
    from stsviewer.ui.shell import Shell

_BROWSE, _CHECK = range(2)  # the tabs
OpenSandbox = Callable[..., "Announcement"]


class MainWindow(QMainWindow):
    """Puts the places together and carries their wishes to the sessions."""

    def __init__(self, settings: Settings, open_sandbox: OpenSandbox, *, sandbox: bool) -> None:
        """``open_sandbox(cancel, progress)`` starts the sandbox and waits for it; ``sandbox`` opens it at once."""
        super().__init__()
        self._settings, self._open_sandbox = settings, open_sandbox
        self._token_wanted = False
        self._sandbox_coming = False
        self.current: Session | None = None
        self.profiles = Profiles(self)
        self.clipboard = Clipboard(self)
        self.status = StatusLine(self.clipboard)
        self.rail = ProfileRail(self.profiles)
        self.card = TokenCard()
        self.tabs = Tabs(("Browse", "Role check"))
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._restore_place()
        theme.changed.connect(self._dress)
        self._begun = False
        self._with_sandbox = sandbox

    # -- what is made after the window is up -----------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time, everything that the first picture does not need begins after it."""
        super().paintEvent(event)
        if not self._begun:
            QTimer.singleShot(0, self, self.begin)

    def begin(self) -> None:
        """Read the profiles, start the sandbox, make the page; import the SDKs off the GUI thread. Once."""
        if self._begun:
            return
        self._begun = True
        self.profiles.load(self._loaded, self._load_failed)
        if self._with_sandbox:
            self.start_sandbox()
        self._mark_focus()
        self._make_shortcuts()
        if not self._editing():
            self.pages.setCurrentWidget(self.browse)
        self.setWindowIcon(icons.app_icon())
        self._dress()
        jobs.start(self, lambda cancel, progress: import_rooms())

    def _mark_focus(self) -> None:
        from stsviewer.ui.parts.focus import FocusFrame

        self.focus_frame = FocusFrame(self)

    @cached_property
    def toasts(self) -> Toasts:
        """Short news at the bottom right."""
        from stsviewer.ui.parts.toast import Toasts

        return Toasts(self)

    @cached_property
    def _shell(self) -> Shell:
        from stsviewer.ui.shell import Shell

        return Shell(self.profiles, self.clipboard, self.toasts, self.status)

    def _make_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        QShortcut(QKeySequence("Ctrl+Shift+C"), self, lambda: self._copy_form(JSON_FORM))
        QShortcut(QKeySequence("Ctrl+R"), self, self.get_token)

    @cached_property
    def browse(self) -> BrowsePage:
        """The page with buckets and objects."""
        from stsviewer.ui.browser.browse_page import BrowsePage

        page = BrowsePage(self._shell)
        page.setAccessibleName("Browse")
        page.check_wanted.connect(self.run_check)
        self.pages.addWidget(page)
        return page

    @cached_property
    def check(self) -> CheckPage:
        """The page that says why a role does not work."""
        from stsviewer.ui.check.check_page import CheckPage

        page = CheckPage(self._shell)
        page.setAccessibleName("Role check")
        page.found.connect(lambda report: self.tabs.set_failures(_CHECK, int(bool(report and report.failed))))
        page.edit_wanted.connect(self.edit_profile)
        page.open(self.current)
        self.pages.addWidget(page)
        return page

    @cached_property
    def editor(self) -> ProfileEditor:
        """The page that a profile is changed on."""
        from stsviewer.ui.profile_editor import ProfileEditor

        page = ProfileEditor(self.profiles)
        page.closed.connect(self._leave_editor)
        page.saved.connect(self._profile_saved)
        page.removed.connect(self._profile_removed)
        self.pages.addWidget(page)
        theme.dress_scroll_bars(page)
        return page

    @cached_property
    def first_run(self) -> FirstRun:
        """The page that is shown while there is no profile."""
        from stsviewer.ui.first_run import FirstRun

        page = FirstRun(self.profiles)
        page.sandbox_wanted.connect(self.start_sandbox)
        page.profile_made.connect(self._profile_made)
        page.more_wanted.connect(self._begin_profile)
        self.pages.addWidget(page)
        theme.dress_scroll_bars(page)
        return page

    # -- making --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ground = QWidget()
        column = QVBoxLayout()
        column.setContentsMargins(Space.WINDOW, Space.WINDOW_TOP, Space.WINDOW, Space.SMALL)
        column.setSpacing(0)
        column.addWidget(self.card)
        column.addSpacing(Space.TINY)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        whole = QHBoxLayout(ground)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(column, 1)
        self.setCentralWidget(ground)
        self.setMinimumSize(Size.WINDOW_MIN_WIDTH, Size.WINDOW_MIN_HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _connect(self) -> None:
        self.rail.profile_chosen.connect(self.open_profile)
        self.rail.add_wanted.connect(self.add_profile)
        self.rail.edit_wanted.connect(self.edit_profile)
        self.rail.sandbox_wanted.connect(self.start_sandbox)
        self.rail.settings_wanted.connect(self._open_settings)
        self.card.token_wanted.connect(self.get_token)
        self.card.copy_wanted.connect(self.clipboard.copy_secret)
        self.card.form_wanted.connect(self._copy_form)
        self.card.details_wanted.connect(self._copy_details)
        self.card.edit_wanted.connect(lambda: self.edit_profile(self.current.profile))
        self.card.check_wanted.connect(lambda: self.run_check("", ""))
        self.tabs.tabBarClicked.connect(lambda index: self._leave_editor())
        self.tabs.currentChanged.connect(lambda index: self._leave_editor())
        self.profiles.changed.connect(self._choose_page)
        self.profiles.renewal_failed.connect(lambda session, failure: self._tell_failure(failure))
        self.pages.currentChanged.connect(lambda _: self._page_changed())

    # -- profiles ------------------------------------------------------------------------------

    def _loaded(self, found: Found) -> None:
        for problem in found.problems:
            self.toasts.show("failed", shown(problem))
        if not self._sandbox_coming:
            self._ready()

    def _load_failed(self, failure: Failure) -> None:
        self._tell_failure(failure)
        if not self._sandbox_coming:
            self._ready()

    def _ready(self) -> None:
        """The profiles are known: the first one is shown, and its token requested if that was pressed already."""
        self.rail.set_waiting(False)
        rows = self.profiles.all()
        if self.current is None and rows:
            self.open_profile(rows[0])
        self._choose_page()
        if self._token_wanted and self.current is not None:
            self.current.renew()
        elif self._token_wanted:
            self.card.show_session(None)
        self._token_wanted = False

    def open_profile(self, profile: Profile) -> None:
        """Show another profile. Its token and place are as they were left; secrets are masked again."""
        session = self.profiles.session(profile)
        if session is not self.current:
            self.current = session
            self.card.show_session(session)
            self._open_in_pages(session)
        self.rail.select(profile)
        self._leave_editor()
        self._retranslate()

    def _open_in_pages(self, session: Session | None) -> None:
        self.browse.open(session)
        if "check" in self.__dict__:
            self.check.open(session)

    def run_check(self, bucket: str, prefix: str) -> None:
        """Find out why something was refused: in ``bucket`` under ``prefix``, or the profile's own place."""
        if bucket:
            self.check.ask_about(bucket, prefix)
        self.tabs.setCurrentIndex(_CHECK)
        self._leave_editor()
        self.check.run()

    def add_profile(self) -> None:
        """Open the editor on a new profile."""
        self.editor.edit(None)
        self.pages.setCurrentWidget(self.editor)

    def _begin_profile(self, profile: Profile, typed_secret: str) -> None:
        self.add_profile()
        self.editor.begin(profile, typed_secret)

    def edit_profile(self, profile: Profile) -> None:
        """Open the editor on ``profile``."""
        self.editor.edit(profile)
        self.pages.setCurrentWidget(self.editor)

    def _profile_saved(self, profile: Profile) -> None:
        self.current = None  # a changed profile has a new session
        self.open_profile(profile)

    def _profile_made(self, profile: Profile) -> None:
        self.open_profile(profile)
        self.get_token()

    def _profile_removed(self, profile: Profile) -> None:
        rows = self.profiles.all()
        self.current = None
        if rows:
            self.open_profile(rows[0])
        else:
            self.card.show_session(None)
            self._open_in_pages(None)
            self._retranslate()
        self._leave_editor()

    def _leave_editor(self) -> None:
        if self._editing():
            self.pages.setCurrentWidget(self._page())
        self._choose_page()

    def _page(self) -> QWidget:
        """The page whose tab is open."""
        return self.check if self.tabs.currentIndex() == _CHECK else self.browse

    def _page_changed(self) -> None:
        self.tabs.set_lit(self._paging())
        self.card.set_offers_check(self.tabs.currentIndex() != _CHECK)
        if "browse" in self.__dict__:
            self.browse.status.setVisible(self.pages.currentWidget() is self.browse)

    def _editing(self) -> bool:
        return "editor" in self.__dict__ and self.pages.currentWidget() is self.editor

    def _paging(self) -> bool:
        """Whether a page is shown, and not what stands in its place."""
        here = self.pages.currentWidget()
        return here is not None and here in (self.__dict__.get("browse"), self.__dict__.get("check"))

    def _choose_page(self) -> None:
        if self._editing() or not self._begun:
            return
        nothing = not self.rail.waiting() and not self.profiles.all()
        if nothing and self.pages.currentWidget() is not self.first_run:
            self.pages.setCurrentWidget(self.first_run)
            self.first_run.begin()
        elif not nothing:
            self.pages.setCurrentWidget(self._page())
        self.card.set_possible(not nothing)
        self._page_changed()

    # -- token ---------------------------------------------------------------------------------

    def get_token(self) -> None:
        """Ask for a token; before any profile is known, remember that it was wanted."""
        if self.current is None:
            self._token_wanted = True
            self.card.wait()
        else:
            self.current.renew()

    def _copy_form(self, form: str) -> None:
        session = self.current
        if session is None or session.token is None or not session.state.alive:
            return
        from stsviewer.export import forms

        if form == JSON_FORM:
            self.clipboard.copy_secret(forms.assume_role_json(session.token), self.tr("Token as JSON"))
        else:
            self.clipboard.copy_secret(forms.export_lines(session.token, session.profile), self.tr("export lines"))

    def _copy_details(self, details: str) -> None:
        self.clipboard.copy(details)
        self.toasts.show("done", self.tr("Details copied"))

    def _tell_failure(self, failure: Failure) -> None:
        self.toasts.show(
            "failed",
            shown(failure.sentence),
            self.tr("Copy details"),
            lambda: self.clipboard.copy(evidence.details(failure)),
        )

    # -- sandbox -------------------------------------------------------------------------------

    def start_sandbox(self) -> None:
        """Start the sandbox and show its profiles."""
        if self._sandbox_coming:
            return
        self._sandbox_coming = True
        self.rail.set_sandbox(SandboxState.STARTING)
        self.rail.set_waiting(True)
        jobs.start(self, self._open_sandbox, done=self._sandbox_listens, failed=self._sandbox_failed)

    def _sandbox_listens(self, announcement: Announcement) -> None:
        self.rail.set_sandbox(SandboxState.ON, urlsplit(announcement.oss_endpoint).port or 0)
        self.profiles.add_sandbox(announcement)
        self.current = None
        self._ready()

    def _sandbox_failed(self, failure: Failure) -> None:
        self._sandbox_coming = False
        self.rail.set_sandbox(SandboxState.FAILED)
        self._tell_failure(failure)
        self._ready()

    # -- the window itself ---------------------------------------------------------------------

    def _open_settings(self) -> None:
        from stsviewer.ui.settings_menu import SettingsMenu

        SettingsMenu(self._settings, self).popup_beside(self.rail.settings)

    def _restore_place(self) -> None:
        geometry = self._settings.geometry()
        if geometry is None or not self.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(Size.WINDOW_WIDTH, room.width()), min(Size.WINDOW_HEIGHT, room.height()))

    def _dress(self) -> None:
        theme.dress_scroll_bars(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < Size.NARROW
        self.rail.set_narrow(narrow)
        self.card.set_narrow(narrow)
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.set_geometry(self.saveGeometry())
        self.clipboard.clear()
        super().closeEvent(event)

    def _retranslate(self) -> None:
        name = flat(self.current.profile.name) if self.current else ""
        self.setWindowTitle(f"{name} – stsviewer" if name else "stsviewer")
        self.tabs.setTabText(_BROWSE, self.tr("Browse"))
        self.tabs.setTabText(_CHECK, self.tr("Role check"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def import_rooms() -> None:
    """Import what the first request needs, which takes a third of a second: off the GUI thread, before it is asked."""
    import stsviewer.check  # what the second page is made of
    import stsviewer.oss.machinery  # the module that holds oss2, and with it requests
    import stsviewer.sts  # noqa: F401
