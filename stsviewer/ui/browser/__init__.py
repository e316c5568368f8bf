"""The page `Browse`: where you are, what is there, and what is being fetched."""
