"""Writing YAML: trees become text that readers of YAML 1.1 and of YAML 1.2 read as the same values.

Texts are quoted where one of the versions would read them as something else; lines are not folded, and there are no
aliases.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from confkit.files._tree import Tree

__all__ = ["yaml_line", "yaml_text"]

_STR = "tag:yaml.org,2002:str"

_MISREAD = re.compile(
    r"""~|null|Null|NULL|=|<<|
    (?i:y|n|yes|no|on|off|true|false)|                        # YAML 1.1, boolean
    [-+]?(?:0x[0-9a-fA-F_]+|0o[0-7]+|0b[01_]+)|
    [-+]?[0-9][0-9_,]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|
    [-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?|
    [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|         # YAML 1.1, base 60
    (?i:[-+]?\.inf|\.nan)""",
    re.VERBOSE,
)
"""Texts that a reader of YAML 1.1 or 1.2 may read as null, a truth value or a number, so that they need quotes.

Dates are not among them: a reader may read them as dates, because they are dates."""

_LITERAL = re.compile(r"(?![ \t])[^\n]*[^\n \t](?:\n(?:[^\n]*[^\n \t])?)*\n?")
"""Texts that a reader of a literal block (``|``) reads back without a change."""

_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")
"""Characters that end a line in one of the versions, and the byte order mark; texts with them need double quotes."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's dumper with indented lists, and with quotes only around texts that need them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # PyYAML calls it so
        """Indent the items of a list below their key."""
        super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write a value that occurs twice in full both times, instead of an alias."""
        return True


def _represent_str(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Choose the style of a text: plain, in double quotes, or a literal block for several lines."""
    style = None
    if _BREAKS.search(text) or ("\n" in text and not _LITERAL.fullmatch(text)):
        style = '"'
    elif "\n" in text:
        style = "|"
    elif not text or _MISREAD.fullmatch(text):
        style = '"'
    return dumper.represent_scalar(_STR, text, style=style)


def _represent_null_or_bool(dumper: yaml.SafeDumper, value: bool | None) -> yaml.ScalarNode:  # noqa: FBT001  # PyYAML calls it so
    return dumper.represent_scalar(_STR, "null" if value is None else str(value).lower())


def _represent_number(dumper: yaml.SafeDumper, value: float) -> yaml.ScalarNode:
    text = repr(value)
    if "e" in text and "." not in text:  # in YAML 1.1, a number with an exponent needs a point
        text = text.replace("e", ".0e")
    return dumper.represent_scalar(_STR, text)


_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, _represent_str)
_Dumper.add_representer(bool, _represent_null_or_bool)
_Dumper.add_representer(type(None), _represent_null_or_bool)
_Dumper.add_representer(int, _represent_number)
_Dumper.add_representer(float, _represent_number)


def yaml_text(tree: Tree) -> str:
    """Return the text of a YAML document with this tree."""
    text: str = yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=sys.maxsize
    )
    return text


class _LineDumper(_Dumper):
    """A dumper that writes a text of several lines on one line, with escapes for its line breaks."""


def _represent_str_on_one_line(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(_STR, text, style='"') if "\n" in text else _represent_str(dumper, text)


_LineDumper.add_representer(str, _represent_str_on_one_line)


def yaml_line(tree: Tree, *, flow: bool) -> str:
    """Return a tree as YAML on one line, for use after a key and its colon.

    In brackets (flow style), more texts need quotes: ``flow`` says whether the key is inside brackets.

    >>> yaml_line("2027-04-13[AoE]", flow=False), yaml_line({"at": "2027-04-13[AoE]"}, flow=True)
    ('2027-04-13[AoE]', "{at: '2027-04-13[AoE]'}")
    """
    bracketed = flow or not isinstance(tree, str)
    text: str = yaml.dump(
        {"k": tree},
        Dumper=_LineDumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=bracketed,
        width=sys.maxsize,
    )
    opening, closing = ("{k: ", "}\n") if bracketed else ("k: ", "\n")
    return text.removeprefix(opening).removesuffix(closing)
