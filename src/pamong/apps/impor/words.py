"""The codes of SIASN, each as a word of the record.

Source: the reference data in ``exchange/data/codes.toml``.
"""

from pamong.apps.kepegawaian.models import Penalty, TerminationKind

# Jenis kenaikan pangkat of SIASN; the code itself is kept beside the word.
CHANGES = {
    "101": "reguler",
    "203": "penyesuaian_ijazah",
    "211": "pengangkatan",
    **{str(code): "pilihan" for code in (201, 202, *range(204, 211))},
}
SCHOOLS = {
    "05": "sd", "10": "smp", "15": "sma", "20": "d1", "25": "d2", "30": "d3", "35": "d4",
    "40": "s1", "45": "s2", "50": "s3",
}  # fmt: skip
COURSES = {"1": "struktural", "2": "fungsional", "3": "teknis", "4": "seminar", "9": "seminar"}
PREDICATES = {
    "1": "sangat_baik", "2": "baik", "3": "butuh_perbaikan", "4": "kurang", "5": "sangat_kurang",
}  # fmt: skip
RATINGS = {"1": "di_atas", "2": "sesuai", "3": "di_bawah"}
CREDITS = {
    "isAngkaKreditPertama": "pertama", "isIntegrasi": "integrasi", "isKonversi": "konversi",
}  # fmt: skip
"""The columns that say yes for each kind of decision on credit points."""
PENALTIES = {each.value: each.value for each in Penalty if each is not Penalty.LAIN}
LEVELS_OF_PENALTY = {"R": "ringan", "S": "sedang", "B": "berat"}
MOVES = {"P3D": "p3d", "DPK": "dpk", "DPB": "dpb"}
TERMINATIONS = {
    each.value: each.value for each in TerminationKind if each is not TerminationKind.KONTRAK
}
RELIGIONS = {
    "1": "islam", "2": "kristen", "3": "katolik", "4": "hindu", "5": "buddha", "6": "khonghucu",
    "7": "lain",
}  # fmt: skip
MARITAL = {"1": "kawin", "2": "cerai", "3": "janda_duda", "4": "belum"}
SEXES = {"l": "M", "p": "F"}
