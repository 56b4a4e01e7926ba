"""A made-up registry in which every column of every section says something, by a seed.

Its values are those that go wrong on the way through a spreadsheet: zeros in front, semicolons,
quotation marks, what looks like a formula, days before 1970, texts as long as their column.
"""

import random
from datetime import date, timedelta
from decimal import Decimal

from django.db import models
from tests.support import units

from pamong.apps.core.models import IdentifierKind, Person, PersonIdentifier
from pamong.apps.kepegawaian.models import (
    Appointment,
    FamilyMember,
    LegalStanding,
    NonAsnWork,
    Pegawai,
    PenilaianKinerja,
    Placement,
)
from pamong.apps.kepegawaian.sections import SECTIONS
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK
from pamong.kernel.person_name import sort_key

TEXTS = (
    "007", "0812", "=1+1", "+62", "-", "@rekaan", "a;b", 'kata "kutip"', "'apostrof",
    "1.234", "12/05", "2020-01-01", "Jl. Contoh, No. 1; RT 01", "III/a", "nama\u00e9", "true",
)  # fmt: skip
NAMES = ("Abang", "Budi", "Ja'far", "Umpama Misal", "Citra Dewi", "Siti-Contoh", "M. Rekaan")
BASE = date(1988, 3, 1)
STEP = 500
PLAIN_NAMES = {"nama", "appraiser"}


def fill(pemda, *, seed: int, people: int = 6) -> list[Pegawai]:
    """Put a registry of some people on record."""
    chance = random.Random(seed)
    opd = units.opd(pemda, "Dinas Contoh")
    places = (None, units.unit(opd, "Bidang Satu", kode="0007"), units.unit(opd, "Bidang Dua"))
    return [_somebody(pemda, (opd, places[number % 3]), chance, number) for number in range(people)]


def _somebody(pemda, place, chance, number):
    kind = ("pns", "pppk", "pns", "cpns", "pppk_paruh_waktu", "pns")[number % 6]
    name = f"{NAMES[number % len(NAMES)]} {'ABCDEFGHIJ'[number % 10]}"
    if number == 1:
        name = " ".join(["Panjang"] * 24)
    person = Person.objects.create(
        nama=name, sort_key=sort_key(name), is_made_up=pemda.is_made_up, gelar_depan="Dr."
    )
    born = date(1960 + number, 1, 2)
    month = "03" if kind in {"pns", "cpns"} else "21"
    _number(person, "ni_pppk" if month == "21" else "nip", f"{born:%Y%m%d}1988{month}000{number}"[:15] + f"0{number + 1:02}")
    if number % 2:
        _number(person, "siasn", f"A8ACA{number:05}")
    _number(person, "npwp", f"00{number}1234")
    _number(person, "bpjs", f"000{number}")
    pegawai = Pegawai.objects.create(
        person=person, pemda=pemda, kind=kind, starts_on=BASE, born_on=born
    )
    for section in SECTIONS:
        _fill_section(section, pegawai, place, chance)
    return pegawai


def _number(person, kind, value):
    PersonIdentifier.objects.create(person=person, kind=IdentifierKind(kind), value=value)


def _fill_section(section, pegawai, place, chance):
    model = section.model
    if model in (NonAsnWork,):
        return
    if model is Appointment:
        kinds = ["cpns", "pns"] if pegawai.kind == "pns" else [pegawai.kind]
    else:
        kinds = [None] * (1 if model is LegalStanding else 3)
    for index, kind in enumerate(kinds):
        values = _values(section, pegawai, chance, index, is_last=index == len(kinds) - 1)
        if kind:
            values["kind"] = kind
        if model is Placement:
            values |= {"opd": place[0], "unit": place[1]}
        model.objects.create(pegawai=pegawai, **values)


def _values(section, pegawai, chance, index, *, is_last):
    begins = BASE + timedelta(days=STEP * index)
    values = {"source": "rekaan", "kode_asal": f"k{section.key}{index}" if chance.random() < 0.5 else ""}
    for name in (*section.own, "paper_number", "paper_on"):
        field = section.field(name)
        if field.is_relation or name in ("starts_on", "ends_before"):
            continue
        values[name] = _value(field, chance, index)
    if section.is_dated or hasattr(section.model, "starts_on"):
        values["starts_on"] = begins
        ends = begins + timedelta(days=STEP)
        needs_end = section.key in ("perjanjian", "kinerja", "angka-kredit")
        is_line = section.key in ("pangkat", "jabatan", "pengangkatan", "penempatan", "data-pribadi", "kontak", "kedudukan")
        values["ends_before"] = ends if needs_end or not is_last or not is_line and chance.random() < 0.5 else None
    return _fitting(section, pegawai, values, index, chance)


def _fitting(section, pegawai, values, index, chance):
    """Keep to what the sections demand of one another's columns."""
    is_pppk = pegawai.kind.startswith("pppk")
    if "golongan" in values:
        ladder = GOLONGAN_PPPK if is_pppk else GOLONGAN_PNS
        values["golongan"] = str(ladder[index * 2 + chance.randrange(2)])
    if section.key == "jabatan":
        values["nama"] = f"{values['nama']} {index}"[:200]
        values["capacity"] = "definitif" if index != 1 else values["capacity"]
        if values["kind"] != "fungsional":
            values["jenjang"] = ""
        if values["kind"] in ("fungsional", "pelaksana"):
            values["eselon"] = ""
    if section.model is PenilaianKinerja:
        year = (2010, 2019, 2024)[index]
        values |= {"year": year, "starts_on": date(year, 1, 1), "ends_before": date(year + 1, 1, 1), "of_period": "tahunan"}
        if year < 2022:
            values |= {"predikat": "", "result": "", "behaviour": ""}
        if year != 2019:
            values["score_hundredths"] = None
    if section.key == "angka-kredit":
        values |= {"starts_on": date(2020 + index, 1, 1), "ends_before": date(2021 + index, 1, 1)}
    if section.model is FamilyMember:
        values["nama"] = f"{chance.choice(NAMES)} {'ABC'[index]}"
        values["relation"] = "pasangan" if index == 0 else values["relation"]
        values["child_kind"] = values["child_kind"] if values["relation"] == "anak" else ""
    if section.key == "kontak":
        values["kind"] = ("ponsel", "surel", "alamat")[index]
        values["value"] = ("081234567890", "contoh@daerah.go.id", values["value"])[index]
        values["ends_before"] = None
    if section.key == "pendidikan":
        values["jenjang"] = ("sma", "s1", "dokter_apoteker")[index]
        values["gelar_belakang"] = ""
    if section.key == "kedudukan":
        values["state"] = "03"
    if section.key == "diklat":
        values["nama"] = f"{values['nama']} {index}"[:200]
    if section.key in ("penghargaan", "masa-kerja"):
        name = "nama" if section.key == "penghargaan" else "where"
        values[name] = f"{values[name]} {index}"[-200:]
    return values


def _value(field, chance, index):
    if field.null and chance.random() < 0.3:
        return None
    if field.blank and isinstance(field, models.CharField) and chance.random() < 0.3:
        return ""
    if field.choices:
        return chance.choice([value for value, _label in field.choices])
    if isinstance(field, models.CharField):
        return _text(field, chance)
    if isinstance(field, models.DateField):
        return date(1950, 1, 1) + timedelta(days=chance.randrange(27_000))
    if isinstance(field, models.BooleanField):
        return chance.random() < 0.5
    if isinstance(field, models.DecimalField):
        return Decimal(chance.randrange(10**8)).scaleb(-3)
    if field.name in ("year", "graduated_in"):
        return 1970 + index
    if field.name == "kelas":
        return 1 + index
    return chance.randrange(400)


def _text(field, chance):
    if field.name in PLAIN_NAMES and chance.random() < 0.5:
        return chance.choice(NAMES)
    if chance.random() < 0.15:
        return ("0" + "panjang " * 60)[: field.max_length].strip()
    return chance.choice(TEXTS)[: field.max_length]
