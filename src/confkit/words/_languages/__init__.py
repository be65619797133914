"""The languages that confkit speaks: each module here is one, and names it ``LANGUAGE``."""

from __future__ import annotations

import importlib
import pkgutil
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from confkit.words._language import Language

__all__ = ["BY_TAG"]


def _found() -> Mapping[str, Language]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    languages: list[Language] = [importlib.import_module(f"{__name__}.{name}").LANGUAGE for name in names]
    return MappingProxyType({one.tag: one for one in languages})


BY_TAG: Final = _found()
"""The languages by their tags, in the order of their modules' names."""
