"""What ``pamong law audit`` tells of a made-up lake: whether it found what was planted in it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pamong.law.lake import Compared

#: More planted subjects than these that differ are counted instead of told one by one.
_TOLD = 20


def tell_planted(
    folder: Path, out: Path, judged: list[str], day: date, *, asked: list[str] | None
) -> bool:
    """Tell how the results compare with the scenarios of a lake; false where they differ.

    A lake without scenarios, or with scenarios for another day, says nothing about the results.
    """
    from pamong.kernel.day import format_day
    from pamong.law.lake import compare_planted, planted_day

    right_on = planted_day(folder)
    if right_on is None:
        return True
    if right_on != day:
        print(f"Skenario himpunan ini berlaku untuk {format_day(right_on)}; tidak dibandingkan.")
        return True
    return _tell(compare_planted(folder, out, judged, asked=asked))


def _tell(compared: "Compared") -> bool:
    """Tell whether the audit found what was planted; true where it did."""
    if not compared.planted and compared.agrees:
        print("Dalam himpunan ini tidak ada pelanggaran yang ditanam, dan tidak ada temuan.")
        return True
    idle = sum(compared.not_judged.values())
    right = compared.planted - len(compared.mismatches) - idle
    print(f"Skenario: {right} dari {compared.planted} cocok.")
    for each in compared.mismatches[:_TOLD]:
        print(
            f"  {each.scenario} ({each.rule}, {each.subject_id}): seharusnya {each.expected}, "
            f"ternyata {each.found}. {each.because}"
        )
    if len(compared.mismatches) > _TOLD:
        print(f"  … dan {len(compared.mismatches) - _TOLD} lagi")
    for rule, number in compared.besides.items():
        print(f"  {rule}: {number} temuan di luar skenario.")
    for rule, number in compared.not_judged.items():
        print(f"  {rule}: {number} subjek tidak dinilai, padahal ada skenarionya.")
    if compared.agrees:
        print("Yang ditemukan tepat yang ditanam; yang hampir melanggar tidak ikut terjaring.")
    return compared.agrees
