"""Plug-ins: one object per module in a folder, found by being there."""

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

from mapapp.errors import PlugInError

PlugIn = TypeVar("PlugIn")


def discover(package: ModuleType, attribute: str, kind: type[PlugIn]) -> dict[str, PlugIn]:
    """Return the plug-in of every module in a package, by module name, in alphabetical order.

    Args:
        package: The plug-in folder, imported.
        attribute: The module-level name that holds the plug-in, such as ``EXPORT``.
        kind: The class that the plug-in must be an instance of.

    Raises:
        PlugInError: A module lacks the attribute or holds something else under it.
    """
    found: dict[str, PlugIn] = {}
    for module_info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{module_info.name}")
        plug_in = getattr(module, attribute, None)
        if not isinstance(plug_in, kind):
            message = (
                f"{module.__name__} has no usable {attribute}: found {type(plug_in).__name__}, "
                f"allowed is an instance of {kind.__name__}. Define {attribute} = {kind.__name__}"
                "(...) at the end of the module."
            )
            raise PlugInError(message)
        found[module_info.name] = plug_in
    return found
