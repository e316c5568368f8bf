"""What people see: widgets only, one file or folder a place on the screen.

Shared by all places: `tokens` (every colour and length), `theme`, `fonts`, `icons`, `painting`, `motion` (how it
looks); `jobs` (the one way off the GUI thread), `session` (one opened profile), `translate` (texts), `clipboard`;
`parts/` (small controls). Rooms below that pull in the SDKs (sts, oss, wire, the keyring) are imported inside the
functions that run as jobs, never at the head of a module here: the window is up before they are.
"""
