"""What ``pamong impor`` prints: counts that add up to the rows, doubts by kind, plans."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # models are loaded when the command runs
    from pamong.apps.impor.models import Import
    from pamong.apps.impor.unit_drafting import Outline

WORDS = {
    "new": "baru",
    "changed": "berubah",
    "unchanged": "sama",
    "left": "tidak diterima",
    "asks": "perlu diputuskan",
    "doubtful": "harus diperbaiki",
    "aside": "disisihkan",
}


def tell_import(batch: "Import") -> bool:
    """Print how an import stands; tell whether all its rows are sound and known."""
    from pamong.apps.impor.choosing import Choice
    from pamong.apps.impor.ends import plan_ends
    from pamong.apps.impor.told import told_kinds
    from pamong.apps.impor.unit_drafting import has_units

    print(f"{batch.title}: {batch.get_step_display()}.")
    if batch.problem:
        print(batch.problem)
    counts = batch.report if batch.is_written else batch.counts
    for section, rows in counts.items():
        _tell_rows(section, rows)
    ends = plan_ends(batch, Choice(**batch.choice))
    if ends.ending or ends.moved or ends.undated:
        print(
            f"Pemberhentian: {ends.ending} kepegawaian berakhir, {ends.moved} berpindah hari"
            f" akhirnya, {ends.undated} tanpa TMT tidak mengakhiri apa pun."
        )
    if has_units(batch):
        print(
            "OPD dan unit masuk lewat rancangan penataan: pamong impor structure"
            f" {batch.public_id} --pemda {batch.pemda.slug} --title … --day …"
        )
    unread = [sheet for sheet in batch.sheets if sheet["masalah"] or sheet["tidak_terbaca"]]
    for sheet in unread:
        print(f"{sheet['berkas']}: {sheet['masalah'] or _unread(sheet['tidak_terbaca'])}")
    for name, rows in batch.other_instansi.items():
        print(f"{rows} baris menyebut instansi lain: {name}")
    for kind in told_kinds(batch):
        weight = "harus diperbaiki" if kind.must_be_mended else "perlu diputuskan"
        print(f"{kind.count:>8} {kind.code} ({weight}): {kind.sentence}")
    return not (unread or batch.doubt_counts or batch.other_instansi)


def tell_undo(batch: "Import") -> None:
    """Print what undoing an import would do, and which later edits stay."""
    from pamong.apps.impor.undoing import edits_since, plan_undo

    plan = plan_undo(batch)
    goes, back, stays = (sum(each.values()) for each in (plan.goes, plan.is_put_back, plan.stays))
    print(f"{goes} catatan dihapus, {back} kembali seperti sebelumnya, {stays} tetap.")
    if plan.runs_on:
        print(f"{plan.runs_on} kepegawaian berjalan lagi, atau berakhir seperti sebelumnya.")
    for each in edits_since(batch, most=20):
        print(f"  tetap: {each.section}, diubah {each.actor} pada {each.at:%Y-%m-%d}")


def tell_outline(outline: "Outline") -> None:
    """Print which level is read as OPD, and what a draft of the structure would open."""
    if outline.government:
        print(f"{outline.government}: pemerintah daerah itu sendiri; tepat di bawahnya OPD.")
    for nama, units in outline.opds:
        print(f"{units:>8} unit  {nama}")
    if outline.elsewhere:
        print(f"{outline.elsewhere:>8} unit  (di OPD yang sudah tercatat)")
    print(f"{len(outline.opds)} OPD, {outline.units} unit, {outline.posts} jabatan kepala.")


def tell_list(batches: "Sequence[Import]") -> None:
    """Print imports, one a line, for a script as much as for a person."""
    for batch in batches:
        rows = sum(sum(each.values()) for each in batch.counts.values())
        cells = [str(batch.public_id), str(batch.day), batch.step, str(rows), batch.title]
        print("\t".join(cells))


def _tell_rows(section: str, rows: dict[str, int]) -> None:
    told = ", ".join(f"{WORDS[what]} {number}" for what, number in rows.items())
    print(f"{section or '(tata letak lain)':20} {sum(rows.values()):>8} = {told}")


def _unread(rows: int) -> str:
    return f"tata letaknya tidak dikenal, {rows} baris belum dibaca. Cocokkan: pamong impor match"
