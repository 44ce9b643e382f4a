"""Keeps the translation catalogues in step with the code.

    python .ci/catalogs.py update     collect the messages and write them into every .po (new ones empty, old ones gone)
    python .ci/catalogs.py missing    print what still has no translation
    python .ci/catalogs.py check      fail unless every catalogue is whole
    python .ci/catalogs.py compile    write the .mo files beside the .po files (for a checkout that is run in place)

Messages are found by reading the code as Python does, not by pattern: a string given to `_`, `gettext`, `ngettext`,
`pgettext`, `N_`, `Msg`, or straight to one of our own errors. Anything but a plain string there is a mistake (an
f-string can never be found in a catalogue) and is reported. English needs no catalogue: the ids are English.

The .po files carry no dates and no line numbers, so that a change in them is a change of words.
"""

from __future__ import annotations

import ast
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CODE = os.path.join(ROOT, "learnlog")
LOCALES = os.path.join(CODE, "i18n", "locales")
LANGUAGES = ("nb", "sv")
PLURAL_FORMS = "nplurals=2; plural=(n != 1);"

SINGULAR = {"_": 0, "gettext": 0, "N_": 0, "Msg": 0}
"""Function → place of the message id."""
AT_ONCE = {"_", "gettext"}
"""Those that look a message up there and then; the others may be given a number later."""
PLURAL = {"ngettext": (0, 1)}
CONTEXT = {"pgettext": (0, 1)}
PARAMETER = re.compile(r"\{(key:[\w.]*|\w*)[^{}]*\}")
"""A value, or the key of a command: ``{key:edit.undo}``."""


class Found(NamedTuple):
    """A message in the code: its id, its plural and its context (both may be empty)."""

    id: str
    plural: str = ""
    context: str = ""


class Mistakes(Exception):  # noqa: N818 - a collection of them
    """Places where the code or a catalogue is wrong, one a line."""


def _sources() -> Iterator[str]:
    for folder, folders, names in os.walk(CODE):
        folders.sort()
        yield from (os.path.join(folder, name) for name in sorted(names) if name.endswith(".py"))


def _our_errors() -> frozenset[str]:
    with open(os.path.join(CODE, "errors.py"), encoding="utf-8") as file:
        tree = ast.parse(file.read())
    return frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef))


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _argument(node: ast.Call, place: int, name: str = "") -> ast.expr | None:
    if place < len(node.args):
        return node.args[place]
    return next((each.value for each in node.keywords if name and each.arg == name), None)


def _text(node: ast.expr | None) -> str | None:
    """A plain string, also inside a mark: ``Msg(N_("…"))``."""
    if isinstance(node, ast.Call) and _called(node) == "N_":
        node = _argument(node, 0)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _in_call(node: ast.Call, errors: frozenset[str]) -> tuple[Found | None, bool]:
    """The message in one call, if it is a call of ours; and whether the call hides its message from us."""
    name = _called(node)
    if name in errors:
        text = _text(_argument(node, 0))
        return (Found(text) if text else None), isinstance(_argument(node, 0), ast.JoinedStr)
    if name in PLURAL:
        one, many = (_text(_argument(node, place)) for place in PLURAL[name])
        hidden = any(isinstance(_argument(node, place), ast.JoinedStr | ast.BinOp) for place in PLURAL[name])
        return (Found(one, many) if one and many else None), hidden
    if name in CONTEXT:
        context, text = (_text(_argument(node, place)) for place in CONTEXT[name])
        hidden = isinstance(_argument(node, 1), ast.JoinedStr | ast.BinOp)
        return (Found(text, "", context) if text and context else None), hidden
    if name in SINGULAR:
        first = _argument(node, SINGULAR[name], "id")
        text = _text(first)
        plural = _text(_argument(node, 2, "plural")) if name == "Msg" else None
        return (Found(text, plural or "") if text else None), isinstance(first, ast.JoinedStr | ast.BinOp)
    return None, False


def collect() -> list[Found]:
    """Every message in the code, sorted.

    Raises:
        Mistakes: A message is put together at run time, so that no catalogue can hold it; or one that has a plural is
            looked up without a number, and would be shown in English.
    """
    errors, found, mistakes = _our_errors(), set[Found](), list[str]()
    without_number: list[tuple[str, str]] = []
    for path in _sources():
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read(), path)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                message, hidden = _in_call(node, errors)
                if message:
                    found.add(message)
                place = f"{os.path.relpath(path, ROOT)}:{node.lineno}"
                if hidden:
                    mistakes.append(f"{place}: not a plain string")
                if message and _called(node) in AT_ONCE:
                    without_number.append((message.id, place))
    in_pairs = {text for each in found if each.plural for text in (each.id, each.plural)}
    mistakes += [f"{place}: has a plural, and needs ngettext" for text, place in without_number if text in in_pairs]
    if mistakes:
        raise Mistakes(*mistakes)
    return sorted(each for each in found if each.plural or each.context or each.id not in in_pairs)


def po_path(language: str) -> str:
    """Where a language's catalogue lies."""
    return os.path.join(LOCALES, language, "LC_MESSAGES", "learnlog.po")


def read(language: str) -> Catalog:
    """A language's catalogue; an empty one where there is none yet."""
    if not os.path.exists(po_path(language)):
        return Catalog(locale=language)
    with open(po_path(language), "rb") as file:
        return read_po(file, locale=language)


def write(language: str, catalog: Catalog) -> None:
    """Write a catalogue under a header without dates."""
    body = io.BytesIO()
    write_po(body, catalog, width=120, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Project-Id-Version: learnlog\\n"\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURAL_FORMS}\\n"\n\n'
    )
    os.makedirs(os.path.dirname(po_path(language)), exist_ok=True)
    with open(po_path(language), "wb") as file:
        file.write(header.encode() + body.getvalue().strip(b"\n") + b"\n")


def forms(message: Message | None) -> tuple[str, ...]:
    """The translations of a message: one, or two where it has a plural."""
    if message is None:
        return ()
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string,)


def _key(found: Found) -> str | tuple[str, str]:
    return (found.id, found.plural) if found.plural else found.id


def update() -> None:
    """Bring every catalogue in line with the code, keeping the translations there are."""
    messages = collect()
    for language in LANGUAGES:
        old, new = read(language), Catalog(locale=language)
        for found in messages:
            before = old.get(found.id, found.context or None)
            words = forms(before)
            if found.plural:
                words = (*words, "", "")[:2]
                new.add(_key(found), words, context=found.context or None)
            else:
                new.add(_key(found), words[0] if words else "", context=found.context or None)
        write(language, new)


def missing(language: str, messages: Iterable[Found]) -> list[Found]:
    """The messages a language still lacks words for."""
    catalog = read(language)
    lacking = []
    for found in messages:
        words = forms(catalog.get(found.id, found.context or None))
        if len(words) != (2 if found.plural else 1) or not all(words):
            lacking.append(found)
    return lacking


def _parameters(text: str) -> list[str]:
    return sorted(set(PARAMETER.findall(text.replace("{{", "").replace("}}", ""))))


def _wrong_parameters(found: Found, words: tuple[str, ...]) -> bool:
    """Whether a form names other values than the English; a singular may leave out the count ("one entry")."""
    wanted = set(_parameters(found.plural or found.id))
    for place, form in enumerate(words):
        named = set(_parameters(form))
        spare = {"count"} if found.plural and place == 0 else set()
        if not (named <= wanted and wanted - spare <= named):
            return True
    return False


def check() -> None:
    """Fail unless every catalogue holds exactly the code's messages, all translated, none fuzzy.

    Raises:
        Mistakes: What is wrong.
    """
    messages = collect()
    mistakes = []
    for language in LANGUAGES:
        catalog = read(language)
        mistakes += [f"{language}: no translation: {found.id!r}" for found in missing(language, messages)]
        known = {(found.id, found.context) for found in messages}
        if catalog.plural_expr != "(n != 1)" or catalog.num_plurals != 2:  # noqa: PLR2004 - both languages have two
            mistakes.append(f"{language}: wrong plural forms: {catalog.plural_forms}")
        if catalog.obsolete:
            mistakes.append(f"{language}: obsolete messages")
        for message in catalog:
            identity = message.id[0] if isinstance(message.id, tuple | list) else message.id
            if identity and (identity, message.context or "") not in known:
                mistakes.append(f"{language}: not in the code: {identity!r}")
            if identity and message.fuzzy:
                mistakes.append(f"{language}: fuzzy: {identity!r}")
        mistakes += [
            f"{language}: other {{values}} than the English: {found.id!r}"
            for found in messages
            if (words := forms(catalog.get(found.id, found.context or None)))
            and all(words)
            and _wrong_parameters(found, words)
        ]
    if mistakes:
        raise Mistakes(*mistakes)


def compile_all() -> None:
    """Write every .mo."""
    for language in LANGUAGES:
        with open(po_path(language).removesuffix("po") + "mo", "wb") as file:
            write_mo(file, read(language))


def main(arguments: list[str]) -> int:
    """Do what the one argument says."""
    match arguments:
        case ["update"]:
            update()
        case ["missing"]:
            for language in LANGUAGES:
                for found in missing(language, collect()):
                    print(language, found, sep="\t")
        case ["check"]:
            check()
        case ["compile"]:
            compile_all()
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except Mistakes as error:
        print(*error.args, sep="\n", file=sys.stderr)
        raise SystemExit(1) from None
