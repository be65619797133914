"""How Sphinx builds the documentation; a warning is an error (`nox -s docs`)."""

from importlib.metadata import version as version_of

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
autodoc_typehints = "signature"
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = f"confkit {release}"
