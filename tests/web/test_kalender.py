"""Calendars by a secret address: sound iCalendar, as wide as their owner today, no numbers."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db.models import Q
from django.test import Client
from icalendar import Calendar
from tests.support import duties, registry, units

from pamong.apps.accounts.calendars import calendar_address_by
from pamong.apps.accounts.models import CalendarAddress, Look, Role, RoleGrant, User
from pamong.apps.core.models import PersonIdentifier
from pamong.apps.findings.due_days import KGB, PENSION
from pamong.apps.findings.models import DueDay
from pamong.apps.forums.models import Forum
from pamong.apps.kepegawaian.contracts import Contracts
from pamong.apps.kepegawaian.models import Pegawai, PerjanjianKerja
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_wanted import Wanted
from pamong.kernel.capacity import Capacity
from pamong.web.kalender.events import CalendarHead, DayEvent, calendar_text
from pamong.web.kalender.people import NAMED

TODAY = date(2026, 6, 3)
NIP = "999001012020032001"
PAGE = "/saya/kalender/"


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel(datetime(2026, 6, 3, 3), tick=False):
        yield


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def ani(pasar) -> Pegawai:
    pegawai = units.place(units.employ(pasar, "Ani; Rekawati, S.E"), pasar)
    PersonIdentifier.objects.create(person=pegawai.person, kind="nip", value=NIP)
    return pegawai


def user(role: Role, pemda, **more) -> User:
    made = User.objects.create(username=f"{role}-uji", nama="Pengguna (rekaan)")
    RoleGrant.objects.create(user=made, role=role, pemda=pemda, starts_on=units.FIRST, **more)
    return made


def browser(of: User) -> Client:
    client = Client()
    client.force_login(of)
    return client


def address_of(client: Client, feed: str) -> str:
    """Make an address on the page, and return that of one calendar as the page tells it."""
    page = client.post(PAGE, {"name": "telepon saya"}).content.decode()
    return next(
        part.partition("<")[0].removeprefix("http://testserver")
        for part in page.split('calendar-link">')[1:]
        if f"/{feed}.ics<" in part
    )


def due(pegawai, rule_id: str, on: date, **told) -> None:
    DueDay.objects.create(
        pemda=pegawai.pemda,
        rule_id=rule_id,
        pegawai=pegawai,
        due_on=on,
        outcome="belum_waktunya",
        as_of=TODAY,
        told=told,
    )


def events(answer) -> list:
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def titles(answer) -> list[str]:
    return [str(event["summary"]) for event in events(answer)]


def test_a_calendar_reads_without_signing_in(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")

    answer = Client().get(link)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = events(answer)
    assert event["summary"] == "KGB: Ani; Rekawati, S.E (rekaan)"
    assert event["dtstart"].dt == date(2026, 9, 1)
    assert event["dtend"].dt == date(2026, 9, 2)
    assert "sessionid" not in answer.cookies


def test_no_number_of_anybody_is_in_it(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD_ADMIN, contoh)), "semua")

    assert NIP.encode() not in Client().get(link).content


def test_lines_are_folded_and_escaped_as_the_standard_says(contoh, ani):
    ani.person.nama = "Ani " + "Übermäßig " * 12 + "Rekawati"
    ani.person.save()
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")

    raw = Client().get(link).content

    assert raw.endswith(b"END:VCALENDAR\r\n")
    lines = raw.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no letter is cut in two
    assert titles(Client().get(link)) == [f"KGB: {ani.person.shown_name}"]


def test_what_means_something_to_the_format_is_text_in_a_title():
    head = CalendarHead("Uji", "Kata; kata, kata\nbaris", "uji.pamong", "Asia/Jakarta", TODAY)
    told = DayEvent("x-1", TODAY, 'Rapat; "A", B \\ C\nbaris dua:END:VEVENT')

    text = calendar_text(head, [told])

    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert b"X-WR-CALDESC:Kata\\; kata\\, kata\\nbaris\r\n" in text
    assert event["summary"] == 'Rapat; "A", B \\ C\nbaris dua:END:VEVENT'
    assert b'\\; "A"\\, B' in text


def test_the_same_content_has_the_same_tag_and_is_not_sent_again(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")
    tag = Client().get(link)["ETag"]

    again = Client().get(link, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.content == b""

    DueDay.objects.update(due_on=date(2026, 10, 1))
    changed = Client().get(link, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed["ETag"] != tag


def test_an_event_keeps_its_name_when_its_day_moves(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")
    (before,) = events(Client().get(link))

    DueDay.objects.update(due_on=date(2026, 10, 1))

    (after,) = events(Client().get(link))
    assert after["uid"] == before["uid"]
    assert str(ani.public_id) in after["uid"]


def test_many_on_one_day_are_a_number(contoh, pasar):
    for number in range(NAMED + 1):
        due(units.place(units.employ(pasar, f"Rekawan {number}"), pasar), KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")

    assert titles(Client().get(link)) == [f"KGB: {NAMED + 1} orang"]

    DueDay.objects.filter(pegawai__person__nama="Rekawan 0").delete()
    assert len(titles(Client().get(link))) == NAMED


def test_it_tells_the_month_behind_and_the_year_ahead(contoh, ani, pasar):
    due(ani, KGB, TODAY - timedelta(days=40))
    later = units.place(units.employ(pasar, "Nanti Rekawati"), pasar)
    due(later, KGB, TODAY + timedelta(days=400))
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")

    assert titles(Client().get(link)) == []


def test_pensions_are_closed_with_the_day_of_birth_and_the_look_is_kept(contoh, ani, pasar):
    due(ani, PENSION, date(2026, 9, 1), bup=58)
    sees = address_of(browser(user(Role.BKD, contoh)), "pensiun")
    sees_not = address_of(browser(user(Role.AJUDAN, contoh)), "pensiun")

    assert titles(Client().get(sees)) == [f"Pensiun: {ani.person.shown_name}"]
    assert [look.person for look in Look.objects.all()] == [ani.person]
    assert titles(Client().get(sees_not)) == []


def test_a_head_reads_of_his_opd_alone(contoh, ani, pasar):
    other = units.opd(contoh, "Dinas Lain")
    due(ani, KGB, date(2026, 9, 1))
    due(units.place(units.employ(other, "Budi Rekawan"), other), KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.KEPALA_OPD, contoh, opd=pasar)), "kgb")

    assert titles(Client().get(link)) == [f"KGB: {ani.person.shown_name}"]


def test_who_may_see_nothing_any_more_gets_an_empty_calendar(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")
    assert titles(Client().get(link))

    RoleGrant.objects.update(ends_before=TODAY)

    answer = Client().get(link)
    assert (answer.status_code, titles(answer)) == (200, [])


def test_of_another_government_nothing_is_told(contoh, misal, ani):
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.BKD, misal)), "semua")

    assert titles(Client().get(link)) == []


def test_a_resident_reads_no_list_of_people(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    link = address_of(browser(user(Role.WARGA, contoh)), "semua")

    kgb = link.replace("semua.ics", "kgb.ics")
    assert titles(Client().get(link)) == titles(Client().get(kgb)) == []


def test_a_revoked_or_wrong_address_says_what_to_do_and_the_log_not_the_secret(contoh, caplog):
    client = browser(user(Role.BKD, contoh))
    link = address_of(client, "kgb")
    secret = link.split("/")[2]

    client.post(f"{PAGE}{CalendarAddress.objects.get().public_id}/cabut/", follow=True)

    answer = Client().get(link)
    assert answer.status_code == 404
    assert "sudah dicabut" in answer.content.decode()
    assert secret not in caplog.text
    assert Client().get("/kalender/salah/kgb.ics").status_code == 404
    assert Client().post(link).status_code == 405


def test_a_calendar_that_is_not_there_is_not_found(contoh):
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")

    assert Client().get(link.replace("kgb.ics", "bukan.ics")).status_code == 404


def test_a_pegawai_reads_his_own_days(contoh, ani):
    ani.born_on = date(1980, 3, 10)
    ani.save()
    PerjanjianKerja.objects.create(
        pegawai=ani, starts_on=date(2026, 1, 1), ends_before=date(2027, 1, 1), source="PK"
    )
    ani.kind = "pppk"
    ani.save()
    client = browser(user(Role.PEGAWAI, contoh, person=ani.person))

    (event,) = events(Client().get(address_of(client, "saya")))

    assert event["summary"] == "Perjanjian kerja"
    assert event["dtstart"].dt == date(2026, 12, 31)


def test_forums_duties_and_acting_terms_are_told(contoh, bupati, budi, berita, pasar):
    forum = Forum.objects.create(
        pemda=contoh,
        kind="rakor",
        title="Rakor Rekaan",
        day=date(2026, 6, 20),
        announced_on=TODAY,
        place="Pendopo",
    )
    registry.hold(
        budi, bupati, Capacity.PJ, since=date(2026, 1, 1), until=date(2026, 9, 1), by=berita
    )
    link = address_of(browser(user(Role.BKD, contoh)), "semua")

    told = {str(event["summary"]): event["dtstart"].dt for event in events(Client().get(link))}

    assert told["Rakor Rekaan"] == forum.day
    (acting,) = (title for title in told if title.startswith("Akhir masa Pj Bupati"))
    assert acting.endswith(budi.shown_name)
    assert told[acting] == date(2026, 8, 31)


def test_a_duty_of_ones_own_is_told_with_its_day(contoh):
    duty = duties.duty(contoh)
    opd = duty.opd
    with time_machine.travel(datetime(duty.due_on.year, duty.due_on.month, 1, 3), tick=False):
        link = address_of(browser(user(Role.KEPALA_OPD, contoh, opd=opd)), "tugas")
        (event,) = events(Client().get(link))

    assert event["summary"] == f"Tenggat: {duty.gist}"
    assert event["dtstart"].dt == duty.due_on


def test_the_day_is_that_of_the_government(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    contoh.time_zone = "Asia/Jayapura"
    contoh.save()
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")

    calendar = Calendar.from_ical(Client().get(link).content)

    assert calendar["x-wr-timezone"] == "Asia/Jayapura"
    assert calendar["version"] == "2.0"


def test_the_page_tells_an_address_once_and_when_it_was_read(contoh):
    client = browser(user(Role.BKD, contoh))
    link = address_of(client, "kgb")
    assert "Belum pernah dibaca" in client.get(PAGE).content.decode()

    Client().get(link)

    page = client.get(PAGE).content.decode()
    assert "Terakhir dibaca sekitar 3 Juni 2026, 10.00" in page
    assert link.split("/")[2] not in page
    assert calendar_address_by(link.split("/")[2])


def test_an_address_without_a_name_is_asked_for_one(contoh):
    answer = browser(user(Role.BKD, contoh)).post(PAGE, {"name": ""})

    assert answer.status_code == 422
    assert not CalendarAddress.objects.exists()


def test_one_revokes_ones_own_addresses_alone(contoh):
    address_of(browser(user(Role.BKD, contoh)), "kgb")
    other = browser(user(Role.BKD_ADMIN, contoh))
    revoke = f"{PAGE}{CalendarAddress.objects.get().public_id}/cabut/"

    assert other.post(revoke).status_code == 404
    assert other.get(revoke).status_code == 302
    assert CalendarAddress.objects.get().revoked_on is None


def test_a_list_leads_to_its_calendar_where_it_has_one(contoh, ani):
    due(ani, KGB, date(2026, 9, 1))
    client = browser(user(Role.BKD, contoh))

    assert "daftar=kgb" in client.get(f"/{contoh.slug}/daftar/kgb/").content.decode()
    assert (
        "/saya/kalender/?daftar="
        not in client.get(f"/{contoh.slug}/daftar/nominatif/").content.decode()
    )


def test_days_of_contracts_are_counted_and_told(contoh, ani):
    PerjanjianKerja.objects.create(
        pegawai=ani, starts_on=date(2026, 1, 1), ends_before=date(2027, 1, 1), source="PK"
    )
    contracts = Contracts(Roster(contoh, Q(pemda=contoh), Wanted(), TODAY))
    last = date(2026, 12, 31)

    assert contracts.by_day(last, last) == [(last, 1)]
    assert contracts.by_day(date(2027, 1, 1), date(2027, 12, 31)) == []
    assert list(contracts.on_days([last])) == [(ani.pk, last)]


def test_a_calendar_asks_few_questions_however_many_people(
    contoh, pasar, django_assert_max_num_queries
):
    for number in range(30):
        on = date(2026, 9, 1) + timedelta(days=number)
        due(units.place(units.employ(pasar, f"Rekawan {number}"), pasar), KGB, on)
    link = address_of(browser(user(Role.BKD, contoh)), "kgb")
    reader = Client()

    with django_assert_max_num_queries(12):
        assert len(titles(reader.get(link))) == 30
