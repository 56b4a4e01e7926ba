"""Indonesian words in names of models and rules stand in the glossary."""

import re

import pytest
from django.apps import apps
from tests.architecture.tree import SOURCE

from pamong import law
from pamong.kernel import glossary

ENGLISH = {
    "absence", "account", "acknowledgement", "address", "addressee", "agenda", "answer", "apart",
    "api", "appointment", "attendance", "attestation", "award", "calendar", "call", "calling",
    "certificate", "chair", "change", "code", "column", "commitment", "confidential", "consent",
    "contact", "correction", "coverage", "credit", "day", "decision", "decree", "delegation",
    "demand", "details", "directive", "document", "doubt", "draft", "due", "duplicate", "duty",
    "entry", "evidence", "export", "facility", "factor", "family", "file", "finding", "gap",
    "giver", "grant", "guest", "handover", "holding", "identifier", "import", "invitation",
    "item", "kept", "law", "leave", "legal", "line", "list", "look", "match", "measure", "member",
    "merging", "name", "off", "office", "opened", "opening", "pair", "participation", "person",
    "personal", "piece", "placement", "points", "post", "prior", "progress", "quality", "reading",
    "records", "registry", "reorganisation", "request", "retention", "review", "role", "roll",
    "row", "rule", "run", "same", "score", "second", "series", "service", "sheet", "spelling",
    "staged", "standing", "state", "statement", "step", "stored", "termination", "token",
    "transfer", "unit", "use", "user", "work", "written",
}  # fmt: skip
PLAIN_WORDS = {
    "3x24", "absen", "bebas", "berhenti", "data", "fasilitas", "foto", "hapus", "insiden",
    "kekosongan", "kelengkapan", "keluar", "konkurensi", "konversi", "kumulatif", "lapor",
    "larangan", "melaksanakan", "pasca", "pelibatan", "pemilu", "penangguhan", "pengawas",
    "pengulangan", "peralihan", "pose", "sanksi", "struktur", "syarat", "transisi", "tugas",
    "usul", "wajib", "wakil",
}  # fmt: skip
"""Words of ids that every reader knows; they are no terms of their own."""
MODELS = [
    model.__name__
    for model in apps.get_models()
    if model.__module__.startswith("pamong.apps") and not hasattr(model, "pgh_tracked_model")
]


def known_words() -> set[str]:
    """Return every single word of every term, in small letters."""
    return {
        word
        for term in glossary.terms()
        for name in (term.term, *term.also)
        for word in re.split(r"\W+", name.casefold())
    }


@pytest.mark.parametrize("model", sorted(MODELS))
def test_the_name_of_a_model_is_english_or_a_term_of_the_law(model):
    words = {word.casefold() for word in re.findall(r"[A-Z][a-z]+", model)}

    assert words - ENGLISH <= known_words()


@pytest.mark.parametrize("rule", law.rules().values(), ids=law.rules())
def test_the_id_of_a_rule_is_made_of_terms_or_of_the_words_in_which_it_is_told(rule):
    told = set(re.split(r"\W+", f"{rule.title} {rule.summary}".casefold()))
    words = {word for word in rule.id.split("-") if not word.isdigit()}

    assert words <= known_words() | told | PLAIN_WORDS


def test_no_address_carries_a_nip_or_nik():
    for path in SOURCE.rglob("urls.py"):
        assert not re.search(r"\b(nip|nik)\b", path.read_text(encoding="utf-8"), re.IGNORECASE)
