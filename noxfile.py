"""The checks of this project by name: `uvx nox -l` lists them, and `.ci/run` runs them all."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv"
nox.options.error_on_missing_interpreters = True
nox.options.sessions = ["lint", "typing", "coverage", "docs"]

PYTHONS = ("3.11", "3.12", "3.13", "3.14")

# The files that the tests read. `src` is left out, so that the tests import the package from the installed wheel.
DOCUMENTS = ("README.md", "README.zh.md")
MATERIAL = ("LICENSE", "conftest.py", "docs", "examples", "pyproject.toml", "tests", *map(str, Path().glob("*.md")))


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of the code, its format, and the import contracts."""
    session.install("-e", ".", "--group", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def typing(session: nox.Session) -> None:
    """Run two type checkers over the package, the typing tests and the examples."""
    session.install("-e", ".", "--group", "typing", "--group", "tests")
    session.run("mypy")
    session.run("pyright")


@nox.session(venv_backend="none")
@nox.parametrize("version", PYTHONS, ids=PYTHONS)
def wheel(session: nox.Session, version: str) -> None:
    """Run the tests against the built wheel, in a folder without the source."""
    _test_wheel(session, version)


@nox.session(venv_backend="none")
@nox.parametrize("version", PYTHONS, ids=PYTHONS)
def lowest(session: nox.Session, version: str) -> None:
    """Run the tests against the built wheel and the lowest declared version of each dependency."""
    _test_wheel(session, version, lowest=True)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run all tests, slow ones included, and fail if they do not cover every branch of `src`."""
    session.install("-e", ".", "--group", "tests")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-m", "", "--hypothesis-profile=ci", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def order(session: nox.Session) -> None:
    """Run the default tests in a random order, to find tests that depend on each other."""
    session.install("-e", ".", "--group", "tests", "pytest-randomly")
    session.run("pytest", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    session.install("-e", ".", "--group", "docs")
    session.run("sphinx-build", "--fail-on-warning", "--keep-going", "--quiet", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure an import, a summary and a calendar, and fail where a promised ratio does not hold."""
    session.install(".", "--group", "bench")
    session.run("python", "bench/import_time.py", "--check", *session.posargs)
    # A shared machine does not run evenly: these may be a quarter slower than promised.
    for script in ("render_summaries", "ical_peers", "ical_feed"):
        session.run("python", f"bench/{script}.py", "--check", "--margin=1.25", *session.posargs)


def _test_wheel(session: nox.Session, version: str, *, lowest: bool = False) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in MATERIAL:
            copy = shutil.copytree if Path(source).is_dir() else shutil.copy2
            copy(source, folder / source)
        session.run("uv", "build", "--quiet", "--wheel", f"--out-dir={folder}")
        with session.chdir(folder):
            _install_wheel(session, version, lowest=lowest)
            package = next(Path(".venv").glob("**/site-packages/confkit"))
            session.run(".venv/bin/pytest", *session.posargs, "tests", "docs", *DOCUMENTS, str(package))


def _install_wheel(session: nox.Session, version: str, *, lowest: bool) -> None:
    """Install the wheel of the current folder and the test tools into a new environment."""
    floors = Path("floors.txt")
    floors.touch()
    if lowest:
        resolve = ("uv", "pip", "compile", "--quiet", "--resolution=lowest-direct")
        session.run(*resolve, f"--python-version={version}", "pyproject.toml", f"--output-file={floors}", silent=True)
    built = next(Path.cwd().glob("*.whl"))
    session.run("uv", "venv", "--quiet", f"--python={version}", ".venv")
    install = ("uv", "pip", "install", "--quiet", "--python=.venv", f"--constraint={floors}", "--group=tests")
    session.run(*install, f"confkit-events @ {built.as_uri()}")
