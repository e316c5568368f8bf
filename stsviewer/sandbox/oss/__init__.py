"""The OSS protocol of the sandbox: who asks, may they, what lies in the buckets, and answers as the cloud words them.

:func:`stsviewer.sandbox.oss.app.handle` answers one request. Below it: ``address`` (which bucket and key a URL means),
``claim`` and ``authenticate`` (whose signature it is), ``authorize`` (may they), ``storage`` with ``folder``,
``index``, ``content`` and ``synthetic`` (what lies there), ``listing``, ``ranges``, ``conditions`` and ``pictures``
(pure rules), and ``service_calls``, ``bucket_calls``, ``object_reads``, ``object_writes`` (one function a call).
"""
