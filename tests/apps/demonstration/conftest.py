"""The demonstration, loaded once for the tests that look at it."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import override_settings
from tests.support.standing import StandingRecords, remove

from pamong.apps.demonstration import services

TODAY = date(2026, 11, 23)
ASN = 300  # enough for every scenario and some officials; the shares are tested without a database


def load() -> None:
    with override_settings(PAMONG_DEMONSTRATION=True):
        services.load(day=TODAY, report=str, asn=ASN)


@pytest.fixture(scope="session")
def standing_records(django_db_setup) -> Iterator[StandingRecords[None]]:
    yield StandingRecords(load)
    remove()


@pytest.fixture
def loaded(db, standing_records, settings) -> None:
    """The demonstration is on record; what a test changes of it is taken back."""
    settings.PAMONG_DEMONSTRATION = True
