from dataclasses import replace
from datetime import date

from tests.reader.parts import Parts

from pamong.reader.known import Known, KnownHolder
from pamong.reader.recognising import Registry
from pamong.reader.speakers import attest, known_tenures, present_speaker, speakers_of

TEXT = (
    "Pjs Bupati Jember Rekaan Contoh membuka rapat Pemerintah Kabupaten Jember. Hadir Menteri "
    "Sosial Andai Misalnya dan Ketua TP PKK Kabupaten Jember, Hj. Umpama Sari."
)


def holder(name, capacity="Pjs"):
    return KnownHolder(
        name, "Bupati Jember", "Kabupaten Jember", capacity, date(2024, 9, 25), date(2024, 11, 23)
    )


def test_only_offices_of_regional_governments_are_attested():
    parts = Parts(TEXT)
    found = attest(parts.cast, parts.home.value, date(2024, 10, 2))

    assert [(one.value.name, one.value.office, one.value.day) for one in found] == [
        ("Rekaan Contoh", "Bupati Jember", "2024-10-02")
    ]


def test_a_known_holder_gives_the_full_name_and_says_what_the_text_wrote():
    parts = Parts(TEXT)
    registry = Registry(Known((holder("Rekaan Contoh Utama"),)), None)
    speaker, evidence = present_speaker(parts.person("Rekaan Contoh"), registry)

    assert speaker.name == "Rekaan Contoh Utama"
    assert evidence["/name"].reason.startswith("Teks menulis Rekaan Contoh;")


def test_two_known_holders_who_can_be_meant_settle_nothing():
    parts = Parts(TEXT)
    known = Known((holder("Rekaan Contoh Utama"), holder("Rekaan Contoh Kedua")))
    speaker, _ = present_speaker(parts.person("Rekaan Contoh"), Registry(known, None))

    assert speaker.name == "Rekaan Contoh"


def test_only_tenures_in_the_capacity_of_the_text_speak_for_a_year():
    people = [Parts(TEXT).person("Rekaan Contoh")]
    acting, definitive = holder("Rekaan Contoh"), holder("Rekaan Contoh", "definitif")

    assert known_tenures(people, Registry(Known((acting, definitive)), None)) == ((acting,),)


def test_whom_the_registry_knows_of_one_day_alone_speaks_against_no_year():
    people = [Parts(TEXT).person("Rekaan Contoh")]
    day = date(2024, 10, 2)
    attested = replace(holder("Rekaan Contoh"), starts_on=day, last_day=day)

    assert known_tenures(people, Registry(Known((attested,)), None)) == ()


def test_a_second_office_that_somebody_takes_up_leaves_both_to_choose_from():
    parts = Parts(
        "Wakil Bupati Jember, H. Rekaan Contoh, resmi bertugas sebagai Plt Bupati Jember."
    )
    speaker, evidence = present_speaker(parts.person("Rekaan Contoh"), Registry(Known(), None))

    assert (speaker.office, speaker.capacity) == ("Bupati Jember", "Plt")
    assert [one.value for one in evidence["/office"].candidates] == [
        "Wakil Bupati Jember",
        "Bupati Jember",
    ]


def test_those_who_act_take_part_where_offices_change_hands():
    parts = Parts("Pjs Bupati Jember Rekaan Contoh hadir. Bupati Pati Andai Misalnya hadir.")

    assert speakers_of(parts.speech, parts.cast, None, "apel") == ()
    assert speakers_of(parts.speech, parts.cast, None, "serah_terima") == (
        parts.person("Rekaan Contoh"),
    )


def test_a_guest_who_only_attends_takes_no_part_where_offices_change_hands():
    parts = Parts(
        "Pjs Bupati Jember Rekaan Contoh hadir. Pj Bupati Pati Andai Misalnya turut hadir."
    )

    assert speakers_of(parts.speech, parts.cast, None, "serah_terima") == (
        parts.person("Rekaan Contoh"),
    )
