"""What the law found of a facility goes or changes when its BAST is corrected."""

from dataclasses import replace
from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.support import registry
from tests.support.registry import REASON, WARNI

from pamong.apps.core.jobs import RUN_LAW
from pamong.apps.findings.selectors import findings_on
from pamong.apps.findings.services import run_law
from pamong.apps.findings.tasks import run_law_again
from pamong.apps.organisasi.correcting_bast import BastCorrection, bast_text_of, correct_bast
from pamong.apps.organisasi.coverage import record_office_coverage
from pamong.apps.organisasi.facilities import NewFacility, register_facility
from pamong.apps.organisasi.handing_over import BastText, hand_back, hand_over
from pamong.apps.organisasi.models import Bast, FacilityKind, OfficeRecordsKind
from pamong.apps.organisasi.services import record_pilkada_participation
from pamong.kernel.period import Period

RULE = "kdh-larangan-fasilitas-jabatan"
ACT = {"actor": WARNI, "reason": REASON}
TODAY = ON_LEAVE = date(2024, 10, 10)


@pytest.fixture
def paper(contoh, bupati, sekda, siti, berita):
    """Siti, on campaign leave since 25 September, received a car and a house by one paper."""
    registry.hold(siti, bupati, since=date(2021, 3, 1), by=berita)
    registry.leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=berita)
    record_pilkada_participation(
        pemda=contoh, pilkada="2024", participates=True, source="rekaan", **ACT
    )
    facilities = [
        register_facility(
            jabatan=bupati,
            new=NewFacility(FacilityKind.KENDARAAN, nama, "", "", date(2021, 1, 4)),
            **ACT,
        )
        for nama in ("Mobil dinas", "Motor dinas")
    ]
    record_office_coverage(
        pemda=contoh,
        records=OfficeRecordsKind.FASILITAS,
        period=Period(date(2021, 1, 4)),
        source="rekaan",
        **ACT,
    )
    text = BastText("030/1", date(2021, 3, 5), sekda)
    return hand_over(facilities=facilities, person=siti, paper=text, day=TODAY, **ACT)


def found(pemda) -> list[str]:
    return sorted(
        row.subject_label for row in findings_on(pemda, day=ON_LEAVE) if row.rule_id == RULE
    )


def judged_again():
    for job in ProcrastinateJob.objects.filter(task_name=RUN_LAW).order_by("id"):
        run_law_again(**job.args)


def correct(bast, **how):
    ProcrastinateJob.objects.all()._raw_delete("default")
    bast = Bast.objects.get(pk=bast.pk)
    text = replace(bast_text_of(bast), **how.pop("text", {}))
    correct_bast(bast=bast, new=BastCorrection(text, **how), day=TODAY, **ACT)
    judged_again()


def test_a_facility_that_the_paper_never_named_is_found_no_more(paper, contoh):
    run_law(pemda=contoh, days=[ON_LEAVE], **ACT)
    assert len(found(contoh)) == 2

    correct(paper, dropped=[paper.given.order_by("id")[0]])

    (left,) = found(contoh)
    assert "Motor dinas" in left


def test_a_return_that_was_dated_wrong_is_judged_by_its_day(paper, contoh, sekda):
    text = BastText("030/2", date(2024, 10, 1), sekda)
    back = hand_back(handovers=list(paper.given.all()), paper=text, day=TODAY, **ACT)
    run_law(pemda=contoh, days=[ON_LEAVE], **ACT)
    assert len(found(contoh)) == 2

    correct(back, text={"day": date(2024, 9, 24)})

    assert found(contoh) == []
