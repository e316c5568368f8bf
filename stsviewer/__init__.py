"""stsviewer: see that a RAM role works."""

__version__ = "0.1.0"
