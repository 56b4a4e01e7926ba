"""People: the list and its filters, one record in time, acts by hand, paper and files."""

import io
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook
from tests.support import registry, units
from tests.web.conftest import LASTRIS_NIP
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Look, LookWay, Role, RoleGrant, User
from pamong.apps.core.models import PersonIdentifier
from pamong.apps.kepegawaian.documents import NewPaper, keep_paper
from pamong.apps.kepegawaian.models import RiwayatJabatan, RiwayatPangkat, Termination
from pamong.apps.kepegawaian.recording import correct_entry, record_entry
from pamong.apps.kepegawaian.sections import SECTIONS, section

HOW = {"actor": registry.WARNI, "reason": registry.REASON}
NAMES = ("Ahmad Satu", "Budi Dua", "Citra Tiga", "Dedi Empat", "Eko Lima")


@pytest.fixture
def bkd(world) -> Client:
    return signed_in(Role.BKD, world.pemda)


@pytest.fixture
def person(world) -> str:
    return world.pages()["satu pegawai"]


def people_of(world) -> str:
    return world.pages()["pegawai"]


def text(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200, address
    return answer.content.decode()


def sections_of(told: str) -> str:
    return told[told.index('id="catatan"') :]


# ── The list ────────────────────────────────────────────────────────────────────────────────────


def names_on(told: str) -> list[str]:
    return re.findall(r'<th scope="row"><a [^>]+>([^<]+) \(rekaan\)', told)


@pytest.fixture
def five(world):
    """Five people in a unit, and one in the seksi below it."""
    opd = units.opd(world.pemda, "Dinas Lima")
    bidang = units.unit(opd, "Bidang Lima")
    seksi = units.unit(opd, "Seksi Lima", below=bidang)
    people = [units.place(units.employ(opd, nama), opd, bidang) for nama in NAMES]
    deep = units.place(units.employ(opd, "Fitri Enam"), opd, seksi)
    return opd, bidang, seksi, [*people, deep]


def test_the_list_is_sorted_by_name_without_titles_and_shows_titles(bkd, world, five):
    person = five[3][0].person
    person.gelar_depan = "Dr."
    person.save()

    told = text(bkd, f"/{world.pemda.slug}/pegawai/", opd=str(five[0].pk))

    assert names_on(told) == ["Dr. Ahmad Satu", *NAMES[1:], "Fitri Enam"]


def test_pages_by_key_tell_everybody_once_there_and_back(bkd, world, five, monkeypatch):
    monkeypatch.setattr("pamong.web.pegawai.views.PAGE", 2)
    address = f"/{world.pemda.slug}/pegawai/?opd={five[0].pk}"
    forth, pages = [], 0
    while address:
        told = bkd.get(address).content.decode()
        forth += names_on(told)
        last, pages = told, pages + 1
        found = re.search(r'rel="next" href="([^"]+)"', told)
        address = found[1].replace("&amp;", "&") if found else ""
    back = re.search(r'rel="prev" href="([^"]+)"', last)[1].replace("&amp;", "&")

    assert (forth, pages) == ([*NAMES, "Fitri Enam"], 3)
    assert names_on(bkd.get(back).content.decode()) == list(NAMES[2:4])


def test_a_unit_is_told_with_those_below_it(bkd, world, five):
    opd, bidang, seksi, _people = five
    where = {"opd": str(opd.pk)}

    told = text(bkd, f"/{world.pemda.slug}/pegawai/", **where, unit=str(bidang.pk))
    below = text(bkd, f"/{world.pemda.slug}/pegawai/", **where, unit=str(seksi.pk))

    assert names_on(told) == [*NAMES, "Fitri Enam"]
    assert names_on(below) == ["Fitri Enam"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"golongan": "III/b"}, True),
        ({"golongan": "III/a"}, False),
        ({"status": "pns"}, True),
        ({"status": "pppk"}, False),
        ({"jenis": "pelaksana"}, True),
        ({"jenis": "fungsional"}, False),
        ({"keadaan": "berakhir"}, False),
        ({"keadaan": "semua"}, True),
        ({"pendidikan": "s1"}, True),
        ({"pendidikan": "sma"}, False),
        ({"kelamin": "F"}, True),
        ({"kelamin": "M"}, False),
        ({"usia": "31-40"}, True),
        ({"usia": "41-50"}, False),
    ],
)
def test_each_filter_finds_whom_it_means(bkd, world, filters, found):
    for key, values in {
        "pendidikan": {"jenjang": "s1", "graduated_on": date(2014, 1, 1)},
        "data-pribadi": {"sex": "F", "starts_on": date(2020, 1, 1)},
    }.items():
        record_entry(
            section=section(key),
            pegawai=world.lastri,
            values={**values, "source": "daftar rekaan"},
            **HOW,
        )
    school = {"jenjang": "sma", "graduated_on": date(2009, 1, 1), "source": "daftar rekaan"}
    record_entry(section=section("pendidikan"), pegawai=world.lastri, values=school, **HOW)
    world.lastri.born_on = date(1990, 1, 1)
    world.lastri.save()

    told = text(bkd, f"/{world.pemda.slug}/pegawai/", per="2024-10-01", **filters)

    assert ("Lastri Umpama" in names_on(told)) is found


@pytest.mark.parametrize("words", ["umpama", "las ump", "Hj. LASTRI", LASTRIS_NIP, "9990 0101"])
def test_somebody_is_found_by_part_of_a_name_or_a_number(bkd, world, words):
    address = f"/{world.pemda.slug}/pegawai/"

    answer = bkd.post(address, {"cari": words}, follow=True)

    assert "Lastri Umpama" in names_on(answer.content.decode())
    for visited, _status in answer.redirect_chain:
        assert not re.search(r"\d{6}", visited.partition("?")[2]), "a number stands in an address"


def test_a_number_typed_into_the_address_is_taken_out_of_it(bkd, world):
    answer = bkd.get(f"/{world.pemda.slug}/pegawai/", {"cari": LASTRIS_NIP})

    assert answer.status_code == 302
    assert LASTRIS_NIP not in answer["Location"]


def test_an_old_number_is_found_and_only_by_who_may_see_numbers(bkd, world):
    old = "130999001"
    PersonIdentifier.objects.create(person=world.lastri.person, kind="nip_lama", value=old)
    address = f"/{world.pemda.slug}/pegawai/"
    ajudan = signed_in(Role.AJUDAN, world.pemda)

    assert "Lastri Umpama" in names_on(bkd.post(address, {"cari": old}).content.decode())
    told = ajudan.post(address, {"cari": old}).content.decode()
    assert names_on(told) == []


def test_nip_and_birth_are_closed_to_who_may_not_see_them_and_looks_are_kept(bkd, world):
    address = f"/{world.pemda.slug}/pegawai/"
    ajudan = signed_in(Role.AJUDAN, world.pemda)
    told = text(ajudan, address, kolom="nip,lahir")

    assert "Lastri Umpama" in told
    assert LASTRIS_NIP not in told
    assert "tertutup" in told
    assert not Look.objects.filter(person=world.lastri.person).exists()

    assert LASTRIS_NIP in text(bkd, address)
    kept = Look.objects.get(person=world.lastri.person)
    assert (kept.section, kept.way) == ("nip", LookWay.LIST)


def test_by_age_only_those_are_found_whose_birth_one_may_see(world):
    world.lastri.born_on = date(1990, 1, 1)
    world.lastri.save()
    told = text(signed_in(Role.AJUDAN, world.pemda), f"/{world.pemda.slug}/pegawai/", usia="31-40")

    assert names_on(told) == []


def test_the_head_of_an_opd_lists_its_people_only(world, five):
    user = User.objects.create(username="kepala", nama="Kepala (rekaan)")
    RoleGrant.objects.create(
        user=user, role=Role.KEPALA_OPD, pemda=world.pemda, opd=five[0], starts_on=date(2019, 1, 1)
    )
    client = Client()
    client.force_login(user)

    assert names_on(text(client, f"/{world.pemda.slug}/pegawai/")) == [*NAMES, "Fitri Enam"]


def test_what_is_no_filter_at_all_is_answered_calmly(bkd, world):
    for query in (
        {"opd": "x"}, {"unit": "9" * 30}, {"usia": "0"}, {"keadaan": "?"}, {"kolom": "rahasia"},
        {"sesudah": "bukan"}, {"sesudah": "0" * 8 + "-0000-4000-8000-" + "0" * 12},
        {"cari": "\0'%_"}, {"golongan": "X"},
    ):  # fmt: skip
        assert bkd.get(f"/{world.pemda.slug}/pegawai/", query).status_code == 200, query


def test_the_excel_file_holds_who_is_asked_for_with_the_columns(bkd, world, five):
    answer = bkd.get(
        f"/{world.pemda.slug}/pegawai/excel/", {"opd": five[0].pk, "kolom": "opd,unit"}
    )
    rows = sheet_of(answer)

    assert [row[0] for row in rows][-6:] == [f"{nama} (rekaan)" for nama in (*NAMES, "Fitri Enam")]
    assert rows[-1][1:] == ["Dinas Lima", "Seksi Lima"]


def test_an_excel_file_closes_what_the_page_closes_and_is_kept_as_a_look(bkd, world):
    address = f"/{world.pemda.slug}/pegawai/excel/"
    closed = sheet_of(signed_in(Role.AJUDAN, world.pemda).get(address))
    told = sheet_of(bkd.get(address))

    assert LASTRIS_NIP not in str(closed)
    assert "tertutup" in str(closed)
    assert LASTRIS_NIP in str(told)
    assert Look.objects.get(person=world.lastri.person).way == LookWay.EXPORT


def sheet_of(answer, number: int = 0) -> list[list[object]]:
    content = io.BytesIO(b"".join(answer.streaming_content))
    return CalamineWorkbook.from_filelike(content).get_sheet_by_index(number).to_python()


def test_a_sheet_names_its_day(bkd, world):
    told = text(bkd, f"/{world.pemda.slug}/pegawai/cetak/", per="2024-10-01", kertas="f4")

    assert "keadaan per" in told
    assert 'media="print"' in told
    assert "Lastri Umpama" in told


# ── One person in time ──────────────────────────────────────────────────────────────────────────

STORY = {
    date(2020, 1, 1): set(),
    date(2021, 2, 28): set(),
    date(2021, 3, 1): {"III/b"},
    date(2024, 3, 3): {"III/b"},
    date(2024, 3, 4): {"III/b", "Pengelola Umpama"},
}


@pytest.mark.parametrize("day", STORY)
def test_a_record_tells_what_had_begun_by_its_day(bkd, person, day):
    told = text(bkd, person, per=day.isoformat())

    for words in ("III/b", "Pengelola Umpama"):
        assert (words in told) == (words in STORY[day]), words
    assert "Jabatan Keliru" not in told


def test_somebody_is_not_there_before_the_first_day(bkd, person):
    assert bkd.get(person, {"per": "2019-12-31"}).status_code == 404


def test_a_record_is_told_as_it_was_known_and_says_so(bkd, person, world):
    events = RiwayatPangkat.pgh_event_model.objects.filter(pgh_obj_id=world.rank.pk)
    first, second = events.order_by("pgh_id")
    assert (first.golongan, second.golongan) == ("III/a", "III/b")

    before = text(bkd, person, diketahui="1/1/2020")
    today = datetime.now(ZoneInfo(world.pemda.time_zone)).date()
    after = text(bkd, person, diketahui=f"{today:%d/%m/%Y}")

    assert "Belum tercatat pada saat itu" in before
    assert "seperti diketahui pada" in after
    assert "III/b" in after
    assert "/catat/" not in after, "what was known is not written to"


@pytest.mark.parametrize("moment", ["kemarin", "1/1/20", "1/10/2024 25.00", "1/10/2024 9.99"])
def test_a_moment_that_cannot_be_read_is_refused_with_a_sentence(bkd, person, moment):
    assert bkd.get(person, {"diketahui": moment}).status_code == 400


def test_a_corrected_entry_is_marked_and_tells_its_story(bkd, person, world):
    told = text(bkd, person)
    story = text(bkd, world.pages()["catatan pegawai"])

    assert ">dikoreksi<" in told
    assert "<del>III/a</del>" in story
    assert "<ins>III/b</ins>" in story
    assert registry.REASON in story


def test_a_withdrawn_entry_is_told_with_its_story_and_not_before_it_began(bkd, person, world):
    told = text(bkd, person)
    address = re.search(r'href="([^"]+)">Catatan yang dicabut', told)[1]

    assert "sudah dicabut" in text(bkd, address)
    assert "yang dicabut" not in text(bkd, person, per="2024-03-03")
    assert bkd.get(address, {"per": "2024-03-03"}).status_code == 404


def test_closed_classes_are_closed_on_every_page_of_a_person(world, person):
    for key, values in {
        "hukuman": {"level": "berat", "kind": "08", "starts_on": date(2024, 1, 2)},
        "keluarga": {"relation": "anak", "nama": "Anak Rekaan"},
        "kontak": {"kind": "ponsel", "value": "0800-REKAAN", "starts_on": date(2024, 1, 2)},
        "gaji": {
            "golongan": "III/b",
            "service_months": 48,
            "pay": 3_111_222,
            "starts_on": date(2024, 1, 2),
        },
    }.items():
        about = section(key)
        kind = dict(about.field("kind").flatchoices) if key == "hukuman" else {}
        told = values | ({"kind": next(iter(kind))} if kind else {})
        paper = {"paper_number": f"RAHASIA-{key}", "source": f"sumber {key}"}
        record_entry(section=about, pegawai=world.lastri, values={**told, **paper}, **HOW)
    secrets = ("Anak Rekaan", "0800-REKAAN", "3.111.222", "3111222", "RAHASIA-hukuman",
               "sumber hukuman", "sumber keluarga", LASTRIS_NIP)  # fmt: skip
    ajudan, bkd = signed_in(Role.AJUDAN, world.pemda), signed_in(Role.BKD, world.pemda)
    pages = [person, f"{person}riwayat-hidup/"]
    pages += [f"{person}bagian/{each.key}/" for each in SECTIONS]

    for page in pages:
        told = text(ajudan, page)
        assert [words for words in secrets if words in told] == [], page
    assert "tertutup" in sections_of(text(ajudan, person))
    everything = text(bkd, person)
    assert [words for words in secrets if words not in everything] == ["3111222"]


def test_somebody_reads_the_whole_of_his_own_record_and_writes_nothing_there(world, person):
    user = User.objects.create(username="lastri", nama="Lastri (rekaan)")
    for role in (Role.PEGAWAI, Role.BKD):
        RoleGrant.objects.create(
            user=user,
            role=role,
            pemda=world.pemda,
            person=world.lastri.person,
            starts_on=date(2020, 1, 1),
        )
    client = Client()
    client.force_login(user)

    told = text(client, person)
    assert LASTRIS_NIP in told
    assert "tertutup" not in sections_of(told)
    assert client.get(world.pages()["catat pegawai"]).status_code == 403
    assert not Look.objects.filter(by=user).exists()


def test_looks_at_closed_sections_are_kept(bkd, person, world):
    text(bkd, person)

    kept = set(Look.objects.filter(person=world.lastri.person).values_list("section", flat=True))
    assert {"keluarga", "hukuman", "gaji", "nomor identitas"} <= kept
    assert "pangkat" not in kept


def test_all_employments_and_old_numbers_of_a_person_are_told(world, misal, person):
    old = {"kind": "nip", "value": "130999002", "ends_before": date(2021, 1, 1)}
    PersonIdentifier.objects.create(person=world.lastri.person, **old)
    opd = units.opd(misal, "Dinas Misal")
    before = units.employ(opd, "Lain", since=date(2015, 1, 1), until=date(2020, 1, 1))
    before.person = world.lastri.person
    before.save()
    user = User.objects.create(username="dua", nama="Dua (rekaan)")
    RoleGrant.objects.create(user=user, role=Role.OPERATOR, starts_on=date(2019, 1, 1))
    both = Client()
    both.force_login(user)

    told = text(both, person)
    assert f"/{misal.slug}/pegawai/{before.public_id}/" in told
    assert "130999002" in told
    assert misal.nama not in sections_of(text(signed_in(Role.BKD, world.pemda), person))


def test_a_drawing_has_its_table_and_links_to_the_sections(bkd, person):
    told = text(bkd, person)

    assert 'href="#bagian-pangkat"' in told
    assert "Isi gambar ini sebagai tabel" in told


def test_one_record_is_a_file_with_a_sheet_for_each_section(bkd, person):
    answer = bkd.get(f"{person}excel/")
    content = io.BytesIO(b"".join(answer.streaming_content))
    book = CalamineWorkbook.from_filelike(content)

    assert {"riwayat pangkat", "riwayat jabatan", "penempatan"} <= {
        name.casefold() for name in book.sheet_names
    }
    assert "III/b" in str(book.get_sheet_by_name("riwayat pangkat").to_python())


def test_a_section_or_an_entry_that_is_not_there_is_not_found(bkd, person, world):
    for page in ("bagian/rahasia/", "bagian/rahasia/catat/", "bagian/pangkat/999999999/",
                 "bagian/pangkat/999999999/koreksi/", "bagian/pangkat/999999999/cabut/",
                 f"bagian/jabatan/{world.rank.pk + 10**6}/"):  # fmt: skip
        assert bkd.get(f"{person}{page}").status_code == 404, page


# ── Acts ────────────────────────────────────────────────────────────────────────────────────────


def rank(**more) -> dict[str, str]:
    return {
        "golongan": "III/c",
        "starts_on": "1/4/2025",
        "paper_number": "823/99",
        "reason": "SK baru",
        **more,
    }


def test_recording_shows_what_ends_and_then_does_it(bkd, person, world):
    address = f"{person}bagian/pangkat/catat/"

    plan = bkd.post(address, rank())
    told = plan.content.decode()
    assert plan.status_code == 200
    assert "hari terakhirnya menjadi 31 Maret 2025" in told
    assert RiwayatPangkat.objects.filter(pegawai=world.lastri).count() == 1

    done = bkd.post(address, rank(setuju="1"))
    assert done.status_code == 302
    assert done["Location"].endswith("#bagian-pangkat")
    kept = RiwayatPangkat.objects.filter(pegawai=world.lastri).order_by("starts_on")
    assert [(row.golongan, row.ends_before) for row in kept] == [
        ("III/b", date(2025, 4, 1)),
        ("III/c", None),
    ]


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"starts_on": ""}, "starts_on", "Belum diisi"),
        ({"starts_on": "1/4/25"}, "starts_on", "tahun"),
        ({"golongan": "V/z"}, "golongan", "V/z"),
        ({"service_months": "banyak"}, "service_months", "tidak dapat dibaca"),
        ({"service_months": "-3"}, "service_months", "0"),
        ({"reason": ""}, "reason", "Belum diisi"),
    ],
)
def test_a_mistake_stands_at_its_field(bkd, person, wrong, field, sentence):
    answer = bkd.post(f"{person}bagian/pangkat/catat/", rank(**wrong))

    assert answer.status_code == 422
    assert sentence in str(answer.context["form"].errors[field])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"paper_number": ""}, "Sumber riwayat ini kosong"),
        ({"starts_on": "1/3/2021"}, "sudah bergolongan lain"),
        ({"ends_before": "1/3/2025"}, "Hari terakhir mendahului"),
    ],
)
def test_what_the_record_refuses_is_told_above_the_form(bkd, person, wrong, sentence):
    answer = bkd.post(f"{person}bagian/pangkat/catat/", rank(setuju="1", **wrong))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_correction_shows_what_changes_and_refuses_no_change(bkd, world):
    address = world.pages()["koreksi pegawai"]
    form = bkd.get(address).context["form"]
    same = {
        name: form.get_initial_for_field(form.fields[name], name) or "" for name in form.fields
    }
    same["reason"] = "salah ketik"

    assert "Tidak ada yang berubah" in bkd.post(address, same).content.decode()
    assert "Golongan: III/d" in bkd.post(address, same | {"golongan": "III/d"}).content.decode()
    bkd.post(address, same | {"golongan": "III/d", "setuju": "1"})
    world.rank.refresh_from_db()
    assert (world.rank.golongan, world.rank.document_id) == ("III/d", int(same["document"]))


@pytest.mark.parametrize("act", ["koreksi pegawai", "cabut catatan pegawai"])
def test_a_form_that_was_open_while_another_corrected_writes_over_nothing(bkd, world, act):
    address = world.pages()[act]
    form = bkd.get(address).context["form"]
    stale = {
        name: form.get_initial_for_field(form.fields[name], name) or "" for name in form.fields
    }
    correct_entry(
        section=section("pangkat"),
        pegawai=world.lastri,
        entry_id=world.rank.pk,
        values={"golongan": "III/d"},
        **HOW,
    )

    answer = bkd.post(address, stale | {"reason": "salah ketik", "setuju": "1"})

    assert "diubah orang lain sesudah Anda membacanya" in answer.content.decode()
    world.rank.refresh_from_db()
    assert world.rank.golongan == "III/d"


def test_withdrawing_gives_the_days_back_and_keeps_the_story(bkd, person, world):
    bkd.post(f"{person}bagian/pangkat/catat/", rank(setuju="1"))
    newest = RiwayatPangkat.objects.get(golongan="III/c")
    address = f"{person}bagian/pangkat/{newest.pk}/cabut/"

    assert "Berlaku lagi" in bkd.post(address, {"reason": "SK dibatalkan"}).content.decode()
    bkd.post(address, {"reason": "SK dibatalkan", "setuju": "1"})

    world.rank.refresh_from_db()
    assert world.rank.ends_before is None
    assert "SK dibatalkan" in text(bkd, f"{person}bagian/pangkat/{newest.pk}/")


PENSION = {
    "kind": "3",
    "stopped_on": "1/4/2025",
    "paper_number": "88/2025",
    "reason": "SK pensiun diterima",
}
ENDED = re.compile(r"berakhir <time[^>]+>31 Maret 2025")


def test_a_pemberhentian_tells_what_ends_with_it_and_the_status_then_says_why(bkd, person, world):
    told = bkd.post(f"{person}bagian/pemberhentian/catat/", PENSION).content.decode()
    for ends in ("Kepegawaian", "Penempatan", "Riwayat jabatan: Pengelola Umpama"):
        assert re.search(rf"{ends}[^<]*hari terakhirnya menjadi 31 Maret 2025", told), ends

    bkd.post(f"{person}bagian/pemberhentian/catat/", PENSION | {"setuju": "1"})

    page = text(bkd, person)
    assert ENDED.search(page)
    assert "Atas permintaan sendiri" in page
    ajudan = text(signed_in(Role.AJUDAN, world.pemda), person)
    assert ENDED.search(ajudan)
    assert "tas permintaan sendiri" not in ajudan
    assert "Lastri" not in text(bkd, people_of(world))
    assert "sampai 31 Maret 2025" in text(bkd, people_of(world), keadaan="berakhir")
    assert "Lastri" in text(bkd, people_of(world), per="2025-03-31")


def test_a_pemberhentian_that_is_withdrawn_says_what_goes_on_again_and_does_it(bkd, person, world):
    bkd.post(f"{person}bagian/pemberhentian/catat/", PENSION | {"setuju": "1"})
    entry = Termination.objects.get(pegawai=world.lastri)
    address = f"{person}bagian/pemberhentian/{entry.pk}/cabut/"

    plan = bkd.post(address, {"reason": "SK dibatalkan"}).content.decode()
    assert "Berlaku lagi tanpa hari terakhir: Kepegawaian" in plan
    bkd.post(address, {"reason": "SK dibatalkan", "setuju": "1"})

    assert "Lastri" in text(bkd, people_of(world))


def test_a_pemberhentian_before_a_post_begins_is_refused_at_its_day(bkd, person):
    answer = bkd.post(f"{person}bagian/pemberhentian/catat/", PENSION | {"stopped_on": "1/3/2024"})

    assert answer.status_code == 422
    assert "4 Maret 2024" in str(answer.context["form"].errors["stopped_on"])


@pytest.mark.parametrize("key", [each.key for each in SECTIONS])
def test_every_section_has_a_form_that_says_what_is_missing(bkd, person, key):
    address = f"{person}bagian/{key}/catat/"

    assert bkd.get(address).status_code == 200
    assert bkd.post(address, {}).status_code == 422


def test_a_paper_of_another_person_cannot_be_pointed_to(bkd, person, world):
    other = world.request.pegawai
    paper = keep_paper(pegawai=other, new=NewPaper("lain", "1"), day=date(2024, 1, 1), **HOW)

    answer = bkd.post(f"{person}bagian/pangkat/catat/", rank(document=str(paper.pk)))

    assert answer.status_code == 422
    assert answer.context["form"].errors["document"]


def test_acts_that_a_policy_closes_are_refused(world):
    for role in (Role.SEKDA, Role.INSPEKTORAT, Role.OPERATOR):
        client = signed_in(role, world.pemda)
        for page in ("catat pegawai", "koreksi pegawai", "cabut catatan pegawai"):
            answer = client.post(world.pages()[page], rank(setuju="1"))
            assert answer.status_code == 403, (role, page)


def test_a_real_government_in_a_demonstration_is_not_written_to(bkd, world, settings):
    settings.PAMONG_DEMONSTRATION = True
    world.pemda.is_made_up = False
    world.pemda.save()

    assert bkd.get(world.pages()["catat pegawai"]).status_code == 403
    assert "/catat/" not in text(bkd, world.pages()["satu pegawai"])


def test_a_file_is_kept_with_its_checksum_and_handed_out_to_who_may_see_it(bkd, person, world):
    told = {"kind": "surat_cuti", "number": "850/1", "shows": "kesehatan", "reason": "diunggah"}
    file = SimpleUploadedFile("surat.pdf", b"%PDF-1.4 sakit rekaan")
    answer = bkd.post(f"{person}dokumen/baru/", {**told, "file": file})
    assert answer.status_code == 302

    paper = world.lastri.documents.get(number="850/1")
    page, address = text(bkd, person), f"{person}dokumen/{paper.public_id}/"
    assert paper.file.sha256 in page
    assert address in page
    assert bkd.get(address).content == b"%PDF-1.4 sakit rekaan"
    sekda = signed_in(Role.SEKDA, world.pemda)
    assert paper.file.sha256 not in text(sekda, person)
    assert sekda.get(address).status_code == 403


def test_a_paper_without_number_or_file_is_refused_with_a_sentence(bkd, person):
    told = {"kind": "lain", "shows": "terbuka", "reason": "diunggah"}

    answer = bkd.post(f"{person}dokumen/baru/", told)

    assert answer.status_code == 422
    assert "tanpa nomor dan tanpa berkas" in answer.content.decode()


def test_a_paper_that_is_not_there_is_not_found(bkd, person):
    assert bkd.get(f"{person}dokumen/{'0' * 8}-0000-4000-8000-{'0' * 12}/").status_code == 404


def test_an_entry_that_begins_later_is_not_offered_for_correction(bkd, person):
    held = RiwayatJabatan.objects.get(nama="Pengelola Umpama")
    page = f"{person}bagian/jabatan/{held.pk}/koreksi/"

    assert bkd.get(page).status_code == 200
    assert bkd.get(page, {"per": "2024-03-03"}).status_code == 404


# ── What it costs ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", [Role.BKD, Role.KEPALA_OPD, Role.ATASAN, Role.PEGAWAI])
def test_a_record_takes_at_most_twelve_queries_whoever_opens_it(
    world, person, role, django_assert_max_num_queries
):
    user = User.objects.create(username="siapa", nama="Siapa (rekaan)")
    place = world.lastri.placements.get()
    part = {
        Role.KEPALA_OPD: {"opd": place.opd},
        Role.ATASAN: {"unit": place.unit},
        Role.PEGAWAI: {"person": world.lastri.person},
    }
    RoleGrant.objects.create(
        user=user, role=role, pemda=world.pemda, starts_on=date(2020, 1, 1), **part.get(role, {})
    )
    client = Client()
    client.force_login(user)
    for page, day in ((person, "2024-10-01"), (person, ""), (f"{person}riwayat-hidup/", "")):
        with django_assert_max_num_queries(12):
            assert client.get(page, {"per": day} if day else {}).status_code == 200


def test_a_long_record_stays_small_and_the_rest_of_a_section_is_one_click_away(bkd, person, world):
    for key in ("diklat", "penghargaan", "kinerja"):
        about = section(key)
        for number in range(40):
            year = 1985 + number
            values = {
                "diklat": {"nama": f"Kursus {number}", "kind": "teknis"},
                "penghargaan": {"nama": f"Piagam {number}", "awarded_on": date(year, 1, 1)},
                "kinerja": {
                    "year": year,
                    "predikat": "baik",
                    "ends_before": date(year + 1, 1, 1),
                },
            }[key]
            days = {"starts_on": date(year, 1, 1)} if about.is_dated else {}
            told = {**days, **values, "source": "daftar rekaan"}
            record_entry(section=about, pegawai=world.lastri, values=told, **HOW)

    answer = bkd.get(person)
    assert len(answer.content) <= 100_000
    assert "Lihat semua (40)" in answer.content.decode()
    assert "Kursus 0<" in text(bkd, f"{person}bagian/diklat/")
