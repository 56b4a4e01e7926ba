"""What the demonstration has none of, put on record so that its pages can be measured.

Imports (one to be decided on, one that is written, one whose columns wait to be matched), a plan
of an appointment of 180 officials and one of the structure, people recorded twice, a request for
correction, a delegation, a token, a calendar, a paper of a record. All of it is made up.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.furnished_acts import (
    LETTER,
    give_everybody_an_account,
    meet,
    open_accounts,
)

APPOINTED, OPDS, UNITS = 180, 60, 10
BROUGHT_IN = 10
"""One in so many of the people of the demonstration comes in once more by the import."""
MISTAKES = 200
REASON = "mengukur halaman"


def furnish(pemda: Any, today: date) -> None:
    """Put it on record; a folder that has it already is left as it is."""
    from pamong.apps.core.audit import Actor
    from pamong.apps.impor.models import Import

    how = {"actor": Actor("Pengukur"), "reason": REASON}
    if not Import.objects.filter(pemda=pemda).exists():
        bring_in(pemda, today, how)
        appoint(pemda, today, how)
        reorganise(pemda, today, how)
        record_twice(pemda, today, how)
        ask_and_hand_over(pemda, today, how)
        meet(pemda, today, how)
        open_accounts(pemda, today, datetime.now(UTC), how)
        give_everybody_an_account(pemda, today)


def bring_in(pemda: Any, today: date, how: dict[str, Any]) -> None:
    """Have some people written, more of them with mistakes read, and a sheet not known."""
    from pamong.apps.core.files import NewFile
    from pamong.apps.impor import carrying_out, services
    from pamong.apps.impor.choosing import Choice
    from pamong.apps.impor.models import Import
    from pamong.apps.kepegawaian.models import Pegawai
    from pamong.exchange.sample import write_sample

    def previewed(files: list[Any]) -> Import:
        batch = services.begin_import(pemda=pemda, files=files, day=today, **how)
        batch = Import.objects.select_related("pemda").get(pk=batch.pk)
        carrying_out.preview(batch)
        return batch

    def sample(people: int, mistakes: int) -> list[Any]:
        with TemporaryDirectory() as folder:
            made = write_sample(Path(folder), people, mistakes=mistakes, form="csv")
            return [NewFile(path.name, path.read_bytes()) for path in made.files]

    written = previewed(sample(40, 0))
    services.accept(batch=written, choice=Choice(), **how)
    carrying_out.commit(written)
    people = Pegawai.objects.filter(pemda=pemda).count() // BROUGHT_IN
    previewed(sample(max(people, MISTAKES), MISTAKES))
    previewed([NewFile("punya-kami.csv", b"Nomor Pokok;Panggilan\n1;Ani (rekaan)\n")])


def appoint(pemda: Any, today: date, how: dict[str, Any]) -> None:
    """Draft an appointment in which officials change places in a ring."""
    from pamong.apps.kepegawaian.models import Pegawai
    from pamong.apps.organisasi.models import JabatanHolding
    from pamong.apps.penataan.appointing import NewLine, add_lines, draft_appointment

    held = JabatanHolding.objects.on(today).filter(
        pemda=pemda, capacity="definitif", jabatan__kind__in=["administrator", "pengawas"]
    )
    seats = dict(held.order_by("-id").values_list("person", "jabatan"))
    people = Pegawai.objects.on(today).filter(pemda=pemda, person__in=seats)
    people = list(people.order_by("id")[:APPOINTED])
    posts = {
        holding.person_id: holding.jabatan
        for holding in held.filter(person__in=[each.person_id for each in people])
    }
    plan = draft_appointment(
        pemda=pemda,
        title="Pelantikan ukur (rekaan)",
        day=today + timedelta(days=30),
        decided_by="kepala_daerah",
        **how,
    )
    ring = zip(people, [*people[1:], *people[:1]], strict=True)
    add_lines(
        plan=plan,
        new=[NewLine(one, posts[following.person_id]) for one, following in ring],
        **how,
    )


def reorganise(pemda: Any, today: date, how: dict[str, Any]) -> None:
    """Draft a new structure: 60 OPDs with 600 units."""
    from uuid import uuid4

    from pamong.apps.organisasi.structure_steps import StepKind
    from pamong.apps.penataan.openings import Opening, draft_openings

    opds = [Opening(StepKind.OPEN_OPD, f"Dinas Ukur {n:02}", jenis="dinas") for n in range(OPDS)]
    units = [
        Opening(StepKind.OPEN_UNIT, f"Bidang Ukur {n}", to=n % OPDS + 1, unit_kind="bidang")
        for n in range(OPDS * UNITS)
    ]
    draft_openings(
        pemda=pemda,
        title="Susunan ukur (rekaan)",
        day=today + timedelta(days=30),
        openings=[*opds, *units],
        from_import=uuid4(),
        **how,
    )


def record_twice(pemda: Any, today: date, how: dict[str, Any]) -> None:
    """Record three people once more, nearly by their names: merge one pair, keep one apart."""
    from pamong.apps.core.models import Person
    from pamong.apps.kepegawaian.models import Pegawai
    from pamong.apps.penggabungan.carrying_out import merge_pegawai
    from pamong.apps.penggabungan.deciding import keep_apart
    from pamong.apps.penggabungan.looking import look_for_duplicates
    from pamong.kernel.person_name import sort_key

    known = Pegawai.objects.filter(pemda=pemda, kind="pns").exclude(born_on=None)
    twice = []
    for one in known.select_related("person").order_by("id")[:3]:
        nama = one.person.nama + one.person.nama[-1]
        other = Person.objects.create(nama=nama, sort_key=sort_key(nama), is_made_up=True)
        kept = {"pemda": pemda, "kind": one.kind, "starts_on": one.starts_on}
        twice.append((one, Pegawai.objects.create(person=other, born_on=one.born_on, **kept)))
    look_for_duplicates(pemda=pemda, day=today)
    (stays, away), _waits, (one, other) = twice
    merge_pegawai(stays=stays, away=away, choices={"nama": "tetap"}, day=today, **how)
    keep_apart(one=one, other=other, day=today, **how)


def ask_and_hand_over(pemda: Any, today: date, how: dict[str, Any]) -> None:
    """Ask for a correction, hand a role over, give a token and a calendar, keep a paper."""
    from pamong.apps.accounts.calendars import make_calendar_address
    from pamong.apps.accounts.correcting import NewRequest, request_correction
    from pamong.apps.accounts.models import ApiToken, Delegation, RoleGrant
    from pamong.apps.core.audit import Actor
    from pamong.apps.core.files import NewFile
    from pamong.apps.kepegawaian.documents import NewPaper, keep_paper
    from pamong.apps.kepegawaian.models import Pegawai

    letter = NewFile("surat.pdf", LETTER)
    grants = {
        row.user.username: row
        for row in RoleGrant.objects.filter(pemda=pemda).select_related("user", "person")
    }
    own = grants["pegawai"]
    pegawai = Pegawai.objects.get(pemda=pemda, person=own.person)
    request_correction(
        pegawai=pegawai,
        new=NewRequest("pangkat", "III/a", "III/b", letter),
        at=datetime.now(UTC),
        actor=Actor(own.user.nama, own.user_id),
    )
    paper = NewPaper("sk_pangkat", "823/17", today, title="pangkat (rekaan)", file=letter)
    keep_paper(pegawai=pegawai, new=paper, day=today, **how)
    days = {"starts_on": today, "ends_before": today + timedelta(days=30)}
    Delegation.objects.create(
        grant=grants["sekda"], to=grants["bkd"].user, reason=REASON, by="Pengukur", **days
    )
    ApiToken.objects.create(
        grant=grants["integrator"],
        pemda=pemda,
        name="Gaji (rekaan)",
        digest="x",
        scopes=["read:pegawai"],
        classes=["terbuka"],
        **days,
    )
    for name in ("bkd", "pegawai"):
        user = grants[name].user
        make_calendar_address(
            user_id=user.pk, pemda=pemda, name="Ponsel", day=today, actor=Actor(user.nama, user.pk)
        )
