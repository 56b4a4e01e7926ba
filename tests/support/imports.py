"""Two imports as pages show them: one whose preview lies there, one that stands on record."""

from dataclasses import dataclass
from datetime import date

from tests.support.registry import REASON, WARNI

from pamong.apps.impor.models import (
    Import,
    ImportFile,
    ImportProgress,
    StagedDoubt,
    StagedRow,
    State,
    Step,
    Weight,
)
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Pemda

DAY = date(2024, 9, 9)
FILE = "golongan-rekaan.csv"
OWN = "punya-kami.csv"
CONTENT = (
    b"nipBaru;golongan;skNomor\n999001012020032001;III/c;823/18\n999001012020032001;IX/z;823/19\n"
)
NIP = "999001012020032001"
SHEET = {
    "berkas": FILE, "lembar": "", "tata_letak": "siasn-rw-golongan", "baris": 2,
    "tidak_terbaca": 0, "kurang": [], "disimpan": [], "terdekat": "", "masalah": "", "usul": [],
    "kepala": ["nipBaru", "golongan", "skNomor"], "kunci": ["nipbaru", "golongan", "sknomor"],
    "kolom": {"0": "nipBaru", "1": "golongan", "2": "skNomor"}, "sidik": "a" * 32,
}  # fmt: skip
UNKNOWN = {
    **SHEET, "berkas": OWN, "tata_letak": "", "tidak_terbaca": 3, "baris": 3, "kolom": {},
    "terdekat": "siasn-pegawai", "kepala": ["Nomor Pokok", "Panggilan"],
    "kunci": ["nomorpokok", "panggilan"], "usul": [["Nomor Pokok", "nip_baru"], ["Panggilan", ""]],
    "sidik": "b" * 32,
}  # fmt: skip
COUNTS = {"pangkat": {"changed": 1, "doubtful": 1}}


@dataclass(frozen=True)
class Imports:
    """What the pages of imports show."""

    ready: Import
    written: Import

    def pages(self, base: str) -> dict[str, str]:
        """Every page of them, by what it is called."""
        one = f"{base}impor/{self.ready.public_id}/"
        acts = ("keraguan", "cocokkan", "susunan", "terima", "tinggalkan")
        return {
            "impor": f"{base}impor/",
            "unggah impor": f"{base}impor/baru/",
            "satu impor": one,
            "impor: baris": f"{one}baris/?kelas=changed",
            **{f"impor: {act}": f"{one}{act}/" for act in acts},
            "impor dimasukkan": f"{base}impor/{self.written.public_id}/",
            "impor: batalkan": f"{base}impor/{self.written.public_id}/batalkan/",
        }


def shown(pemda: Pemda, pegawai: Pegawai) -> Imports:
    """Return an import whose rows change a rank and are refused, and an older one."""
    written = _import(pemda, step=Step.COMMITTED, title="Unduhan lama (rekaan)", report=COUNTS)
    ready = _import(
        pemda,
        step=Step.MATCHING,
        title="Unduhan September (rekaan)",
        sheets=[SHEET, UNKNOWN],
        counts=COUNTS,
        chosen_counts=COUNTS,
        doubt_counts={"golongan-tidak-dikenal": 1},
    )
    ImportFile.objects.create(batch=ready, name=FILE, sha256="c" * 64, content=CONTENT)
    how = {"batch": ready, "file": FILE, "sheet": "", "part": 0, "section": "pangkat"}
    how |= {"who": NIP, "kode_asal": "", "also": {}}
    StagedRow.objects.create(
        **how,
        row=2,
        said={"golongan": "III/c", "paper_number": "823/18"},
        before={"golongan": "III/b", "paper_number": "823/17"},
        state=State.CHANGED,
        row_state=State.CHANGED,
        pegawai_id=pegawai.pk,
    )
    StagedRow.objects.create(**how, row=3, said={"baris": {}}, doubt=Weight.REFUSES)
    StagedDoubt.objects.create(
        batch=ready,
        file=FILE,
        sheet="",
        row=3,
        column="B",
        code="golongan-tidak-dikenal",
        weight=Weight.REFUSES,
        text="IX/z",
        told={},
    )
    return Imports(ready, written)


def _import(pemda: Pemda, **told: object) -> Import:
    batch = Import.objects.create(pemda=pemda, day=DAY, actor=WARNI.label, reason=REASON, **told)
    ImportProgress.objects.create(batch=batch)
    return batch
