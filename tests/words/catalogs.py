"""Compare the catalogs with the messages in the code, and update them.

    python tests/words/catalogs.py            # list what is missing, obsolete or untranslated; exit 1 if anything is
    python tests/words/catalogs.py update     # add new messages (untranslated), drop obsolete ones, sort

Messages are the literals in `say("context", "English")`, `say_count("context", "one", "other", n)` and
`message("context", "English")`. Each context has its note for translators in locale/contexts.toml.
"""

from __future__ import annotations

import functools
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import attrs
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import normalize, read_po

import confkit
from confkit.words._languages import BY_TAG

PACKAGE = Path(confkit.__file__).parent
LOCALE = PACKAGE / "words" / "locale"
LANGUAGES = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
SPELLED = {"en-GB": "en_GB"}
"""Languages whose catalog holds only what they spell otherwise."""
CATALOGS = {**SPELLED, **LANGUAGES}
KEYWORDS: dict[str, Any] = {"say": ((1, "c"), 2), "say_count": ((1, "c"), 2, 3), "message": ((1, "c"), 2)}

AMERICAN = re.compile(r"(?i)organiz|\bprogram\b|\bcenter\b|color|canceled|\bkilometer")

HEADER = """\
# The words of confkit. Notes for translators stand above each message, one for its context.
# Brought up to date by: python tests/words/catalogs.py update
msgid ""
msgstr ""
"Project-Id-Version: confkit\\n"
"Language: {locale}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""


@attrs.frozen(order=True)
class Key:
    """The key of a message: its context and its English text, with the plural if it has one."""

    context: str
    english: str
    plural: str = ""

    def __str__(self) -> str:
        return f"{self.context}: {self.english}" + (f" / {self.plural}" if self.plural else "")


def notes() -> dict[str, str]:
    """Return the note for translators of each context."""
    return tomllib.loads((LOCALE / "contexts.toml").read_text(encoding="utf-8"))


@functools.cache
def messages() -> tuple[Key, ...]:
    """Return the messages in the code, sorted."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    return tuple(sorted({_key(context, text) for _, _, text, _, context in found}))


def translated(language: str) -> dict[Key, str]:
    """Return the messages of a catalog with their first translated form, in the order of the catalog."""
    return {key: each[0] for key, each in forms(language).items()}


def forms(language: str) -> dict[Key, tuple[str, ...]]:
    """Return the messages of a catalog with all their translated forms."""
    with (LOCALE / f"{CATALOGS[language]}.po").open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    return {_key(message.context, message.id): _forms(message.string) for message in catalog if message.id}


def plural_rule(language: str) -> tuple[int, str]:
    """Return the number of plural forms of a catalog, and the rule for its header.

    The catalog's own rule stays where it has as many forms as the language's module: those of CLDR differ between the
    versions of Babel, and French has got a form for millions.
    """
    module, path = BY_TAG.get(language), LOCALE / f"{CATALOGS[language]}.po"
    rule = get_plural(CATALOGS[language])
    if module is None or not path.exists():
        return rule.num_plurals, rule.plural_forms
    with path.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    if catalog.num_plurals == 1 + max(map(module.plural, range(1000))):
        return catalog.num_plurals, catalog.plural_forms
    return rule.num_plurals, rule.plural_forms


def written(language: str, strings: dict[Key, tuple[str, ...]]) -> str:
    """Return the text of a catalog with the messages in the code, and their translations if there are any."""
    explained, (count, rule) = notes(), plural_rule(language)
    entries = [HEADER.format(locale=CATALOGS[language], plurals=rule)]
    for key in messages():
        if language in SPELLED and key not in strings:
            continue
        lines = [
            f"#. {explained.get(key.context, '')}",
            f"msgctxt {_quoted(key.context)}",
            f"msgid {_quoted(key.english)}",
        ]
        if key.plural:
            each = strings.get(key, ("",) * count)
            lines += [
                f"msgid_plural {_quoted(key.plural)}",
                *(f"msgstr[{at}] {_quoted(form)}" for at, form in enumerate(each)),
            ]
        else:
            lines += [f"msgstr {_quoted(strings.get(key, ('',))[0])}"]
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def update() -> None:
    """Write all catalogs again."""
    for language, locale in CATALOGS.items():
        path = LOCALE / f"{locale}.po"
        text = written(language, forms(language) if path.exists() else {})
        path.write_text(text, encoding="utf-8", newline="\n")


def problems() -> list[str]:
    """Return what is missing, obsolete or wrong in the catalogs."""
    code = messages()
    unexplained = {key.context for key in code} - notes().keys()
    if unexplained:
        return [f"contexts.toml: no note for translators on the context {context!r}" for context in sorted(unexplained)]
    found = [
        f"contexts.toml: no message has the context {name!r}"
        for name in notes()
        if name not in {k.context for k in code}
    ]
    for language in CATALOGS:
        strings = forms(language)
        found += [f"{language}: missing: {key}" for key in code if key not in strings and language in LANGUAGES]
        found += [f"{language}: obsolete: {key}" for key in strings if key not in code]
        found += [f"{language}: not translated: {key}" for key in code if "" in strings.get(key, ())]
        count, _ = plural_rule(language)
        found += [
            f"{language}: {count} plural forms are wanted: {key}"
            for key, each in strings.items()
            if key.plural and len(each) != count
        ]
    found += [f"{language}: spelled as in {key}" for language in SPELLED for key in _american(translated(language))]
    return found


def _american(strings: dict[Key, str]) -> list[Key]:
    """Return the messages that have American spelling with a catalog of British English."""
    texts = {key: strings.get(key, key.english) for key in messages()}
    return [key for key, text in texts.items() if AMERICAN.search(text)]


def _key(context: str | None, text: Any) -> Key:
    singular, plural = (text, "") if isinstance(text, str) else text
    return Key(context or "", singular, plural)


def _forms(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(map(str, text))


def _quoted(text: str) -> str:
    quoted: str = normalize(text, width=0)
    return quoted


def main(arguments: list[str]) -> int:
    """Run the command; return the exit code."""
    if arguments == ["update"] and not any("no note" in problem for problem in problems()):
        update()
    found = problems()
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
