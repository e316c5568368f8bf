"""The pane beside the objects: the picture or text of the one that is selected, and its properties."""
