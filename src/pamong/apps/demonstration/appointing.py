"""Filling the offices of Kabupaten Contoh by made-up decrees: leaders, officials, planted Plt."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.models import Decree, Person
from pamong.apps.core.services import register_decree, register_person
from pamong.apps.demonstration.leaders import Letterhead, Term, leaders
from pamong.apps.demonstration.population.careers import pension_day
from pamong.apps.demonstration.population.names import SPECIMEN
from pamong.apps.demonstration.population.shares import population
from pamong.apps.demonstration.scenarios import SOURCE, planted_offices
from pamong.apps.kepegawaian.models import (
    EmploymentKind,
    JabatanAsn,
    Pegawai,
    RiwayatJabatan,
    WorkWeek,
)
from pamong.apps.kepegawaian.services import (
    Employment,
    Post,
    employ,
    record_post,
)
from pamong.apps.organisasi.coverage import record_office_coverage
from pamong.apps.organisasi.models import (
    Jabatan,
    JabatanKind,
    LeaveKind,
    OfficeRecordsKind,
    Opd,
    Pemda,
)
from pamong.apps.organisasi.people import find_person
from pamong.apps.organisasi.services import Grounds, record_leave, record_tenure
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period

POLITICAL = {JabatanKind.KEPALA_DAERAH, JabatanKind.WAKIL_KEPALA_DAERAH}
DECIDED_BEFORE = timedelta(days=3)
APPOINTED_ON = date(1998, 3, 1)
"""When those who are named in the files entered the service; data/skenario has others of 1998."""
ROSE_ON = date(2018, 1, 8)
RETIRES_AT = {JabatanAsn.JPT_PRATAMA: 60, JabatanAsn.ADMINISTRATOR: 58}


def is_appointed(pemda: Pemda) -> bool:
    """Tell whether the offices are filled; they are, all or none."""
    return pemda.instansi.decree_set.filter(number__endswith="(rekaan)").exists()


def appoint(*, pemda: Pemda, day: date, actor: Actor, reason: str) -> None:
    """Fill the offices whose holders are named in the files or drawn."""
    with act("demonstration.appoint", actor=actor, reason=reason):
        clerk = _Clerk(pemda, day, actor, reason)
        for term in leaders().terms:
            clerk.appoint_by_name(term)
        for office in planted_offices():
            for each in office.terms:
                clerk.appoint_by_name(Term(office.jabatan, each.nama, each.period, each.capacity))
        for leave in leaders().leaves:
            clerk.grant_leave(leave)
        for post in _drawn_officials(pemda):
            clerk.record(post.pegawai.person, post.nama, Period(post.starts_on))
        record_office_coverage(
            pemda=pemda,
            records=OfficeRecordsKind.PEMANGKU,
            period=Period(leaders().complete_since),
            source=SOURCE,
            actor=actor,
            reason=reason,
        )


def _drawn_officials(pemda: Pemda) -> Iterator[RiwayatJabatan]:
    """Return the posts of the population that are offices of the government."""
    offices = Jabatan.objects.filter(pemda=pemda).exclude(eselon="").values("nama")
    yield from (
        RiwayatJabatan.objects.filter(pegawai__pemda=pemda, nama__in=offices)
        .exclude(kind__in=[JabatanAsn.PELAKSANA, JabatanAsn.FUNGSIONAL])
        .filter(starts_on__in=population().inaugurations)
        .exclude(pegawai__person__holdings__pemda=pemda)
        .select_related("pegawai__person")
        .order_by("id")
    )


@dataclass
class _Clerk:
    """Writes decrees and tenures inside the act."""

    pemda: Pemda
    day: date
    actor: Actor
    reason: str
    decrees: dict[tuple[date, str], Decree] = field(default_factory=dict)
    counts: Counter[tuple[int, str]] = field(default_factory=Counter)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.offices = {row.nama: row for row in Jabatan.objects.filter(pemda=self.pemda)}

    def appoint_by_name(self, term: Term) -> None:
        """Record a term of somebody whom a file names, with the employment of an ASN."""
        person = find_person(term.nama, self.pemda) or register_person(
            name=term.nama, is_made_up=True, actor=self.actor, reason=self.reason
        )
        self.record(person, term.jabatan, term.period, term.capacity)
        if self.offices[term.jabatan].kind not in POLITICAL:
            self._employ(person, term)

    def record(
        self,
        person: Person,
        office: str,
        period: Period,
        capacity: Capacity = Capacity.DEFINITIF,
    ) -> None:
        """Record a tenure by a decree of its day."""
        jabatan = self.offices[office]
        record_tenure(
            person=person,
            jabatan=jabatan,
            capacity=capacity,
            period=period,
            grounds=Grounds(decree=self._decree(jabatan, period.start, capacity.long_label)),
            actor=self.actor,
            reason=self.reason,
        )

    def grant_leave(self, leave: Term) -> None:
        """Record the campaign leave of somebody in office."""
        jabatan = self.offices[leave.jabatan]
        person = jabatan.holdings.on(leave.period.start).get(capacity=Capacity.DEFINITIF).person
        record_leave(
            person=person,
            jabatan=jabatan,
            kind=LeaveKind.KAMPANYE,
            period=leave.period,
            grounds=Grounds(decree=self._decree(jabatan, leave.period.start, "cuti kampanye")),
            actor=self.actor,
            reason=self.reason,
        )

    def _decree(self, jabatan: Jabatan, day: date, about: str) -> Decree:
        """Return the decree of a day and a matter; many take office by one."""
        is_head = jabatan.kind in POLITICAL
        head = leaders().of_heads if is_head else leaders().of_others
        key = day, f"{head.issued_by}: {about}"
        if key not in self.decrees:
            self.decrees[key] = self._write(head, day, about)
        return self.decrees[key]

    def _write(self, head: Letterhead, day: date, about: str) -> Decree:
        decided_on = day - DECIDED_BEFORE
        series = decided_on.year, head.number
        self.counts[series] += 1
        return register_decree(
            decree=Decree(
                owner=self.pemda.instansi,
                number=head.number.format(urut=self.counts[series], tahun=decided_on.year),
                title=f"{about} (rekaan)",
                issued_by=head.issued_by,
                decided_on=decided_on,
                effective_on=day,
            ),
            day=self.day,
            actor=self.actor,
            reason=self.reason,
        )

    def _employ(self, person: Person, term: Term) -> None:
        """Give somebody whom a file names a service that fits the term, once."""
        # The sekda leads the whole government and works in its secretariat.
        opd = self.offices[term.jabatan].opd or Opd.objects.get(pemda=self.pemda, jenis="setda")
        if Pegawai.objects.filter(person=person).exists():
            return
        number = next(self.numbers)
        born_on = date(1970 + number % 8, 1 + number % 12, 1 + number % 28)
        is_acting = term.capacity.is_acting
        rank = JabatanAsn.ADMINISTRATOR if is_acting else JabatanAsn.JPT_PRATAMA
        pension = pension_day(born_on, RETIRES_AT[rank])
        employment = Employment(
            kind=EmploymentKind.PNS,
            nip=f"{born_on:%Y%m%d}{APPOINTED_ON:%Y%m}{SPECIMEN}{number:03}",
            period=Period(APPOINTED_ON, pension),
            work_week=WorkWeek.LIMA_HARI,
            holds_post=True,
            born_on=born_on,
        )
        pegawai = employ(
            person=person, opd=opd, employment=employment, actor=self.actor, reason=self.reason
        )
        for post in _posts(term, str(opd), pension):
            record_post(pegawai=pegawai, post=post, actor=self.actor, reason=self.reason)


def _posts(term: Term, opd: str, pension: date) -> Iterator[Post]:
    """Tell the posts of an official: acting in an office adds none to his own."""
    staff, administrator, high = (
        JabatanAsn.PELAKSANA,
        JabatanAsn.ADMINISTRATOR,
        JabatanAsn.JPT_PRATAMA,
    )
    yield Post(staff, "Pengadministrasi Umum", Period(APPOINTED_ON, ROSE_ON), SOURCE)
    if term.capacity.is_acting:
        yield Post(administrator, f"Sekretaris pada {opd}", Period(ROSE_ON, pension), SOURCE)
        return
    since, until = term.period.start, term.period.end
    yield Post(administrator, f"Kepala Bidang pada {opd}", Period(ROSE_ON, since), SOURCE)
    yield Post(high, term.jabatan, Period(since, until or pension), SOURCE)
    if until is not None:
        yield Post(high, "Staf Ahli Bupati", Period(until, pension), SOURCE)
