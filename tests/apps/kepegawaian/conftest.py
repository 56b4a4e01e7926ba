"""Ani, who works in Dinas Pasar of Kabupaten Contoh, and her colleague elsewhere."""

from datetime import date

import pytest
from tests.support.registry import REASON, WARNI, person

from pamong.apps.kepegawaian.services import Employment, employ
from pamong.apps.organisasi.models import Opd
from pamong.kernel.period import Period

TMT = date(2015, 3, 1)


def opd_of(pemda):
    return Opd.objects.create(pemda=pemda, nama="Dinas Pasar", jenis="dinas", sort_key="d")


def employed(opd, name, nip):
    work = Employment("pns", nip, Period(TMT), "lima_hari", holds_post=False)
    return employ(person=person(name), opd=opd, employment=work, actor=WARNI, reason=REASON)


@pytest.fixture
def pasar(contoh):
    return opd_of(contoh)


@pytest.fixture
def ani(pasar):
    return employed(pasar, "Ani Rekawati", "999901012015032001")


@pytest.fixture
def stranger(misal):
    return employed(opd_of(misal), "Bima Andaikata", "999901012015032002")
