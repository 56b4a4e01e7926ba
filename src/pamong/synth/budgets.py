"""Budgets (APBD) that keep to the shares of the law, and the elections in which regions took part.

Shares are drawn in ten-thousandths with room on the lawful side of each line, so that a whole
rupiah never decides.
"""

from __future__ import annotations

from typing import Any

from pamong.law.fact_table import fact_table
from pamong.synth.cells import Frame
from pamong.synth.governments import Government, Kelompok, generator
from pamong.synth.order import Order

FIRST_BUDGET, LAST_BUDGET = 2022, 2027
_A_PERSON = 240_000_000
"""Rupiah of a budget for each ASN; assumed."""
_PILKADA = {"2018": True, "2020": False, "2024": True}
_SHARE = 10_000

# Lowest and highest share of spending, in ten-thousandths; assumed, within the law.
_LINES = {
    "belanja_pegawai": (2_200, 2_950),
    "tunjangan_guru_tkd": (100, 300),
    "bagi_hasil_transfer": (800, 1_500),
    "belanja_infrastruktur": (4_050, 4_800),
    "pendidikan": (2_050, 2_800),
    "gaji_pendidik": (600, 1_000),
    "kesehatan": (1_050, 1_600),
    "kesehatan_publik": (6_900, 8_000),
}


def apbd(order: Order, kelompok: Kelompok) -> Frame:
    """Return the budgets of each government from 2022 to 2027."""
    rows = []
    for government in kelompok.governments:
        chance = generator(order, 15, government.pemda_id)
        for year in range(FIRST_BUDGET, LAST_BUDGET + 1):
            drawn = {n: int(chance.integers(a, b)) for n, (a, b) in _LINES.items()}
            growth = int(chance.integers(9_500, 11_500))
            rows.append(_budget(government, year, growth, drawn))
    return Frame.from_rows(fact_table("apbd"), rows)


def _budget(
    government: Government, year: int, growth: int, drawn: dict[str, int]
) -> dict[str, Any]:
    spending = max(government.asn, 1) * _A_PERSON * growth // _SHARE
    share = {name: spending * part // _SHARE for name, part in drawn.items()}
    without_transfers = spending - share["bagi_hasil_transfer"]
    return {
        "pemda_id": government.pemda_id,
        "tahun": year,
        "belanja": spending,
        **share,
        "belanja_infrastruktur": without_transfers * drawn["belanja_infrastruktur"] // _SHARE,
        "kesehatan_publik": share["kesehatan"] * drawn["kesehatan_publik"] // _SHARE,
    }


def keikutsertaan_pilkada(kelompok: Kelompok) -> Frame:
    """Return in which elections each government took part: 2018 and 2024."""
    rows = [
        {"pemda_id": g.pemda_id, "pilkada": name, "ikut": took_part, "sumber": "Data rekaan"}
        for g in kelompok.governments
        for name, took_part in _PILKADA.items()
    ]
    return Frame.from_rows(fact_table("keikutsertaan_pilkada"), rows)
