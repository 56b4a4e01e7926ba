"""Finds the rules of the content package and keeps them; reading them all takes milliseconds.

The engine knows the content by the name of its package only: the room ``regulations`` stands above
``law``, and another package of the same shape may take its place.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pamong.kernel.language import say
from pamong.law.content import nearest
from pamong.law.loading import load_rule
from pamong.law.rule import Kind, Rule
from pamong.law.source import Register, load_register

CONTENT = "pamong.regulations"
_REGISTER = "register.toml"


class UnknownRuleError(LookupError):
    """No rule has that id."""

    def __init__(self, rule_id: str, known: list[str]) -> None:
        self.rule_id = rule_id
        hint = nearest(rule_id, known) or say(" Lihat daftarnya dengan: pamong law list.")
        super().__init__(
            say('Aturan "%(rule_id)s" tidak dikenal.%(hint)s', rule_id=rule_id, hint=hint)
        )


@cache
def register() -> Register:
    """Return every regulation that rules cite.

    Raises:
        ContentError: the register has problems.
    """
    return load_register(_content_folder() / _REGISTER)


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its id, in the order of the ids.

    Raises:
        ContentError: a rule has problems.
    """
    paths = sorted(_content_folder().glob("*/*.toml"))
    loaded = sorted((load_rule(path, register()) for path in paths), key=lambda rule: rule.id)
    return {rule.id: rule for rule in loaded}


def rules_of(kind: Kind) -> dict[str, Rule]:
    """Return the rules of one kind by their ids, in the order of the ids."""
    return {each.id: each for each in rules().values() if each.kind is kind}


def rule(rule_id: str) -> Rule:
    """Return one rule.

    Raises:
        UnknownRuleError: no rule has that id; the nearest one is named.
    """
    try:
        return rules()[rule_id]
    except KeyError:
        raise UnknownRuleError(rule_id, list(rules())) from None


def form_module(rule: Rule) -> str:
    """Return the name of the module that holds the form of a rule of the content package."""
    return f"{CONTENT}.{rule.path.parent.name}.{rule.path.stem}"


def _content_folder() -> Path:
    spec = find_spec(CONTENT)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"No content package {CONTENT}.", name=CONTENT)
    return Path(spec.submodule_search_locations[0])
