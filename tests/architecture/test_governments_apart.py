"""One government's data are its own: selectors take it, and what takes none says why here."""

import importlib
import inspect

import pytest
from tests.architecture.tree import SOURCE

ACROSS = {
    "accounts.access_by": "says which governments a user reaches",
    "accounts.access_of": "says which governments a user reaches",
    "accounts.roles_of": "says which governments a user reaches",
    "accounts.find_user": "by the whole user name; for whoever looks after the machine",
    "core.change_of": "takes the row itself",
    "core.histories_of": "takes the rows themselves",
    "core.history_of": "takes the rows themselves",
    "core.people_named": "namesakes; whoever calls narrows them to one government",
    "demonstration.table": "the printed table of the whole demonstration",
    "duties.get_duty": "by an address nobody can guess; the page shows its own government",
    "duties.get_evidence": "by an address nobody can guess; its duty says who may see it",
    "duties.standing_of": "takes the duty itself",
    "duties.steps_of": "takes the duty itself",
    "findings.finding_on": "by an address nobody can guess; the page shows its own government",
    "findings.get_finding": "by an address nobody can guess; the page shows its own government",
    "forums.draft_of": "by an address nobody can guess; the page shows its own government",
    "forums.drafts": "takes the governments that whoever asks has a role in",
    "forums.get_answer": "by an address nobody can guess; the page shows its own government",
    "forums.get_directive": "by an address nobody can guess; the page shows its own government",
    "forums.get_draft": "by an address nobody can guess; the page shows its own government",
    "forums.get_forum": "by an address nobody can guess; the page shows its own government",
    "forums.get_matter": "by an address nobody can guess; the page shows its own government",
    "forums.get_sheet": "by an address nobody can guess; the page shows its own government",
    "penggabungan.with_pairs": "takes the decisions themselves",
    "organisasi.find_resident": "finds the government",
    "organisasi.get_pemda": "finds the government",
    "organisasi.holders_on_record": "what the reader knows of offices, which are public",
    "organisasi.resident_pemda": "lists the governments",
}
SELECTORS = sorted((SOURCE / "apps").glob("*/selectors.py"))


def public_functions(path):
    app = path.parent.name
    module = importlib.import_module(f"pamong.apps.{app}.selectors")
    return {
        f"{app}.{name}": function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


ALL = {name: function for path in SELECTORS for name, function in public_functions(path).items()}


@pytest.mark.parametrize("name", sorted(ALL))
def test_a_selector_takes_the_government_or_says_why_not(name):
    takes_it = "pemda" in inspect.signature(ALL[name]).parameters

    assert takes_it != (name in ACROSS)


def test_every_exception_is_still_there():
    assert ACROSS.keys() <= ALL.keys()
