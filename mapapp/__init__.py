"""mapapp: conflict reporting as a map in which every marker opens the sentence behind it."""

__version__ = "0.1.0"
