"""OPDs and units come in from a file: a draft that is seen, carried out and taken back."""

from datetime import date

import pytest
from tests.apps.impor.conftest import committed, previewed, undone
from tests.support.registry import REASON, WARNI

from pamong.apps.core.files import NewFile
from pamong.apps.impor.models import StagedDoubt
from pamong.apps.impor.unit_drafting import NothingToDraftError, draft_structure, outline_of
from pamong.apps.kepegawaian.bezetting import people_by_place
from pamong.apps.kepegawaian.models import Placement, RiwayatJabatan
from pamong.apps.organisasi.models import Jabatan, Opd, UnitKerja, UnitState
from pamong.apps.penataan.models import PlanStatus
from pamong.apps.penataan.openings import AlreadyDraftedError
from pamong.apps.penataan.papers import Paper
from pamong.apps.penataan.reorganising import (
    StillUsedError,
    carry_out_reorganisation,
    remove_step,
    steps_of,
    take_back_reorganisation,
)
from pamong.exchange.sample import AS_OF

pytestmark = pytest.mark.django_db
HEAD = "Id;InstansiId;DiatasanId;EselonId;NamaUnor;NamaJabatan\n"
TOP = "R;X;;;Pemerintah Kab. Contoh;Bupati\n"
DINAS = "D;X;R;22;DINAS PASAR;KEPALA DINAS PASAR\n"
SINCE = date(2020, 1, 1)
PAPER = Paper("Perbup 1/2020", date(2019, 12, 2), "Bupati (rekaan)")
HOW = {"actor": WARNI, "reason": REASON}


def siasn(*lines):
    return NewFile("siasn-unor.csv", (HEAD + "".join(lines)).encode())


def drafted(batch):
    return draft_structure(batch=batch, title="Susunan dari berkas", day=SINCE, **HOW)


def done(plan):
    return carry_out_reorganisation(plan=plan, paper=PAPER, today=AS_OF, **HOW)


def doubts(batch):
    rows = StagedDoubt.objects.filter(batch=batch).order_by("row", "code")
    return [(f"{row.column}{row.row}", row.code) for row in rows]


@pytest.fixture
def units(files):
    return [each for each in files if each.name == "siasn-unor.csv"]


@pytest.fixture
def people(files):
    return [each for each in files if each.name != "siasn-unor.csv"]


def test_units_then_people_and_everybody_is_found_in_his_unit(contoh, units, people):
    batch = previewed(contoh, units)
    plan = drafted(batch)
    assert batch.counts == {"susunan": {"aside": 33, "unchanged": 1}}
    assert not Opd.objects.exists()
    done(plan)
    committed(previewed(contoh, people))

    assert Opd.objects.filter(pemda=contoh).exclude(kode="").count() == 3
    assert UnitKerja.objects.filter(pemda=contoh).exclude(kode="").count() == 30
    placed = people_by_place(contoh, day=AS_OF)
    assert sum(placed.values()) == 40
    assert all(unit is not None for _opd, unit in placed)
    assert not RiwayatJabatan.objects.filter(unit=None).exists()
    head = Jabatan.objects.get(nama="Kepala Bidang Contoh 7")
    assert (head.kind, head.eselon, head.opd.nama) == (
        *("administrator", "III.b"),
        "Dinas Urusan Contoh 1",
    )


def test_it_is_taken_back_as_one_act_but_not_from_under_the_people(contoh, units, people):
    before = list(Jabatan.objects.values_list("nama", flat=True))
    plan = done(drafted(previewed(contoh, units)))
    batch = committed(previewed(contoh, people))

    with pytest.raises(StillUsedError, match="impor pegawainya"):
        take_back_reorganisation(plan=plan, today=AS_OF, **HOW)
    assert Placement.objects.exists()
    undone(batch)
    take_back_reorganisation(plan=plan, today=AS_OF, **HOW)

    assert plan.status == PlanStatus.TAKEN_BACK
    assert [model.objects.count() for model in (Opd, UnitKerja, UnitState)] == [0, 0, 0]
    assert list(Jabatan.objects.values_list("nama", flat=True)) == before


def test_what_is_on_record_makes_no_step(contoh):
    done(drafted(previewed(contoh, [siasn(TOP, DINAS, "B;X;D;32;BIDANG TERA;\n")])))

    again = previewed(
        contoh,
        [
            siasn(
                TOP,
                DINAS,
                "B;X;D;32;BIDANG METROLOGI;\n",  # known by its code
                "N;X;D;42;Bidang Niaga;\n",
            )
        ],
    )

    assert again.counts == {"susunan": {"unchanged": 3, "aside": 1}}
    assert doubts(again) == [("E4", "unit-berbeda")]
    outline = outline_of(again)
    assert (outline.opds, outline.units, outline.elsewhere) == ([], 1, 1)


DOUBTFUL = {
    "an unknown parent": (["B;X;Z;32;BIDANG;\n"], [("C4", "unit-tanpa-induk")]),
    "a circle": (
        ["B;X;C;32;BIDANG;\n", "C;X;B;42;SEKSI;\n"],
        [("C4", "unit-melingkar"), ("C5", "unit-melingkar")],
    ),
    "a doubled code": (
        ["B;X;D;32;BIDANG;\n", "B;X;D;32;BAGIAN;\n"],
        [("A4", "unit-kode-kembar"), ("A5", "unit-kode-kembar")],
    ),
    "an empty name": (["B;X;D;32;;\n"], [("E4", "wajib-kosong")]),
    "an unknown echelon": (["B;X;D;77;BIDANG;\n"], [("D4", "kode-tidak-dikenal")]),
    "two roots": (["S;X;;;Pemerintah Lain;\n"], [("C4", "unit-dua-akar")]),
    "one name twice in one parent": (
        ["B;X;D;32;BIDANG;\n", "C;X;D;32;Bidang;\n"],
        [("E4", "unit-nama-kembar"), ("E5", "unit-nama-kembar")],
    ),
    "a parent that is doubtful itself": (
        ["B;X;D;77;BIDANG;\n", "C;X;B;42;SEKSI;\n"],
        [("D4", "kode-tidak-dikenal"), ("C5", "unit-induk-ragu")],
    ),
}


@pytest.mark.parametrize("case", DOUBTFUL)
def test_what_is_doubtful_is_told_by_its_cell_and_the_rest_goes_on(contoh, case):
    lines, wanted = DOUBTFUL[case]

    batch = previewed(contoh, [siasn(TOP, DINAS, *lines)])

    assert doubts(batch) == wanted
    counted = {"aside": 1, "unchanged": 1, "doubtful": len(lines)}
    assert batch.counts == {"susunan": counted}
    assert [name for name, _units in outline_of(batch).opds] == ["DINAS PASAR"]


def test_a_sheet_of_ones_own_needs_neither_codes_nor_the_government(contoh):
    text = (
        "Nama Unit;Nama Induk;Eselon;Nama Jabatan\n"
        "Dinas Pasar;;II.b;Kepala Dinas Pasar\n"
        "Bidang Tera;Dinas Pasar;IIIb;Kepala Bidang Tera\n"
        "Sekretariat;Dinas Pasar;III/a;Sekretaris\n"
        "Dinas Dagang;;22;Kepala Dinas Dagang\n"
        "Bidang Niaga;Dinas Dagang;III.b;\n"
        "Seksi;Bidang;IV.a;\n"
        "Bidang Ekspor;Dinas Dagang;VII.z;\n"
    )

    batch = previewed(contoh, [NewFile("susunan.csv", text.encode())])

    assert doubts(batch) == [("B7", "unit-tanpa-induk"), ("C8", "kurang-untuk-dicatat")]
    outline = outline_of(batch)
    assert (outline.government, outline.opds) == ("", [("Dinas Pasar", 2), ("Dinas Dagang", 1)])
    steps = steps_of(drafted(batch))
    told = {step.nama: (step.kind, step.eselon or step.unit_kind) for step in steps}
    assert told["Bidang Tera"] == ("open_unit", "bidang")
    assert told["Kepala Bidang Tera"] == ("open_post", "III.b")
    assert told["Sekretaris"] == ("open_post", "III.a")


def test_posts_of_one_name_are_told_apart_by_their_unit_and_opd(contoh):
    batch = previewed(
        contoh,
        [
            siasn(
                TOP,
                DINAS,
                "U;X;D;41;SUB BAGIAN UMUM;KEPALA SUB BAGIAN UMUM\n",
                "E;X;R;22;DINAS DAGANG;KEPALA DINAS DAGANG\n",
                "V;X;E;41;SUB BAGIAN UMUM;KEPALA SUB BAGIAN UMUM\n",
            )
        ],
    )

    assert outline_of(batch).renamed == 2
    done(drafted(batch))
    names = Jabatan.objects.filter(eselon="IV.a").values_list("nama", flat=True)
    assert set(names) == {
        "KEPALA SUB BAGIAN UMUM, SUB BAGIAN UMUM, DINAS PASAR",
        "KEPALA SUB BAGIAN UMUM, SUB BAGIAN UMUM, DINAS DAGANG",
    }


def test_a_draft_is_corrected_by_taking_out_a_unit_with_what_stands_in_it(contoh):
    lines = ("B;X;D;32;BIDANG;KEPALA BIDANG\n", "C;X;B;42;SEKSI;\n", "E;X;D;32;BAGIAN;\n")
    batch = previewed(contoh, [siasn(TOP, DINAS, *lines)])
    plan = drafted(batch)

    remove_step(plan=plan, position=3, **HOW)

    assert [row.nama for row in steps_of(plan)] == ["DINAS PASAR", "KEPALA DINAS PASAR", "BAGIAN"]
    done(plan)
    assert set(UnitState.objects.values_list("nama", flat=True)) == {"BAGIAN"}


def test_one_import_becomes_one_draft_and_a_file_without_news_none(contoh):
    batch = previewed(contoh, [siasn(TOP, DINAS)])
    plan = drafted(batch)

    with pytest.raises(AlreadyDraftedError, match="Susunan dari berkas"):
        drafted(batch)
    done(plan)
    with pytest.raises(NothingToDraftError):
        drafted(previewed(contoh, [siasn(TOP, DINAS, "\n")]))
