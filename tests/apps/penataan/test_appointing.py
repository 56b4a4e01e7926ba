"""Many officials appointed by one act: the chain, the law's advice, what the database refuses."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from tests.apps.penataan.conftest import DAY, HOW, PAPER, TODAY, employ
from tests.support import registry

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.core.refusals import RefusedError
from pamong.apps.kepegawaian.models import (
    Pegawai,
    Placement,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.organisasi.models import Jabatan, JabatanHolding, JabatanKind, PostState
from pamong.apps.organisasi.services import record_pilkada_participation
from pamong.apps.penataan import advice as advising
from pamong.apps.penataan.appointing import (
    InTheWayError,
    NewLine,
    Oath,
    OathTooEarlyError,
    StrangerError,
    UnreasonedError,
    add_lines,
    appointments,
    carry_out_appointment,
    draft_appointment,
    get_appointment,
    give_reason,
    plan_appointment,
    record_oath,
    remove_line,
    take_back_appointment,
    tell_consent,
)
from pamong.apps.penataan.attachment import attachment, workbook
from pamong.apps.penataan.pasted import (
    SheetUnreadableError,
    read_rows,
    rows_of_sheet,
    rows_of_text,
)
from pamong.apps.penataan.stages import (
    DayHasComeError,
    EmptyPlanError,
    NotADraftError,
    PlanNotFoundError,
)
from pamong.kernel.capacity import Capacity


def post(town, nama, *, eselon="III.a", kind=JabatanKind.ADMINISTRATOR, opd=None):
    row = registry.office(town.pemda, nama, opd=opd or town.pasar)
    row.kind, row.eselon = kind, eselon
    row.save()
    return row


@pytest.fixture
def posts(town):
    """Three administrators, the first two of whom are held."""
    rows = [post(town, f"Kepala Bidang {letter}") for letter in "AB"]
    return [*rows, post(town, "Kepala Bidang C", opd=town.dagang)]


@pytest.fixture
def held(town, posts, sk):
    """Ani heads A, Beni heads B."""
    told = {}
    for nama, jabatan in zip(("Ani", "Beni"), posts, strict=False):
        pegawai = town.people[nama]
        told[nama] = registry.hold(pegawai.person, jabatan, since=date(2021, 1, 1), by=sk)
        RiwayatJabatan.objects.create(
            pegawai=pegawai,
            kind="administrator",
            nama=jabatan.nama,
            starts_on=date(2021, 1, 1),
            source="SK rekaan",
        )
    return told


@pytest.fixture
def plan(town):
    return draft_appointment(
        pemda=town.pemda, title="Pelantikan Juli", day=DAY, decided_by="kepala_daerah", **HOW
    )


def put(plan, *lines):
    return add_lines(plan=plan, new=[NewLine(*line) for line in lines], **HOW)


def done(plan, today=TODAY):
    return carry_out_appointment(plan=plan, paper=PAPER, today=today, **HOW)


def tables():
    return [
        list(model.objects.order_by("pk").values())
        for model in (JabatanHolding, RiwayatJabatan, Placement, Pegawai)
    ]


def test_two_swap_and_a_third_moves_up(town, posts, held, plan):
    ani, beni, cici = (town.people[nama] for nama in ("Ani", "Beni", "Cici"))
    put(plan, (ani, posts[1]), (beni, posts[0]), (cici, posts[2]))
    assert plan_appointment(plan).chain.vacant == []

    done(plan)

    now = JabatanHolding.objects.on(DAY).filter(jabatan__in=posts)
    assert {(row.person_id, row.jabatan_id) for row in now} == {
        (ani.person_id, posts[1].pk),
        (beni.person_id, posts[0].pk),
        (cici.person_id, posts[2].pk),
    }
    assert {row.decree for row in now} == {plan.decree}
    rows = ani.riwayat_jabatan.order_by("starts_on")
    assert [(row.nama, row.ends_before) for row in rows] == [
        ("Kepala Bidang A", DAY),
        ("Kepala Bidang B", None),
    ]
    assert cici.placements.on(DAY).get().opd_id == town.dagang.pk


def test_the_chain_says_which_posts_stay_vacant(town, posts, held, plan):
    put(plan, (town.people["Ani"], posts[2]))

    told = plan_appointment(plan).chain

    assert told.vacant == [posts[0]]
    assert told.links[0].was_vacant


def test_who_does_not_leave_stands_in_the_way_by_name(town, posts, held, plan):
    put(plan, (town.people["Cici"], posts[0]))
    assert not plan_appointment(plan).may_be_carried_out

    with pytest.raises(InTheWayError, match=r"Kepala Bidang A \(Ani Andaian"):
        done(plan)


def test_who_is_there_already_stands_in_his_own_way(town, posts, held, plan):
    put(plan, (town.people["Ani"], posts[0]))

    with pytest.raises(InTheWayError, match="Ani"):
        done(plan)


def test_who_acts_keeps_his_own_post_and_who_acted_before_stops(town, posts, held, plan, siti, sk):
    acted = registry.hold(siti, posts[2], Capacity.PLT, since=date(2025, 5, 1), by=sk)
    put(plan, (town.people["Ani"], posts[2], Capacity.PLT, date(2025, 10, 1)))
    assert plan_appointment(plan).chain.vacant == []

    done(plan)

    acted.refresh_from_db()
    assert acted.ends_before == DAY
    now = JabatanHolding.objects.on(DAY).filter(person=town.people["Ani"].person)
    assert {(row.jabatan_id, row.capacity) for row in now} == {
        (posts[0].pk, "definitif"),
        (posts[2].pk, "plt"),
    }


def test_a_plt_ends_when_somebody_takes_the_post(town, posts, held, plan, sk):
    acted = registry.hold(
        town.people["Dodi"].person, posts[2], Capacity.PLT, since=date(2025, 5, 1), by=sk
    )
    put(plan, (town.people["Ani"], posts[2]))

    done(plan)

    acted.refresh_from_db()
    assert acted.ends_before == DAY


def test_a_breach_of_the_law_needs_a_reason_and_says_its_article(town, posts, held, plan):
    bupati = registry.leading(town.pemda, JabatanKind.KEPALA_DAERAH)
    registry.hold(
        town.people["Dodi"].person,
        bupati,
        since=date(2025, 2, 20),
        by=registry.decree(town.pemda, "131/1/2025", decided_on=date(2025, 2, 18)),
    )
    put(plan, (town.people["Ani"], posts[1]), (town.people["Beni"], posts[0]))
    (first, _second) = plan_appointment(plan).unreasoned
    breach = first.breaches[0]
    assert breach.rule == "kdh-larangan-mutasi-pasca-pelantikan"
    assert "UU 10/2016 Pasal 162 ayat (3)" in breach.basis

    with pytest.raises(UnreasonedError, match="2 baris: Ani"):
        done(plan)
    give_reason(plan=plan, position=1, why="Persetujuan menyusul (rekaan)", **HOW)
    with pytest.raises(UnreasonedError, match="1 baris: Beni"):
        done(plan)
    give_reason(plan=plan, position=2, why="Persetujuan menyusul (rekaan)", **HOW)
    done(plan)


def test_the_consent_of_the_minister_lifts_the_ban(town, posts, held, plan):
    bupati = registry.leading(town.pemda, JabatanKind.KEPALA_DAERAH)
    sk = registry.decree(town.pemda, "131/1/2025", decided_on=date(2025, 2, 18))
    registry.hold(town.people["Dodi"].person, bupati, since=date(2025, 2, 20), by=sk)
    put(plan, (town.people["Ani"], posts[1]), (town.people["Beni"], posts[0]))

    tell_consent(plan=plan, number="100.2/1/SJ", day=date(2025, 6, 1), **HOW)

    assert plan_appointment(plan).unreasoned == ()


def test_the_ban_before_an_election_is_told_where_the_election_is_on_record(town, posts, plan):
    early = draft_appointment(
        pemda=town.pemda, title="x", day=date(2024, 5, 1), decided_by="kepala_daerah", **HOW
    )
    put(early, (town.people["Ani"], posts[2]))
    (line,) = plan_appointment(early).lines
    told = next(each for each in line.advice if each.rule == "kdh-larangan-mutasi")
    assert told.breach is None
    assert told.missing == ("Pilkada yang diikuti daerah itu",)

    record_pilkada_participation(
        pemda=town.pemda, pilkada="2024", participates=True, source="KPU (rekaan)", **HOW
    )

    (line,) = plan_appointment(early).lines
    assert [each.rule for each in line.breaches] == ["kdh-larangan-mutasi"]


@pytest.mark.parametrize(
    ("since", "breach"), [(date(2021, 2, 26), True), (date(2025, 2, 20), None), (None, None)]
)
def test_the_ban_goes_on_after_the_vote_until_the_term_of_the_old_head_ends(
    town, posts, held, since, breach
):
    if since:
        bupati = registry.leading(town.pemda, JabatanKind.KEPALA_DAERAH)
        sk = registry.decree(town.pemda, "131/1/2021", decided_on=since)
        ends = date(2026, 2, 26) if since.year == 2021 else date(2030, 2, 20)
        registry.hold(town.people["Dodi"].person, bupati, since=since, by=sk, until=ends)
    record_pilkada_participation(
        pemda=town.pemda, pilkada="2024", participates=True, source="KPU (rekaan)", **HOW
    )
    late = draft_appointment(
        pemda=town.pemda, title="x", day=date(2025, 9, 1), decided_by="kepala_daerah", **HOW
    )
    put(late, (town.people["Ani"], posts[1]), (town.people["Beni"], posts[0]))

    told = next(
        each
        for each in plan_appointment(late).lines[0].advice
        if each.rule == "kdh-larangan-mutasi"
    )

    assert told.breach is breach
    if since is None:
        assert told.missing == (
            "Tanggal akhir masa jabatan kepala daerah yang sedang menjabat menjelang pilkada itu",
        )


def test_age_counts_for_who_comes_into_a_high_office(town, plan):
    head = post(town, "Kepala Badan", eselon="II.b", kind=JabatanKind.KEPALA_OPD)
    old = employ(town.pemda, "Opa Olahan", town.pasar)
    old.born_on = date(1968, 6, 30)
    old.save()
    put(plan, (old, head))

    (line,) = plan_appointment(plan).lines

    assert [each.rule for each in line.breaches] == ["jpt-syarat-usia"]
    selection = next(each for each in line.advice if each.rule == "jpt-seleksi-terbuka")
    assert selection.breach is None
    assert selection.missing


def test_a_rise_from_a_lower_high_office_is_weighed_as_an_appointment(town, plan, sk):
    below = post(town, "Kepala Badan D", eselon="II.a", kind=JabatanKind.KEPALA_OPD)
    above = registry.leading(town.pemda, JabatanKind.SEKDA)
    above.eselon = "I.b"
    above.save()
    old = employ(town.pemda, "Opa Olahan", town.pasar)
    old.born_on = date(1966, 6, 30)
    old.save()
    registry.hold(old.person, below, since=date(2024, 1, 1), by=sk)
    put(plan, (old, above))

    (line,) = plan_appointment(plan).lines

    assert [each.rule for each in line.breaches] == ["jpt-syarat-usia"]
    told = {each.rule for each in line.advice}
    assert {"jpt-seleksi-terbuka", "jpt-syarat-pengalaman"} <= told


def test_a_move_between_high_offices_within_two_years_is_a_breach(town, plan, sk):
    one, two = (
        post(town, f"Kepala Badan {n}", eselon="II.b", kind=JabatanKind.KEPALA_OPD) for n in "PQ"
    )
    ani = town.people["Ani"]
    registry.hold(ani.person, one, since=date(2024, 1, 1), by=sk)
    put(plan, (ani, two))

    (line,) = plan_appointment(plan).lines

    assert [each.rule for each in line.breaches] == ["jpt-mutasi-2-tahun"]


def test_a_term_of_a_plt_beyond_three_months_asks_to_look(town, posts, plan):
    put(plan, (town.people["Ani"], posts[2], Capacity.PLT, date(2026, 1, 1)))

    (line,) = plan_appointment(plan).lines
    told = next(each for each in line.advice if each.rule == "plt-jabatan-batas")

    assert told.breach is None
    assert "1 Oktober 2025" in told.meaning
    assert told.confidence.label == "dari sumber sekunder"


def test_the_term_of_a_plt_after_another_counts_from_the_first(town, posts, plan, sk):
    registry.hold(
        town.people["Beni"].person,
        posts[2],
        since=date(2025, 4, 1),
        by=sk,
        capacity=Capacity.PLT,
        until=date(2025, 10, 1),
    )
    put(plan, (town.people["Ani"], posts[2], Capacity.PLT, date(2025, 9, 1)))

    told = advice(plan, "plt-jabatan-batas")

    assert (told.breach, told.verdict) == (None, "perlu_diperiksa")
    assert "sejak 1 April 2025" in told.meaning
    assert "sebelum 1 Oktober 2025" in told.meaning


def test_a_term_under_a_circular_that_nobody_has_seen_is_not_judged(town, posts):
    early = draft_appointment(
        pemda=town.pemda, title="x", day=date(2018, 5, 1), decided_by="kepala_daerah", **HOW
    )
    ani = town.people["Ani"]
    put(early, (ani, posts[2], Capacity.PLT, date(2018, 7, 1)))

    told = advice(early, "plt-jabatan-batas")

    assert told.is_open
    assert told.missing == ("Dasar hukum yang sudah dikonfirmasi",)


@pytest.mark.parametrize(
    ("golongan", "breach"), [("III/c", True), ("III/d", False), ("IV/a", False), (None, None)]
)
def test_the_rank_is_held_against_the_peta_jabatan(town, posts, plan, golongan, breach):
    PostState.objects.create(
        jabatan=posts[2], nama=posts[2].nama, lowest_golongan="III/d", source="Perbup (rekaan)"
    )
    ani = town.people["Ani"]
    if golongan:
        RiwayatPangkat.objects.create(
            pegawai=ani, golongan=golongan, starts_on=date(2022, 4, 1), source="SK rekaan"
        )
    put(plan, (ani, posts[2]))

    (line,) = plan_appointment(plan).lines

    assert next(each.breach for each in line.advice if not each.rule) is breach


def test_it_is_taken_back_whole_before_its_day(town, posts, held, plan):
    before = tables()
    put(plan, (town.people["Ani"], posts[1]), (town.people["Beni"], posts[0]))
    put(plan, (town.people["Cici"], posts[2]))
    done(plan)
    assert tables() != before

    take_back_appointment(plan=plan, today=TODAY, **HOW)

    assert tables() == before


def test_it_is_not_taken_back_once_its_day_has_come(town, posts, plan):
    put(plan, (town.people["Cici"], posts[2]))
    with pytest.raises(NotADraftError):
        take_back_appointment(plan=plan, today=TODAY, **HOW)
    done(plan)

    with pytest.raises(DayHasComeError):
        take_back_appointment(plan=plan, today=DAY, **HOW)
    with pytest.raises(NotADraftError, match="dijalankan"):
        put(plan, (town.people["Ani"], posts[0]))


def test_a_second_click_finds_it_carried_out_and_writes_nothing(town, posts, plan):
    put(plan, (town.people["Cici"], posts[2], Capacity.PLH))
    clicked_again = get_appointment(town.pemda, plan.public_id)
    done(plan)
    before = tables()

    with pytest.raises(NotADraftError, match="dijalankan"):
        done(clicked_again)

    assert tables() == before


def test_nobody_gets_two_posts_by_one_decree(town, posts, plan):
    put(plan, (town.people["Ani"], posts[0]))

    with pytest.raises(RefusedError, match="untuk jabatan lain"):
        put(plan, (town.people["Ani"], posts[1]))
    with pytest.raises(RefusedError, match="untuk jabatan itu"):
        put(plan, (town.people["Ani"], posts[0], Capacity.PLT))


def test_two_for_one_seat_are_refused_by_the_database_and_nothing_is_kept(town, posts, plan):
    put(plan, (town.people["Ani"], posts[2]), (town.people["Beni"], posts[2]))
    before = tables()

    with pytest.raises(RefusedError, match="sudah dipegang"):
        done(plan)

    assert tables() == before
    plan.refresh_from_db()
    assert plan.is_draft


def test_an_empty_plan_and_strangers_are_refused(town, posts, plan, misal):
    with pytest.raises(EmptyPlanError):
        done(plan)
    with pytest.raises(StrangerError):
        put(plan, (town.people["Ani"], registry.office(misal, "Kepala BKD")))
    with pytest.raises(PlanNotFoundError):
        get_appointment(misal, plan.public_id)
    assert appointments(town.pemda) == [plan]


def test_a_line_is_taken_out(town, posts, plan):
    put(plan, (town.people["Ani"], posts[2]))

    remove_line(plan=plan, position=1, **HOW)

    assert plan_appointment(plan).lines == ()


def test_an_oath_names_its_place(town, plan):
    with pytest.raises(RefusedError, match="menyebut hari, tempat"):
        record_oath(plan=plan, oath=Oath(DAY, "", "Bupati (rekaan)"), **HOW)

    record_oath(plan=plan, oath=Oath(DAY, "Pendopo", "Bupati (rekaan)", "BA 1"), **HOW)

    assert get_appointment(town.pemda, plan.public_id).oath_place == "Pendopo"


def test_nobody_takes_an_oath_before_the_decree(town, posts, plan):
    put(plan, (town.people["Cici"], posts[2]))
    done(plan)
    day_before = plan.decree.decided_on - timedelta(days=1)

    with pytest.raises(OathTooEarlyError, match="baru ditetapkan"):
        record_oath(plan=plan, oath=Oath(day_before, "Pendopo", "Bupati"), **HOW)


def test_a_consent_has_a_number_and_a_day(plan):
    with pytest.raises(RefusedError, match="nomor dan tanggalnya"):
        tell_consent(plan=plan, number="100.2/1/SJ", day=None, **HOW)


def test_pasted_rows_are_lines_or_doubts_that_say_why(town, posts):
    ani = town.people["Ani"]
    PersonIdentifier.objects.create(
        person=ani.person, kind="nip", value="197503042010011001", starts_on=date(2020, 1, 1)
    )
    employ(town.pemda, "Beni Bayangan", town.dagang)
    text = """NIP\tJabatan
1.\t19750304 201001 1 001\tKepala Bidang C
Cici Citraan, S.E.\tKepala Bidang A\tPlt.\t30/9/2025
Beni Bayangan\tKepala Bidang B
"Tak Dikenal\tKepala Bidang B
Dodi Dugaan\tKepala Bidang Z
Dodi Dugaan
Dodi Dugaan\tKepala Bidang B\tPlt\t31/2/2025
"""

    told = read_rows(town.pemda, rows_of_text(text), day=DAY)

    assert [
        (line.pegawai, line.jabatan, line.capacity, line.ends_before) for line in told.lines
    ] == [
        (ani, posts[2], "definitif", None),
        (town.people["Cici"], posts[0], "plt", date(2025, 10, 1)),
    ]
    assert [doubt.row for doubt in told.doubts] == [4, 5, 6, 7, 8]
    assert "Ada 2 pegawai" in told.doubts[0].sentence
    assert "Tidak ada pegawai" in told.doubts[1].sentence
    assert "Tidak ada jabatan" in told.doubts[2].sentence


def test_the_attachment_goes_out_and_comes_in_as_excel(town, posts, held, plan):
    put(plan, (town.people["Ani"], posts[2]))
    rows = attachment(plan_appointment(plan).chain.links)

    content = workbook(plan, rows)

    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[4][1:6] == ["Ani Andaian (rekaan)", "", "", "Kepala Bidang A", "Kepala Bidang C"]
    assert rows_of_sheet(content)[4][1] == "Ani Andaian (rekaan)"
    with pytest.raises(SheetUnreadableError):
        rows_of_sheet(b"not a workbook")


def test_a_hundred_and_eighty_are_appointed_in_few_queries(
    town, plan, django_assert_max_num_queries
):
    rows = [post(town, f"Kepala Seksi {number}", eselon="IV.a") for number in range(180)]
    people = [employ(town.pemda, f"Orang {number}", town.dagang) for number in range(180)]
    put(plan, *zip(people, rows, strict=True))

    with django_assert_max_num_queries(70):
        done(plan)

    assert JabatanHolding.objects.on(DAY).filter(jabatan__in=rows).count() == 180
    assert Jabatan.objects.filter(holdings__decree=plan.decree).count() == 180


# ── What the law says of a line ─────────────────────────────────────────────────────────────────


def advice(plan, rule, position=0):
    """Return what one rule says of one line."""
    line = plan_appointment(plan).lines[position]
    return next((each for each in line.advice if each.rule == rule), None)


def born(pegawai, day):
    Pegawai.objects.filter(pk=pegawai.pk).update(born_on=day)


@pytest.mark.parametrize(
    ("birth", "verdict", "sentence"),
    [
        (date(1980, 3, 4), "sesuai", "pensiun TMT 1 April 2038"),
        (date(1968, 5, 20), "perlu_diperiksa", "masa persiapan pensiun"),
        (date(1966, 5, 20), "perlu_diperiksa", "sudah terlampaui"),
    ],
)
def test_the_pension_is_told_by_the_age_of_the_post_and_is_loud_where_near(
    town, posts, plan, birth, verdict, sentence
):
    born(town.people["Cici"], birth)
    put(plan, (town.people["Cici"], posts[2]))

    told = advice(plan, "bup-pns")

    assert told.verdict == verdict
    assert sentence in told.meaning
    assert "UU" in told.basis or "PP" in told.basis


def test_an_age_passed_in_the_post_that_is_left_does_not_come_back(town, posts, held, plan):
    head = post(town, "Kepala Badan Contoh", eselon="II.b", kind=JabatanKind.KEPALA_OPD)
    born(town.people["Ani"], date(1966, 12, 1))
    put(plan, (town.people["Ani"], head))

    assert "tidak hidup lagi" in advice(plan, "bup-pns").meaning


def test_the_pension_of_a_functional_post_is_told_only_where_every_level_agrees(town, plan):
    analis = post(town, "Analis Pasar", eselon="", kind=JabatanKind.FUNGSIONAL)
    cici = town.people["Cici"]
    put(plan, (cici, analis))
    assert advice(plan, "bup-pns").is_quiet

    born(cici, date(1967, 9, 1))

    assert advice(plan, "bup-pns").missing == ("jenjang jabatan fungsional",)


def test_what_is_missing_is_named_and_nothing_is_assumed(town, posts, plan):
    cici = town.people["Cici"]
    born(cici, None)
    put(plan, (cici, posts[2]))

    line = plan_appointment(plan).lines[0]

    assert advice(plan, "bup-pns").missing == ("tanggal lahir",)
    rank = next(each for each in line.advice if not each.rule)
    assert rank.missing == ("golongan terendah jabatan ini", "golongannya pada hari itu")
    assert {*line.open_questions} >= {rank, advice(plan, "bup-pns")}
    assert not line.needs_a_reason


def test_a_pppk_and_who_only_acts_have_no_pension_told(town, posts, plan):
    Pegawai.objects.filter(pk=town.people["Cici"].pk).update(kind="pppk")
    put(
        plan,
        (town.people["Cici"], posts[2]),
        (town.people["Beni"], posts[1], Capacity.PLT, date(2025, 9, 1)),
    )

    assert advice(plan, "bup-pns") is None
    assert advice(plan, "bup-pns", 1) is None


def test_five_years_of_a_high_office_are_told_for_the_old_and_the_new(town, plan, sk):
    old = post(town, "Kepala Badan A", eselon="II.b", kind=JabatanKind.KEPALA_OPD)
    new = post(town, "Kepala Badan B", eselon="II.b", kind=JabatanKind.KEPALA_OPD)
    registry.hold(town.people["Ani"].person, old, since=date(2019, 3, 1), by=sk)
    put(plan, (town.people["Ani"], new))

    told = [
        each for each in plan_appointment(plan).lines[0].advice if each.rule == "jpt-masa-5-tahun"
    ]

    assert {each.verdict for each in told} == {"sesuai", "tidak_dapat_dinilai"}
    (quiet,) = [each for each in told if each.is_quiet]
    assert "Kepala Badan B" in quiet.meaning
    assert "30 Juni 2030" in quiet.meaning


def test_a_first_high_office_asks_for_two_years_below_it_and_a_diploma(town, held, plan):
    head = post(town, "Kepala Badan C", eselon="II.b", kind=JabatanKind.KEPALA_OPD)
    ani = town.people["Ani"]
    put(plan, (ani, head))
    assert "Pendidikan tertinggi" in advice(plan, "jpt-syarat-pengalaman").missing

    RiwayatPendidikan.objects.create(pegawai=ani, jenjang="sma", source="ijazah")
    told = advice(plan, "jpt-syarat-pengalaman")
    assert told.breach
    RiwayatPendidikan.objects.create(pegawai=ani, jenjang="s2", source="ijazah")
    assert not advice(plan, "jpt-syarat-pengalaman").breach

    RiwayatJabatan.objects.filter(pegawai=ani).update(starts_on=date(2024, 1, 1))
    assert advice(plan, "jpt-syarat-pengalaman").breach


def test_a_move_sideways_within_two_years_is_to_be_looked_at(town, posts, held, plan):
    put(plan, (town.people["Ani"], posts[2]))
    assert advice(plan, "pegawai-mutasi-pns").is_open

    JabatanHolding.objects.filter(pk=held["Ani"].pk).update(starts_on=date(2024, 3, 1))

    told = advice(plan, "pegawai-mutasi-pns")
    assert (told.breach, told.verdict) == (None, "perlu_diperiksa")
    assert "kecuali atas permintaan sendiri" in told.meaning


def test_a_plan_of_many_is_judged_once_for_the_same_facts(town, posts, plan, monkeypatch):
    asked = []
    judge_case = advising.law.judge_case
    monkeypatch.setattr(
        advising.law,
        "judge_case",
        lambda rule, facts, as_of: asked.append(rule) or judge_case(rule, facts, as_of=as_of),
    )
    rows = [post(town, f"Kepala Bidang M{number}") for number in range(6)]
    people = [employ(town.pemda, f"Orang M{number}", town.pasar) for number in range(6)]
    put(plan, *zip(people, rows, strict=True))

    assert len(plan_appointment(plan).lines) == 6
    assert len(asked) == len(set(asked))
