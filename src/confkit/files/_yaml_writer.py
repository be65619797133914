"""Trees to YAML that readers of YAML 1.1 and 1.2 understand alike: quoted where needed, without folding or aliases."""

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
"""Text that a reader of YAML 1.1 or 1.2 may take for null, a truth value or a number. Dates are not quoted: a reader
that takes them for dates is right."""

_LITERAL = re.compile(r"(?![ \t])[^\n]*[^\n \t](?:\n(?:[^\n]*[^\n \t])?)*\n?")
"""Text that a literal block (|) keeps as it is."""

_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")
"""YAML 1.1 ends lines here, YAML 1.2 does not."""


class _Dumper(yaml.SafeDumper):
    """Writes lists indented, and quotes by rules of its own."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # PyYAML calls it so
        """Indent the items of a list below their key."""
        super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write repeated values out."""
        return True


def _represent_str(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if _BREAKS.search(text) or ("\n" in text and not _LITERAL.fullmatch(text)):
        style = '"'
    elif "\n" in text:
        style = "|"
    elif not text or _MISREAD.fullmatch(text):
        style = '"'
    return dumper.represent_scalar(_STR, text, style=style)


def _represent_word(dumper: yaml.SafeDumper, value: bool | None) -> yaml.ScalarNode:  # noqa: FBT001  # PyYAML calls it so
    return dumper.represent_scalar(_STR, "null" if value is None else str(value).lower())


def _represent_number(dumper: yaml.SafeDumper, value: float) -> yaml.ScalarNode:
    text = repr(value)
    if "e" in text and "." not in text:  # in YAML 1.1, a number with an exponent needs a point
        text = text.replace("e", ".0e")
    return dumper.represent_scalar(_STR, text)


_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, _represent_str)
_Dumper.add_representer(bool, _represent_word)
_Dumper.add_representer(type(None), _represent_word)
_Dumper.add_representer(int, _represent_number)
_Dumper.add_representer(float, _represent_number)


def yaml_text(tree: Tree) -> str:
    """Return a tree as one YAML document."""
    text: str = yaml.dump(
        tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=sys.maxsize
    )
    return text


class _LineDumper(_Dumper):
    """Writes line breaks as escapes."""


def _represent_line(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(_STR, text, style='"') if "\n" in text else _represent_str(dumper, text)


_LineDumper.add_representer(str, _represent_line)


def yaml_line(tree: Tree, *, flow: bool) -> str:
    """Return a tree on one line, as the value of a key; ``flow`` says that the key itself is inside brackets.

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
