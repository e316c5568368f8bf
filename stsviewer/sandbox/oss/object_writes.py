"""Calls that change an object."""
