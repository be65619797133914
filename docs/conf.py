"""How Sphinx builds the documentation; a warning is an error (`nox -s docs`)."""

from importlib.metadata import version as version_of
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "confkit"
author = "confkit contributors"
copyright = "confkit contributors"  # noqa: A001 - Sphinx's name
release = version = version_of("confkit-events")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
# `Text.choose` in a docstring is a link to it.
default_role = "py:obj"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
# One parameter a line where they do not fit on one.
python_maximum_signature_line_length = 88
autodoc_typehints = "signature"
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"confkit {release}"


def setup(app: "Sphinx") -> None:
    """Keep Napoleon from reading the words before a property's first colon as its type."""
    app.connect("autodoc-process-docstring", _begin_on_the_second_line, priority=400)


def _begin_on_the_second_line(_: "Sphinx", what: str, *described: object) -> None:
    """Sphinx calls this with a docstring's name, object, options and lines; two dots are an empty comment."""
    lines = described[-1]
    if what in {"attribute", "data", "property"} and isinstance(lines, list):
        lines[:0] = ["..", ""]
