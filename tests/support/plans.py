"""A structure with a unit, and a plan of each kind over it."""

from dataclasses import dataclass
from datetime import date

from tests.support import registry
from tests.support.registry import REASON, WARNI

from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Opd, Pemda, UnitKerja
from pamong.apps.organisasi.structure_steps import StepKind
from pamong.apps.organisasi.structure_values import OpdAs, Place, PostAs
from pamong.apps.organisasi.structure_writing import Basis
from pamong.apps.organisasi.units import Changing, open_opd, open_post, open_unit
from pamong.apps.penataan.appointing import NewLine, add_lines, draft_appointment
from pamong.apps.penataan.models import Pelantikan, Reorganisation
from pamong.apps.penataan.reorganising import NewStep, add_step, draft_reorganisation

FIRST, DAY = date(2020, 1, 1), date(2030, 7, 1)
HOW = {"actor": WARNI, "reason": REASON}


@dataclass(frozen=True)
class Plans:
    """What the pages of structure and plans show."""

    opd: Opd
    unit: UnitKerja
    post: Jabatan
    reorganisation: Reorganisation
    appointment: Pelantikan

    def pages(self, base: str) -> dict[str, str]:
        """Every page of them, by what it is called."""
        plan = f"{base}susunan/penataan/{self.reorganisation.public_id}/"
        act = f"{base}pelantikan/{self.appointment.public_id}/"
        acts = ("lampiran", "baris", "persetujuan", "sumpah", "jalankan", "batalkan")
        return {
            "susunan": f"{base}susunan/",
            "susunan opd": f"{base}susunan/opd/{self.opd.pk}/",
            "susunan unit": f"{base}susunan/unit/{self.unit.public_id}/",
            "susunan jabatan": f"{base}susunan/jabatan/{self.post.public_id}/",
            "ubah jabatan": f"{base}susunan/jabatan/{self.post.public_id}/ubah/",
            "penataan": f"{base}susunan/penataan/",
            "rancang penataan": f"{base}susunan/penataan/baru/",
            "satu penataan": plan,
            **{f"penataan: {name}": f"{plan}{name}/" for name in STEPS},
            "pelantikan": f"{base}pelantikan/",
            "rancang pelantikan": f"{base}pelantikan/baru/",
            "satu pelantikan": act,
            "pelantikan: baris/1/alasan": f"{act}baris/1/alasan/",
            **{f"pelantikan: {name}": f"{act}{name}/" for name in acts},
        }


STEPS = ("langkah", "pegawai", "jalankan", "batalkan")


def planned(pemda: Pemda) -> Plans:
    """Open an OPD with a unit and two posts, and plan to change them."""
    how = Changing(pemda, Basis(FIRST, "Perbup 1/2020 (rekaan)"), FIRST, WARNI, REASON)
    opd = open_opd(new=OpdAs("Dinas Perniagaan"), how=how)
    unit = open_unit(nama="Bidang Tera", kind="bidang", place=Place(opd.pk), how=how)
    below = Place(opd.pk, unit.pk)
    open_unit(nama="Seksi Timbangan", kind="seksi", place=below, how=how)
    post = PostAs(None, None, "Kepala Bidang Tera", JabatanKind.ADMINISTRATOR, "III.b", 11, 1)
    head = open_post(post=post, place=below, how=how)
    pegawai = Pegawai.objects.create(
        person=registry.person("Wati Wacana"),
        pemda=pemda,
        opd=opd,
        kind="pns",
        starts_on=FIRST,
        born_on=date(1980, 1, 2),
    )
    Placement.objects.create(
        pegawai=pegawai, opd=opd, unit=unit, starts_on=FIRST, source="SK rekaan"
    )
    plan = draft_reorganisation(pemda=pemda, title="Susunan 2030 (rekaan)", day=DAY, **HOW)
    for new in (
        NewStep(StepKind.OPEN_OPD, nama="Badan Metrologi"),
        NewStep(StepKind.END_OPD, "Dinas Perniagaan", to="Badan Metrologi"),
    ):
        add_step(plan=plan, new=new, **HOW)
    appointment = draft_appointment(
        pemda=pemda,
        title="Pelantikan 2030 (rekaan)",
        day=DAY,
        decided_by="kepala_daerah",
        **HOW,
    )
    add_lines(plan=appointment, new=[NewLine(pegawai, head)], **HOW)
    return Plans(opd, unit, head, plan, appointment)
