"""How requests are signed: canonical request, string to sign and signature, each a pure function of plain data.

The sandbox verifies with these functions and the window explains with them, so every step stands alone. Nothing here
sends, reads a clock or keeps a secret: an access key secret comes in as a :class:`~stsviewer.secret.Secret` and is
opened only inside the keyed hash.
"""
