"""The OSS protocol of the sandbox: who asks, may they, what lies in the buckets, and answers as the cloud words them.

:func:`stsviewer.sandbox.oss.app.handle` answers one request. Below it:

- ``address``, ``claim``, ``authenticate``, ``authorize``: which bucket and key, whose signature, is it true, may they
- ``service_calls``, ``bucket_calls``, ``list_calls``, ``object_reads``, ``object_writes``, ``object_changes``: calls
- ``storage`` on ``folder``, ``index``, ``content``, ``keys``, ``stored`` and ``synthetic``: what lies there
- ``listing``, ``ranges``, ``conditions``, ``pictures``: rules that know no request
- ``errors``, ``document``, ``bodies``, ``dates``: how it is written and read
"""
