"""Whether things move. All durations are zero when the desktop has animations switched off."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication


def duration(wanted: int) -> int:
    """``wanted`` ms, or 0 when motion is off."""
    from PySide6.QtWidgets import QStyle  # takes 5 ms, and the first picture does not move

    style = QApplication.style()
    return wanted if style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0 else 0


def ease(owner: QObject, start: float, end: float, wanted: int, step) -> None:
    """Run ``step(value)`` from ``start`` to ``end`` in ``wanted`` ms, easing out; at once when motion is off."""
    from PySide6.QtCore import QEasingCurve, QVariantAnimation

    animation = QVariantAnimation(owner)
    animation.setStartValue(float(start))
    animation.setEndValue(float(end))
    animation.setDuration(duration(wanted))
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.valueChanged.connect(step)
    animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
