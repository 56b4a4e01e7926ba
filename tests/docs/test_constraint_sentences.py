from django.apps import apps
from django.db.models import BaseConstraint


def test_every_constraint_says_in_words_what_it_refuses():
    """docs/adr/0006: the sentence stands beside the constraint."""
    silent = [
        f"{model.__name__}.{constraint.name}"
        for model in apps.get_models()
        if model.__module__.startswith("pamong.")
        for constraint in model._meta.constraints
        if constraint.violation_error_message == BaseConstraint.default_violation_error_message
    ]

    assert silent == []
