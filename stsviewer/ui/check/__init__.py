"""The page `Role check`: the ladder, what to change, what the role may do, and trying a change before it is made."""
