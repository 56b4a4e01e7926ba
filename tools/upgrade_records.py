"""Put the made-up records of an upgrade fixture into a database, by the services of a release.

``tools/upgrade_fixture.py`` runs this with the source of that release, which may be older than the
checkout that it stands in; so it calls only what a clerk's click calls. Everybody and everything
is made up: Kabupaten Contoh (rekaan) alone.
"""

# Nothing of the release can be imported before its database is there, and it has no types here.
# ruff: noqa: PLC0415, ANN001, ANN201

import json
import sys
from datetime import date
from pathlib import Path

DAYS = ("2018-06-01", "2019-03-01", "2020-10-01", "2021-07-01", "2025-03-01", "2026-11-01")
DAY = date(2026, 11, 20)
REASON = "menyiapkan data untuk uji pemutakhiran"
# office, who, capacity, from, until (both days count), number and day of the decree
TENURES = (
    ("Bupati", "Dra. Wiranti Sekarjagad, M.Si.", "definitif", "2016-02-17", "2021-02-16", "131.1"),
    ("Bupati", "Bagas Pramudita Lesmana", "pjs", "2020-09-26", "2020-12-05", "131.2"),
    ("Bupati", "Dra. Wiranti Sekarjagad, M.Si.", "definitif", "2021-02-26", None, "131.3"),
    ("Sekretaris Daerah", "Ir. Panji Lokantara, M.T.", "definitif", "2018-01-02", None, "821.2"),
)
# name, a number that can be nobody's (its sex digit is 0), days of absence
PEGAWAI = (
    ("Laksmi Wirayuda", "198402122015030001", ("2025-02-03", "2025-02-04")),
    ("Ruslan Adiwangsa", "198711302015030002", ("2025-02-03", "2025-02-04", "2025-02-05")),
    ("Mayang Purwitasari", "199005212015030003", ()),
)
LEAVE = ("Bupati", "Wiranti Sekarjagad", "cuti_kampanye", "2020-09-26", "2020-12-05", "850.1")


def main(data_dir: Path, samples: Path) -> None:
    """Load the records into ``data_dir``; print what the release answers about them, as JSON."""
    from pamong.cli.house import open_house

    open_house(data_dir)
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    load(samples)
    print(json.dumps(answers(), ensure_ascii=False, indent=1, sort_keys=True))


def load(samples: Path) -> None:
    """Open the government, then employ, appoint, read, confirm and judge."""
    from pamong.apps.accounts.services import ensure_user
    from pamong.apps.core.audit import Actor
    from pamong.apps.demonstration.scenario import scenario
    from pamong.apps.findings.services import run_law
    from pamong.apps.forums.services import Arrival, receive_document
    from pamong.apps.organisasi import governments

    clerk = Actor("Warni (rekaan)")
    said = {"actor": clerk, "reason": REASON}
    pemda = governments.create_made_up_government(new=scenario().made_up, **said)
    governments.make_resident(pemda=pemda, **said)
    governments.establish_typical_structure(pemda=pemda, **said)
    employ(pemda, said)
    ensure_user(username="warni", nama="Warni (rekaan)", password=REASON, actor=clerk)
    appoint(pemda, said)
    for path in sorted(samples.glob("contoh-*.txt")):
        arrival = Arrival(content=path.read_bytes(), file_name=path.name, kode=path.stem)
        receive_document(arrival=arrival, day=DAY, **said)
    confirm(said)
    for day in DAYS:
        run_law(pemda=pemda, days=[date.fromisoformat(day)], **said)


def employ(pemda, said) -> None:
    """Employ a few people in one OPD whose attendance of a year is loaded."""
    from pamong.apps.core.services import register_person
    from pamong.apps.kepegawaian import services as kepegawaian
    from pamong.apps.kepegawaian.models import EmploymentKind, WorkWeek
    from pamong.apps.organisasi.models import Opd
    from pamong.apps.presensi.services import record_absences, record_coverage

    opd = Opd.objects.filter(pemda=pemda).order_by("nama").first()
    record_coverage(opd=opd, period=period("2025-01-01", "2025-12-31"), source="rekaan", **said)
    for name, nip, days in PEGAWAI:
        pegawai = kepegawaian.employ(
            person=register_person(name=name, is_made_up=True, **said),
            opd=opd,
            employment=kepegawaian.Employment(
                kind=EmploymentKind.PNS,
                nip=nip,
                period=period("2015-03-01", None),
                work_week=WorkWeek.LIMA_HARI,
                holds_post=False,
            ),
            **said,
        )
        absent = [date.fromisoformat(day) for day in days]
        record_absences(pegawai=pegawai, days=absent, has_valid_reason=False, **said)


def appoint(pemda, said) -> None:
    """Record the tenures and the leave, each by its decree, and end one of them earlier."""
    from pamong.apps.organisasi import by_decree
    from pamong.apps.organisasi.models import Jabatan, JabatanHolding
    from pamong.kernel.capacity import Capacity

    offices = {row.nama: row for row in Jabatan.objects.filter(pemda=pemda)}
    for office, name, capacity, first, last, number in TENURES:
        by_decree.record_tenure_by_decree(
            jabatan=office_called(offices, office),
            tenure=by_decree.TenureText(name, Capacity(capacity), period(first, last)),
            decree=decree(number, first),
            day=DAY,
            **said,
        )
    office, name, kind, first, last, number = LEAVE
    by_decree.record_leave_by_decree(
        jabatan=office_called(offices, office),
        leave=by_decree.LeaveText(name, kind, period(first, last)),
        decree=decree(number, first),
        day=DAY,
        **said,
    )
    acting = JabatanHolding.objects.get(jabatan__pemda=pemda, capacity=Capacity.PJS)
    by_decree.end_tenure_by_hand(holding=acting, last_day=date(2020, 12, 4), **said)


def confirm(said) -> None:
    """Confirm the drafts in which nothing is in conflict; the others wait, as in any office."""
    from pamong.apps.forums.confirming import confirm_draft
    from pamong.apps.forums.editing import open_conflicts
    from pamong.apps.forums.models import DraftStatus, ReadingDraft

    for draft in ReadingDraft.objects.filter(status=DraftStatus.OPEN).order_by("pk"):
        if not open_conflicts(draft.content):
            confirm_draft(public_id=draft.public_id, day=DAY, **said)


def answers() -> dict[str, object]:
    """Return who held which office on each day, as ``pamong who --json`` prints it."""
    from pamong.apps.organisasi.as_of import who
    from pamong.apps.organisasi.models import Pemda

    pemda = Pemda.objects.get(nama="Kabupaten Contoh (rekaan)")
    return {
        day: [answer.to_json() for answer in who(pemda, day=date.fromisoformat(day))]
        for day in DAYS
    }


def office_called(offices, name):
    """Find an office whose name begins so: a leading office carries its government's name."""
    return next(office for nama, office in offices.items() if nama.startswith(name))


def period(first: str, last: str | None):
    """Return a period of which both days count."""
    from pamong.kernel.period import Period

    start = date.fromisoformat(first)
    return Period.inclusive(start, date.fromisoformat(last)) if last else Period(start)


def decree(number: str, first: str):
    """Return a made-up decree that takes effect on the first day."""
    from pamong.apps.organisasi.by_decree import DecreeText

    day = date.fromisoformat(first)
    return DecreeText(f"{number}/REKAAN/{day.year}", "rekaan", "Gubernur (rekaan)", day, day)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
