"""A token, written the way another program wants it."""
