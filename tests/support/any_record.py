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
    LegalStanding,
    NonAsnWork,
    Pegawai,
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
WITH_AN_END = {"perjanjian", "kinerja", "angka-kredit"}
LINES = {
    "pangkat", "jabatan", "pengangkatan", "penempatan", "data-pribadi", "kontak", "kedudukan",
}  # fmt: skip
"""Sections whose last entry goes on: no layout tells the end of a post or of a rank."""


def fill(pemda, *, seed: int, people: int = 6) -> list[Pegawai]:
    """Put a registry of some people on record."""
    chance = random.Random(seed)  # noqa: S311  made-up data
    opd = units.opd(pemda, "Dinas Contoh")
    places = (None, units.unit(opd, "Bidang Satu", kode="0007"), units.unit(opd, "Bidang Dua"))
    return [
        _somebody(pemda, (opd, places[number % 3]), chance, number) for number in range(people)
    ]


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
    _number(
        person,
        "ni_pppk" if month == "21" else "nip",
        f"{born:%Y%m%d}1988{month}000{number}"[:15] + f"0{number + 1:02}",
    )
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
    if model is NonAsnWork:
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
    values = {
        "source": "rekaan",
        "kode_asal": f"k{section.key}{index}" if chance.random() < 0.5 else "",
    }
    for name in (*section.own, "paper_number", "paper_on"):
        field = section.field(name)
        if field.is_relation or name in ("starts_on", "ends_before"):
            continue
        values[name] = _value(field, chance, index)
    if section.is_dated or hasattr(section.model, "starts_on"):
        values["starts_on"] = begins
        ends = begins + timedelta(days=STEP)
        is_open = is_last and section.key not in WITH_AN_END
        if is_open and section.key not in LINES:
            is_open = chance.random() < 0.5
        values["ends_before"] = None if is_open else ends
    return _fitting(section, pegawai, values, index, chance)


def _fitting(section, pegawai, values, index, chance):
    """Keep to what the sections demand of one another's columns."""
    if "golongan" in values:
        ladder = GOLONGAN_PPPK if pegawai.kind.startswith("pppk") else GOLONGAN_PNS
        values["golongan"] = str(ladder[index * 2 + chance.randrange(2)])
    fit = FITTING.get(section.key)
    return values | fit(values, index) if fit else values


def _post(values, index):
    is_structural = values["kind"] not in ("fungsional", "pelaksana")
    return {
        "nama": f"{values['nama']} {index}"[:200],
        "capacity": values["capacity"] if index == 1 else "definitif",
        "jenjang": values["jenjang"] if values["kind"] == "fungsional" else "",
        "eselon": values["eselon"] if is_structural else "",
    }


def _rated(values, index):
    year = (2010, 2019, 2024)[index]
    days = {"starts_on": date(year, 1, 1), "ends_before": date(year + 1, 1, 1)}
    unrated = {"predikat": "", "result": "", "behaviour": ""} if year < 2022 else {}
    score = values["score_hundredths"] if year == 2019 else None
    return {"year": year, "of_period": "tahunan", "score_hundredths": score, **days, **unrated}


def _member(values, index):
    relation = "pasangan" if index == 0 else values["relation"]
    return {
        "nama": f"{NAMES[index]} {'ABC'[index]}",
        "relation": relation,
        "child_kind": values["child_kind"] if relation == "anak" else "",
    }


def _contact(values, index):
    return {
        "kind": ("ponsel", "surel", "alamat")[index],
        "value": ("081234567890", "contoh@daerah.go.id", values["value"])[index],
        "ends_before": None,
    }


FITTING = {
    "jabatan": _post,
    "kinerja": _rated,
    "angka-kredit": lambda _values, index: {
        "starts_on": date(2020 + index, 1, 1),
        "ends_before": date(2021 + index, 1, 1),
    },
    # Years that the table of every golongan has a row for.
    "gaji": lambda _values, index: {"service_months": 60 + 24 * index},
    "keluarga": _member,
    "kontak": _contact,
    "pendidikan": lambda _values, index: {
        "jenjang": ("sma", "s1", "dokter_apoteker")[index],
        "gelar_belakang": "",
    },
    "kedudukan": lambda _values, _index: {"state": "03"},
    # The layout has no TMT: by its kind alone one end is told from another.
    "pemberhentian": lambda _values, index: {"kind": ("1", "9", "14")[index]},
    "diklat": lambda values, index: {"nama": f"{values['nama']} {index}"[:200]},
    "penghargaan": lambda values, index: {"nama": f"{values['nama']} {index}"[-200:]},
    "masa-kerja": lambda values, index: {"where": f"{values['where']} {index}"[-200:]},
}


def _value(field, chance, index):
    if field.null and chance.random() < 0.3:
        return None
    if isinstance(field, models.CharField):
        return _word(field, chance)
    if isinstance(field, models.DateField):
        return date(1950, 1, 1) + timedelta(days=chance.randrange(27_000))
    if isinstance(field, models.BooleanField):
        return chance.random() < 0.5
    if isinstance(field, models.DecimalField):
        return Decimal(chance.randrange(10**8)).scaleb(-3)
    return BY_NAME.get(field.name, chance.randrange(400)) + index


BY_NAME = {"year": 1970, "graduated_in": 1970, "kelas": 1}


def _word(field, chance):
    if field.blank and chance.random() < 0.3:
        return ""
    if field.choices:
        return chance.choice([value for value, _label in field.choices])
    if chance.random() < 0.15:
        return ("0" + "panjang " * 60)[: field.max_length].strip()
    return chance.choice(TEXTS)[: field.max_length]
