"""The sandbox: STS, RAM and OSS on one local port, a process of its own with throw-away keys.

``python -P -m stsviewer.sandbox`` starts it. It stands on ``signing``, ``policy`` and the plain values alone, and
nobody imports it: the app, the command line and the tests reach it over HTTP.
"""
