"""Short ways to give an order at a forum of a made-up government, and to make duties of it."""

from datetime import date

from tests.support import registry

from pamong.apps.accounts.models import User
from pamong.apps.core.audit import Actor
from pamong.apps.duties.life import StepKind
from pamong.apps.duties.making import make_duties
from pamong.apps.duties.models import Duty
from pamong.apps.duties.planning import Term
from pamong.apps.duties.sources import directive_source
from pamong.apps.duties.stepping import Seen
from pamong.apps.findings.models import Finding, FindingFamily, LawRun, Standing
from pamong.apps.forums.models import (
    AddresseeKind,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    Forum,
    ForumKind,
)
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Opd, Pemda

ASKED_ON = date(2024, 9, 9)
MADE_ON = date(2024, 9, 16)
DUE_ON = date(2024, 10, 31)
GIST = "melaporkan kegiatan yang belum berjalan"


def opd(pemda: Pemda, nama: str = "Dinas Uji") -> Opd:
    found, _ = Opd.objects.get_or_create(
        pemda=pemda, nama=nama, jenis="dinas", sort_key=nama.casefold()
    )
    return found


def directive(
    pemda: Pemda, *to: Opd, everybody: bool = False, kode: str = "uji-arahan", gist: str = GIST
) -> Directive:
    """Record a forum at which the head of ``pemda`` asked something of some OPDs, or of all."""
    forum = Forum.objects.create(
        pemda=pemda,
        document=registry.document(kode, day=ASKED_ON),
        kind=ForumKind.RAKOR,
        title=f"Rapat {kode}",
        day=ASKED_ON,
    )
    row = Directive.objects.create(forum=forum, pemda=pemda, gist=gist, words=f"meminta {gist}")
    DirectiveGiver.objects.create(
        directive=row,
        person=registry.person(f"Pemberi {kode}"),
        jabatan=Jabatan.objects.get(pemda=pemda, kind=JabatanKind.KEPALA_DAERAH),
        capacity="pjs",
    )
    for unit in to:
        DirectiveAddressee.objects.create(directive=row, kind="opd", opd=unit, text=unit.nama)
    if everybody:
        DirectiveAddressee.objects.create(
            directive=row, kind=AddresseeKind.SEMUA_OPD, text="semua OPD"
        )
    return row


def actor(username: str) -> Actor:
    """Somebody with an account of his own."""
    user, _ = User.objects.get_or_create(username=username, nama=f"{username.title()} (rekaan)")
    return Actor(str(user), user.pk)


def duty(pemda: Pemda, *, kode: str = "uji-arahan", **how) -> Duty:
    """Make one duty of one OPD."""
    unit = how.pop("unit", None) or opd(pemda)
    source = directive_source(
        directive(pemda, unit, kode=kode, gist=how.pop("gist", GIST)).public_id
    )
    (made,) = make_duties(
        source=source,
        opd_ids=[unit.pk],
        term=how.pop("term", Term(DUE_ON)),
        day=how.pop("day", MADE_ON),
        actor=actor("ajudan"),
        **how,
    )
    return made


def seen(row: Duty) -> Seen:
    """What somebody sees who has just loaded the page."""
    return Seen(row.public_id, row.steps.order_by("-number")[0].number)


def kinds(row: Duty) -> list[str]:
    return [
        StepKind(kind).value
        for kind in row.steps.order_by("number").values_list("kind", flat=True)
    ]


def stands(row: Duty):
    """How a duty stands now, as the rows say."""
    return row.standings.get(ends_before=None).value


def finding(pemda: Pemda, subject_kind: str, subject_id: int) -> Finding:
    """Record what a made-up rule found of an office, a pegawai or the government itself."""
    run = LawRun.objects.create(
        pemda=pemda, rule_id="aturan-rekaan", as_of=ASKED_ON, judged=1, not_judged=0
    )
    found = Finding.objects.create(
        pemda=pemda,
        run=run,
        rule_id="aturan-rekaan",
        subject_kind=subject_kind,
        subject_id=subject_id,
        subject_label="Kepala Dinas Dua",
        family=FindingFamily.PERIKSA,
        since=ASKED_ON,
        identity=f"{subject_id:064}",
    )
    Standing.objects.create(
        finding=found,
        found_by=run,
        opd=opd_of(subject_kind, subject_id),
        starts_on=ASKED_ON,
        judgement_hash=f"{subject_id:064}",
        judgement={
            "title": "Jabatan tanpa pejabat",
            "to_do": ["Isi jabatan itu."],
            "basis": "Peraturan Rekaan 1/2020 Pasal 2",
        },
    )
    return found


def opd_of(subject_kind: str, subject_id: int) -> Opd | None:
    """Return what a run of the law would say: the OPD of an office, and of others none."""
    office = Jabatan.objects.filter(pk=subject_id).first() if subject_kind == "jabatan" else None
    return office.opd if office else None
