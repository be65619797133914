import ast
import functools
import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import confkit

ROOT = Path(confkit.__file__).parent
MODULES = sorted(
    [
        "confkit",
        *(found.name for found in pkgutil.walk_packages([str(ROOT)], "confkit.") if "__main__" not in found.name),
    ]
)
PUBLIC = [name for name in MODULES if "._" not in name]


@functools.cache
def syntax_trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text("utf-8")) for path in sorted(ROOT.rglob("*.py"))}


def as_ruff_sorts(name: str) -> tuple[bool, bool, str]:
    """CONSTANTS, then Classes, then functions."""
    return not name.isupper(), not name[0].isupper(), name


def deferred_imports(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield node


def test_all_is_sorted_and_complete() -> None:
    for name in PUBLIC:
        module = importlib.import_module(name)
        assert list(module.__all__) == sorted(set(module.__all__), key=as_ruff_sorts), name
        assert [missing for missing in module.__all__ if not hasattr(module, missing)] == [], name


def test_root_lists_the_classes_of_the_model() -> None:
    others = [name for name in confkit.__all__ if not isinstance(getattr(confkit, name), type)]
    assert others == ["AOE", "Attendance", "CallState", "DeadlineState", "Status", "Window"]


def test_all_has_no_private_names_and_modules_have_no_dynamic_attributes() -> None:
    for name in PUBLIC:
        module = importlib.import_module(name)
        assert [private for private in module.__all__ if private.startswith("_")] == [], name
        assert "__getattr__" not in vars(module), name


def test_import_of_confkit_needs_only_attrs_and_the_standard_library() -> None:
    program = "import sys; before = set(sys.modules); import confkit; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    packages = {name.partition(".")[0] for name in done.stdout.split() if not name.startswith("_sysconfigdata")}
    assert sorted(packages - sys.stdlib_module_names) == ["attr", "attrs", "confkit"]


def test_imports_keep_the_contracts() -> None:
    assert lint_imports(is_debug_mode=True, no_cache=True) == EXIT_STATUS_SUCCESS


def test_imports_inside_functions_have_a_comment_with_the_reason() -> None:
    unexplained = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path, tree in syntax_trees().items()
        for node in deferred_imports(tree)
        if not any("#" in line for line in path.read_text("utf-8").splitlines()[node.lineno - 2 : node.end_lineno])
    ]
    assert unexplained == []


def test_modules_import_the_model_from_confkit_model() -> None:
    imported = [
        f"{path.relative_to(ROOT)}: {alias.name}"
        for path, tree in syntax_trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "confkit"
        for alias in node.names
        if not (ROOT / alias.name).is_dir() and not (ROOT / f"{alias.name}.py").is_file()
    ]
    assert imported == []


def test_private_modules_are_not_named_like_public_names_of_their_package() -> None:
    packages = [importlib.import_module(name) for name in PUBLIC if (ROOT.parent / name.replace(".", "/")).is_dir()]
    clashes = [
        f"{package.__name__}.{module.name}"
        for package in packages
        if package is not confkit
        for module in pkgutil.iter_modules(package.__path__)
        if module.name in package.__all__
    ]
    assert clashes == []
