"""What holds of gifts, public information, personal data and numbers, whatever the figures."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong import law
from pamong.kernel.identity import Severity
from pamong.kernel.nik import check_nik
from pamong.kernel.nip import check_nip

LATE = date(2026, 10, 1)
DAYS = st.dates(date(2024, 1, 1), date(2025, 6, 30))
OCCASIONS = ["upacara", "musibah", "pisah_sambut", "pensiun", "promosi", "ulang_tahun"]
RUPIAH = st.integers(0, 20_000_000)


def outcome(rule_id, facts, as_of=LATE):
    return law.judge_case(rule_id, facts, as_of=as_of).outcome.id


def step(judgement, name):
    return next(each.value for each in judgement.steps if each.step.name == name)


@given(DAYS, st.integers(0, 90), st.integers(0, 90))
def test_reporting_a_gift_later_is_never_lighter(received, one, other):
    earlier, later = (
        law.judge_case(
            "gratifikasi-wajib-lapor",
            {
                "diterima_on": received,
                "dilaporkan_on": received + timedelta(days),
                "dikecualikan": False,
            },
            as_of=LATE,
        )
        for days in sorted((one, other))
    )

    assert earlier.breach <= later.breach


@given(RUPIAH, RUPIAH)
def test_the_burden_of_proof_never_goes_back_to_the_prosecutor_as_the_value_grows(one, other):
    burdens = [
        step(
            law.judge_case(
                "gratifikasi-wajib-lapor",
                {
                    "diterima_on": date(2024, 7, 1),
                    "sudah_dilaporkan": False,
                    "dikecualikan": False,
                    "berhubungan_jabatan": True,
                    "berlawanan_kewajiban": True,
                    "nilai": worth,
                },
                as_of=LATE,
            ),
            "pembuktian",
        )
        for worth in sorted((one, other))
    ]

    assert burdens != ["penerima", "penuntut_umum"]


@given(
    st.sampled_from([date(2024, 7, 1), date(2026, 1, 13), date(2026, 1, 20), date(2026, 6, 1)]),
    st.sampled_from([*OCCASIONS, "tanpa_acara"]),
    st.sampled_from(["rekan_kerja", "lain"]),
    RUPIAH,
    RUPIAH,
)
def test_a_larger_gift_is_never_freer(received, occasion, giver, one, other):
    needs = [
        outcome(
            "gratifikasi-pengecualian",
            {
                "diterima_on": received,
                "hubungan": giver,
                "acara": occasion,
                "konflik_kepentingan": False,
                "tunai": False,
                "nilai": worth,
                "nilai_setahun": worth,
            },
        )
        == "wajib_dilaporkan"
        for worth in sorted((one, other))
    ]

    assert needs == sorted(needs)


@given(RUPIAH, st.sampled_from([*OCCASIONS, "tanpa_acara"]))
def test_in_the_uncertain_days_only_what_both_rules_say_is_said(worth, occasion):
    facts = {
        "hubungan": "rekan_kerja",
        "acara": occasion,
        "konflik_kepentingan": False,
        "tunai": False,
        "nilai": worth,
        "nilai_setahun": worth,
    }
    before, between, after = (
        outcome("gratifikasi-pengecualian", facts | {"diterima_on": day})
        for day in (date(2026, 1, 13), date(2026, 1, 15), date(2026, 1, 20))
    )

    assert between == (before if before == after else "tidak_dapat_dinilai")


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_more_time_for_an_answer_never_makes_it_heavier(received, prolonged, answered):
    facts = {"diterima_on": received, "diberitahukan_on": received + timedelta(answered)}
    without, with_more = (
        law.judge_case("kip-permintaan", facts | more, as_of=LATE)
        for more in (
            {"ada_perpanjangan": False},
            {"diperpanjang_on": received + timedelta(prolonged)},
        )
    )

    assert with_more.breach <= without.breach


@given(st.integers(0, 23), st.integers(0, 24 * 8), st.booleans())
def test_three_times_24_hours_run_by_the_clock(hour, hours, is_last_day_told):
    begun = datetime(2025, 3, 10, hour)
    done = begun + timedelta(hours=hours)
    facts = {
        "diterima_on": begun.date(),
        "diterima_jam": begun.hour,
        "diberikan_on": done.date(),
        "diberikan_jam": done.hour,
        "dengan_rekam_jejak": True,
        "alasan": "tidak_ada",
    }
    if not is_last_day_told and done.date() != date(2025, 3, 13):
        facts["diberikan_jam"] = None

    expected = "tepat_waktu" if hours <= 72 else "terlambat"
    assert outcome("pdp-akses-3x24", facts) == expected


@given(
    st.lists(st.booleans(), min_size=3, max_size=3),
    st.lists(st.booleans(), min_size=3, max_size=3),
)
@pytest.mark.parametrize("day", [date(2025, 7, 29), date(2025, 7, 30)])
def test_more_conditions_never_free_from_naming_an_officer(day, one, more):
    names = ("layanan_publik", "pemantauan_skala_besar", "inti_data_spesifik")
    few, many = (
        law.judge_case(
            "pdp-dpo", dict(zip(names, told, strict=True)) | {"sudah_ditunjuk": False}, as_of=day
        )
        for told in (one, [a or b for a, b in zip(one, more, strict=True)])
    )

    assert few.breach <= many.breach


def is_refused(findings):
    return any(each.severity is Severity.REFUSES for each in findings)


@given(
    st.from_regex(
        r"(190|209)[0-9](0[0-9]|1[0-2])[0-3][0-9]19[0-9]{2}[01][0-9][0-3]00[01]", fullmatch=True
    )
)
def test_a_nip_is_refused_exactly_where_the_kernel_refuses_it(digits):
    told = outcome(
        "nip-struktur",
        {
            "nip": digits,
            "lahir_on": date(1900, 1, 1),
            "jenis_kelamin": "laki_laki",
            "honorer": False,
        },
    )

    # The kernel lets a sex digit of 0 pass: it marks a specimen there.
    assert (told == "ditolak") is (is_refused(check_nip(digits)) or digits[14] == "0")


@given(st.from_regex(r"990000[0-7][0-9][01][0-9][0-9]{2}000[01]", fullmatch=True))
def test_a_nik_is_refused_exactly_where_the_kernel_refuses_it(digits):
    facts = {"nik": digits, "lahir_on": date(1900, 1, 1), "jenis_kelamin": "laki_laki"}

    assert (outcome("nik-struktur", facts) == "ditolak") is is_refused(check_nik(digits))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.booleans())
def test_a_nik_made_of_a_birth_date_is_equal_to_it(born, is_female):
    day = born.day + 40 * is_female
    judgement = law.judge_case(
        "nik-struktur",
        {
            "nik": f"990001{day:02}{born:%m%y}0001",
            "lahir_on": born,
            "jenis_kelamin": "perempuan" if is_female else "laki_laki",
        },
        as_of=LATE,
    )

    assert judgement.outcome.id == "sesuai"
    assert step(judgement, "lahir") == born


@given(st.dates(date(1900, 1, 1), date(1930, 12, 31)), st.integers(19, 34), st.booleans())
def test_a_nip_made_of_the_record_is_equal_to_it(born, age, is_female):
    number = f"{born:%Y%m%d}{born.year + age}{born:%m}{2 if is_female else 1}001"

    assert (
        outcome(
            "nip-struktur",
            {
                "nip": number,
                "lahir_on": born,
                "jenis_kelamin": "perempuan" if is_female else "laki_laki",
            },
        )
        == "sesuai"
    )
