import ast
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import confkit

ROOT = Path(confkit.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))
MODULES = sorted(
    [
        "confkit",
        *(found.name for found in pkgutil.walk_packages([str(ROOT)], "confkit.") if "__main__" not in found.name),
    ]
)
PUBLIC = [name for name in MODULES if "._" not in name]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def as_ruff_sorts(name: str) -> tuple[bool, bool, str]:
    """CONSTANTS, then Classes, then functions."""
    return not name.isupper(), not name[0].isupper(), name


def deferred_imports(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield node


@pytest.mark.parametrize("name", PUBLIC)
def test_all_is_sorted_and_true(name: str) -> None:
    module = importlib.import_module(name)
    assert list(module.__all__) == sorted(set(module.__all__), key=as_ruff_sorts)
    assert [missing for missing in module.__all__ if not hasattr(module, missing)] == []


@pytest.mark.parametrize("name", PUBLIC)
def test_all_holds_no_metadata_and_nothing_appears_by_magic(name: str) -> None:
    module = importlib.import_module(name)
    assert [dunder for dunder in module.__all__ if dunder.startswith("_")] == []
    assert "__getattr__" not in vars(module)


def test_import_of_confkit_needs_attrs_and_the_standard_library_only() -> None:
    program = "import sys; before = set(sys.modules); import confkit; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    rooms = {name.partition(".")[0] for name in done.stdout.split() if not name.startswith("_sysconfigdata")}
    assert sorted(rooms - sys.stdlib_module_names) == ["attr", "attrs", "confkit"]


def test_imports_obey_the_contracts() -> None:
    assert lint_imports(is_debug_mode=True, no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_import_inside_a_function_gives_its_reason(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    silent = [
        f"{path.name}:{node.lineno}"
        for node in deferred_imports(parsed(path))
        if not any("#" in line for line in lines[node.lineno - 2 : node.end_lineno])
    ]
    assert silent == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_takes_a_name_of_the_model_from_the_root(path: Path) -> None:
    taken = [
        alias.name
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom) and node.module == "confkit"
        for alias in node.names
        if not (ROOT / alias.name).is_dir() and not (ROOT / f"{alias.name}.py").is_file()
    ]
    assert taken == []


def test_no_module_bears_the_name_of_something_public_in_its_package() -> None:
    packages = [importlib.import_module(name) for name in PUBLIC if (ROOT.parent / name.replace(".", "/")).is_dir()]
    clashes = [
        f"{package.__name__}.{module.name}"
        for package in packages
        if package is not confkit
        for module in pkgutil.iter_modules(package.__path__)
        if module.name in package.__all__
    ]
    assert clashes == []
