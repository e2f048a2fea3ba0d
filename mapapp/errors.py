"""Every exception that mapapp raises on purpose.

    MapappError
    ├── ConfigurationError (ValueError)   a setting, option or environment variable
    ├── DataError (ValueError)            a bundled or user data file: gazetteer, highway, lexicon
    ├── ReadingError (ValueError)         an article that cannot be read
    ├── StoreError (RuntimeError)         the database: missing, locked, newer, damaged
    ├── PlugInError (TypeError)           a module in a plug-in folder that breaks its contract
    ├── EngineError (RuntimeError)        worker processes or a cluster that fail as a whole
    └── NetworkError (ConnectionError)    a fetch that the reader asked for and that failed

Each message says what was found, where, what is allowed, and the next step.
"""


class MapappError(Exception):
    """Base class: catching it catches everything that mapapp raises on purpose."""


class ConfigurationError(MapappError, ValueError):
    """A setting has a value that cannot be used."""


class DataError(MapappError, ValueError):
    """A data file breaks its format; the message names file, line and column."""


class ReadingError(MapappError, ValueError):
    """An article cannot be read: empty, binary, too large or of an unknown kind."""


class StoreError(MapappError, RuntimeError):
    """The database cannot be used as asked."""


class PlugInError(MapappError, TypeError):
    """A module in a plug-in folder does not hold what its folder's contract asks for."""


class EngineError(MapappError, RuntimeError):
    """Worker processes or a cluster fail as a whole, whatever they are given to read."""


class NetworkError(MapappError, ConnectionError):
    """A network request that the reader asked for failed or was refused."""
