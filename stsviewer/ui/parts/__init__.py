"""Small controls that every place shares. They know tokens, not places."""
