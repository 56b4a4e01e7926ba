"""What one may not see is not written, and the file says so; so does what has no place in it."""

from datetime import UTC, date, datetime, timedelta

import pgtrigger
import pytest
from tests.apps.impor.conftest import previewed, total
from tests.apps.impor.test_exporting import cells, exported
from tests.support.any_record import BASE, STEP, fill
from tests.support.registry import REASON, WARNI

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Look, LookWay, Role, User
from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.files import NewFile
from pamong.apps.impor.asides import asides_of
from pamong.apps.impor.export_acts import (
    KEPT,
    NewExport,
    begin_export,
    exports_of,
    forget_old_exports,
    get_file,
    make_export,
    was_sent,
    write_export,
)
from pamong.apps.impor.export_errors import (
    ExportGoneError,
    ExportNotFoundError,
    NobodyToExportError,
    NumbersUnknownError,
)
from pamong.apps.impor.export_models import ExportPiece, ExportStep, RegistryExport
from pamong.apps.impor.exporting import LayoutsError, check_layouts
from pamong.apps.impor.exporting_scope import Scope, ids_of_numbers, people_of, seen_by
from pamong.apps.impor.policies import can_export
from pamong.apps.kepegawaian.models import Contact, Pegawai, RiwayatPangkat
from pamong.exchange.sample import AS_OF

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 30, 3, tzinfo=UTC)


def seeing(role, pemda, **part):
    user = User.objects.create(username=f"u-{role}", nama="Pemeriksa (rekaan)")
    return Access(user.pk, "Pemeriksa", (Grant(role, pemda.pk, **part),), AS_OF)


def column(rows, name):
    place = rows[0].index(name)
    return {row[place] for row in rows[1:]}


def asked(pemda, **how):
    told = {"scope": Scope(), "day": AS_OF, "layouts": ("siasn-rw-golongan",), "form": "csv"}
    return NewExport(pemda=pemda, about="semua pegawai", **(told | how))


def begun(pemda, access, *, reason=REASON, **how):
    new = asked(pemda, **how)
    return begin_export(new=new, access=access, at=AT, actor=WARNI, reason=reason)


def test_closed_classes_are_empty_and_counted_and_their_rows_are_left_out(contoh, tmp_path):
    fill(contoh, seed=5)
    access = seeing(Role.AUDITOR, contoh)
    names = ("siasn-pegawai", "siasn-rw-hukdis", "siasn-pasangan", "siasn-rw-cltn")

    made, files = exported(
        contoh, tmp_path / "a", *names, form="csv", sees=seen_by(access, contoh, day=AS_OF)
    )
    rows = cells(files, tmp_path)

    main = rows["siasn-pegawai.csv"]
    assert len(main) == 7
    assert column(main, "jenis_kawin_id") == column(main, "nomor_hp") == {""}
    assert column(main, "tanggal_lahir") != {""}
    assert all(len(rows[f"{name}.csv"]) == 1 for name in names[1:])
    told = "\n".join(made.notes)
    assert "18 catatan tidak ditulis: data disiplin tertutup bagi Anda." in told
    assert "sel dikosongkan: data alamat dan kontak tertutup bagi Anda." in told


def test_who_has_no_number_and_what_has_no_code_are_told(contoh, tmp_path):
    people = fill(contoh, seed=6, people=2)
    people[0].person.identifiers.all().delete()
    RiwayatPangkat.objects.filter(pegawai=people[1]).update(change="anumerta")

    made, _files = exported(contoh, tmp_path / "a", "siasn-pegawai", "siasn-rw-golongan")

    told = "\n".join(made.notes)
    assert "1 orang tidak ditulis: ia tidak punya NIP atau NI PPPK." in told
    assert "3 sel “jenis kenaikan pangkat” dikosongkan" in told
    assert "Tidak ada kolomnya di tata letak ini, jadi tidak ditulis: berakhir sebelum." in told


def test_nothing_that_begins_after_the_day_is_told(contoh, tmp_path):
    fill(contoh, seed=7, people=1)
    day = BASE + timedelta(days=STEP + 1)

    made, files = exported(contoh, tmp_path / "a", "siasn-rw-golongan", form="csv", day=day)

    assert made.rows == 2
    batch = previewed(contoh, files)
    assert total(batch.counts, "unchanged") == 2


def test_as_known_before_a_correction_the_former_value_is_told(contoh, tmp_path):
    (ani,) = fill(contoh, seed=8, people=1)
    event = Contact.pgh_event_model.objects
    phone = Contact.objects.get(pegawai=ani, kind="ponsel")
    Contact.objects.filter(pk=phone.pk).update(value="089999999999")
    latest = event.filter(pgh_obj_id=phone.pk).order_by("-pgh_id").first()
    moment = datetime.now(UTC) + timedelta(days=1)
    _correct_later(latest, moment + timedelta(days=1))

    for known_on, number in ((moment, "081234567890"), (None, "089999999999")):
        _made, files = exported(
            contoh, tmp_path / number, "siasn-pegawai", form="csv", known_on=known_on
        )
        rows = cells(files, tmp_path)["siasn-pegawai.csv"]
        assert column(rows, "nomor_hp") == {number}


def _correct_later(event, at):
    """Let the history have learnt of something later than it did."""
    events = type(event)
    with pgtrigger.ignore(f"{events._meta.label}:append_only"):
        events.objects.filter(pgh_id=event.pgh_id).update(pgh_created_at=at)


def test_rows_that_no_section_is_for_are_laid_aside_with_the_reason(contoh):
    told = b"id;unorBaru;pnsOrang;skNomor;namaUnorBaru\n1;U1;A8ACA1;824/1;Bidang\n"
    leave = b"id;cltnId;tanggalAwal;pnsOrangId\n7;6;01-02-2020;A8ACA1\n"

    batch = previewed(
        contoh, [NewFile("siasn-rw-pnsunor.csv", told), NewFile("siasn-rw-cltn.csv", leave)]
    )

    assert batch.counts == {"": {"aside": 2}}
    (cltn, unor) = asides_of(batch)
    assert cltn[0] == "Riwayat CLTN"
    assert "kedudukan hukum" in cltn[1]
    assert "TMT" in unor[1]
    assert cltn[2] == unor[2] == 1


def test_a_text_too_long_for_its_column_stays_with_the_rest_and_refuses_nothing(contoh, tmp_path):
    (ani,) = fill(contoh, seed=9, people=1)
    nip = ani.person.identifiers.get(kind="nip").value
    head = "id;tahun;skNomor;hargaNama;hargaId;pnsOrangId"
    row = f"{head}\n;2001;{'9' * 130};Satya;{'A' * 30};{nip}\n"

    batch = previewed(contoh, [NewFile("siasn-rw-penghargaan.csv", row.encode())])

    assert total(batch.counts, "new") == 1
    (staged,) = batch.stagedrow_set.all()
    assert staged.said["lainnya"] == {"skNomor": "9" * 130, "hargaId": "A" * 30}


def test_a_list_of_numbers_is_looked_up_and_unknown_lines_are_named(contoh):
    ani, budi = fill(contoh, seed=10, people=2)
    nip = ani.person.identifiers.get(kind="nip").value

    assert ids_of_numbers(contoh, [nip], day=AS_OF) == (ani.pk,)
    assert people_of(contoh, Scope(ids=(ani.pk,)), day=AS_OF) == [ani.pk]
    assert people_of(contoh, Scope(kind="pppk"), day=AS_OF) == [budi.pk]
    with pytest.raises(NumbersUnknownError, match="baris 2") as refused:
        ids_of_numbers(contoh, [nip, "199901012020121999"], day=AS_OF)
    assert refused.value.places == [2]
    with pytest.raises(NobodyToExportError):
        people_of(contoh, Scope(kind="cpns"), day=AS_OF)


def test_an_export_of_an_opd_has_its_people_alone(contoh):
    ani, budi = fill(contoh, seed=11, people=2)
    opd = ani.placements.first().opd
    budi.placements.all().delete()

    assert people_of(contoh, Scope(opd=opd.pk), day=AS_OF) == [ani.pk]


def test_layouts_are_checked_before_anything_is_kept(contoh):
    for layouts, told in (
        ((), "Belum ada tata letak"),
        (("siasn-usul-kp",), "siasn-usul-kp"),
        (("siasn-pegawai", "siasn-data-utama"), "pilih satu"),
    ):
        with pytest.raises(LayoutsError, match=told):
            check_layouts(layouts)
        with pytest.raises(LayoutsError):
            begun(contoh, None, layouts=layouts)
    assert not RegistryExport.objects.exists()


def test_an_export_has_a_reason(contoh):
    fill(contoh, seed=12, people=1)

    with pytest.raises(ReasonMissingError):
        begun(contoh, None, reason=" ")


def test_whoever_sees_identity_numbers_may_export_and_only_of_whom_he_sees_them(contoh, misal):
    fill(contoh, seed=13, people=1)
    assert can_export(seeing(Role.BKD, contoh), contoh)
    assert not can_export(seeing(Role.BKD_ADMIN, misal), contoh)
    assert not can_export(seeing(Role.ATASAN, contoh), contoh)
    head = seeing(Role.KEPALA_OPD, contoh, opd_id=0)

    with pytest.raises(NobodyToExportError):
        people_of(contoh, Scope(), day=AS_OF, access=head)


def test_a_look_of_each_person_is_kept_once_and_the_export_with_its_scope(contoh, tmp_path):
    fill(contoh, seed=14, people=2)
    access = seeing(Role.BKD, contoh)

    row = begun(contoh, access, layouts=("siasn-pegawai", "siasn-rw-golongan"))
    made = write_export(row, tmp_path, access=access, at=AT)
    was_sent(row, made)

    looks = Look.objects.filter(way=LookWay.EXPORT)
    assert sorted(looks.values_list("person", flat=True)) == sorted(
        Pegawai.objects.values_list("person", flat=True)
    )
    assert {each.section for each in looks} == {"seluruh catatan"}
    kept = RegistryExport.objects.get()
    assert (kept.step, kept.people, kept.rows, kept.reason) == (ExportStep.SENT, 2, 8, REASON)
    assert kept.size == made.path.stat().st_size


def test_the_worker_makes_a_large_export_that_its_asker_alone_fetches_for_a_week(
    contoh, monkeypatch
):
    fill(contoh, seed=15, people=2)
    access = seeing(Role.BKD, contoh)
    monkeypatch.setattr("pamong.apps.impor.export_acts.PIECE", 100)
    actor = type(WARNI)("Pemeriksa", access.user_id)
    row = begin_export(new=asked(contoh), access=access, at=AT, actor=actor, reason=REASON)
    with pytest.raises(ExportGoneError, match="sedang dibuat"):
        get_file(contoh, row.public_id, user_id=access.user_id)

    make_export(row, access=access, at=AT)

    assert [each.step for each in exports_of(contoh, access.user_id)] == [ExportStep.READY]
    found, content = get_file(contoh, row.public_id, user_id=access.user_id)
    whole = b"".join(content)
    assert len(whole) == found.size > 300
    assert whole.startswith(b"PK")
    with pytest.raises(ExportNotFoundError):
        get_file(contoh, row.public_id, user_id=access.user_id + 1)
    assert forget_old_exports(at=AT + KEPT, actor=WARNI) == 0
    assert forget_old_exports(at=AT + KEPT + timedelta(days=1), actor=WARNI) == 1
    assert not ExportPiece.objects.exists()
    assert RegistryExport.objects.get().step == ExportStep.GONE


def test_an_export_of_whom_nobody_is_left_says_so(contoh):
    (ani,) = fill(contoh, seed=16, people=1)
    row = begun(contoh, seeing(Role.BKD, contoh))
    Pegawai.objects.filter(pk=ani.pk).update(ends_before=date(2020, 1, 1))

    make_export(row, access=seeing(Role.BKD_ADMIN, contoh), at=AT)

    kept = RegistryExport.objects.get()
    assert (kept.step, kept.problem) == (ExportStep.FAILED, str(NobodyToExportError()))
