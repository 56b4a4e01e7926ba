"""Opening the first government of an installation: found as people write it, once."""

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.organisasi.models import Jabatan, Opd, Pemda
from pamong.apps.organisasi.opening import UnknownGovernmentError, open_government


def opened(name: str, *, typical: bool = False) -> Pemda:
    return open_government(name=name, typical_structure=typical, actor=WARNI, reason=REASON)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Kabupaten Jember", "kab. jember", "Pemkab Jember"])
def test_a_government_is_opened_by_any_name_that_people_use(name):
    pemda = opened(name)

    assert pemda.nama == "Kabupaten Jember"
    assert Pemda.objects.get(pk=pemda.pk).is_resident
    assert Jabatan.objects.filter(pemda=pemda).count() == 3
    assert not Opd.objects.filter(pemda=pemda).exists()


@pytest.mark.django_db
def test_opening_twice_changes_nothing_and_may_add_the_typical_structure():
    opened("Kabupaten Jember")
    pemda = opened("Kabupaten Jember", typical=True)
    units = Opd.objects.filter(pemda=pemda).count()

    opened("Kabupaten Jember", typical=True)

    assert units > 20
    assert Opd.objects.filter(pemda=pemda).count() == units
    assert all(Opd.objects.filter(pemda=pemda).values_list("is_typical", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Kabupaten Antah", "", "Jember Raya"])
def test_what_is_no_government_is_refused_and_nothing_is_kept(name):
    with pytest.raises(UnknownGovernmentError, match="bukan nama satu pemerintah daerah"):
        opened(name)

    assert not Pemda.objects.exists()
