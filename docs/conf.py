"""Configuration of Sphinx. `nox -s docs` builds the documentation and treats warnings as errors."""

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
# Turn `Text.choose` in a docstring into a link to its description.
default_role = "py:obj"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
# Break a longer signature, with one parameter on each line.
python_maximum_signature_line_length = 88
autodoc_typehints = "signature"
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"confkit {release}"


def setup(app: "Sphinx") -> None:
    """Prevent Napoleon from reading the text before the first colon of a property's docstring as its type."""
    app.connect("autodoc-process-docstring", _begin_on_the_second_line, priority=400)


def _begin_on_the_second_line(_: "Sphinx", what: str, *described: object) -> None:
    """Add an empty comment (two dots) as the first line of a docstring, which Sphinx passes as the last argument."""
    lines = described[-1]
    if what in {"attribute", "data", "property"} and isinstance(lines, list):
        lines[:0] = ["..", ""]
