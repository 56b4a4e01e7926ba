"""A load that ends in the middle leaves whole steps behind, and goes on with the next one."""

from datetime import date

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.core import copying
from pamong.apps.core.models import Person
from pamong.apps.demonstration import services
from pamong.apps.demonstration.appointing import is_appointed
from pamong.apps.demonstration.attending import is_attended
from pamong.apps.demonstration.settling import is_settled
from pamong.apps.kepegawaian import enrolling
from pamong.apps.kepegawaian.models import Pegawai, RiwayatDiklat
from pamong.apps.organisasi.governments import establish_typical_structure

TODAY = date(2026, 11, 23)
ASN = 250


@pytest.fixture
def pemda(contoh):
    establish_typical_structure(pemda=contoh, actor=WARNI, reason=REASON)
    return contoh


def populate(pemda, report=str):
    services._populate(pemda, asn=ASN, day=TODAY, report=report)


def stopping_at(word):
    def report(step):
        if word in step:
            raise KeyboardInterrupt

    return report


def test_what_was_done_before_the_interruption_is_kept_and_not_done_again(pemda):
    for word, done in (
        ("pejabat", (True, False, False)),
        ("presensi", (True, True, False)),
    ):
        with pytest.raises(KeyboardInterrupt):
            populate(pemda, stopping_at(word))
        assert (is_settled(pemda), is_appointed(pemda), is_attended(pemda)) == done

    populate(pemda)

    assert is_attended(pemda)
    assert Pegawai.objects.count() == ASN


def test_of_a_step_that_breaks_in_the_middle_nothing_is_kept(pemda, monkeypatch):
    def break_at_the_last(model, columns, rows):
        if model is RiwayatDiklat:
            raise KeyboardInterrupt
        copying.copy_rows(model, columns, rows)

    with monkeypatch.context() as patched:
        patched.setattr(enrolling, "copy_rows", break_at_the_last)
        with pytest.raises(KeyboardInterrupt):
            populate(pemda)
    assert not Person.objects.exists()
    assert not Pegawai.objects.exists()

    populate(pemda)

    assert Pegawai.objects.count() == ASN
