"""The requests of the how-to page are sent as they stand there."""

import re
import shlex
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.api.conftest import ACTOR, token_for
from tests.docs.markdown import ROOT

from pamong.apps.kepegawaian.models import RiwayatPangkat
from pamong.apps.kepegawaian.recording import record_entry
from pamong.apps.kepegawaian.sections import section

PAGE = (ROOT / "docs/how-to/let-another-system-in.md").read_text(encoding="utf-8")
CALLS = [
    call
    for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    for call in [block.replace("\\\n", " ").strip()]
    if call.startswith("curl")
]


def sent(call, known):
    """Send what a line of curl would, with the variables of the shell filled in."""
    for name, value in known.items():
        call = call.replace(f"${name}", value.replace('"', '\\"'))
    told, address = options(shlex.split(call)[1:])
    headers = dict(each.split(": ", 1) for each in told["-H"])
    kind = headers.pop("Content-Type", "application/json")
    if told["-F"]:
        parts = dict(each.split("=", 1) for each in told["-F"])
        file = SimpleUploadedFile(parts.pop("file").lstrip("@"), b"nip;nama\n1;Ani\n")
        return Client().post(address, {"file": file, **parts}, headers=headers)
    method, body = (told["-X"] or ["GET"])[0], "".join(told["-d"])
    return Client().generic(method, address, body, content_type=kind, headers=headers)


def options(words):
    """Split a line of curl into what each option was given, and the address."""
    told, address = {"-X": [], "-H": [], "-d": [], "-F": []}, ""
    rest = iter(words)
    for word in rest:
        if word in told:
            told[word].append(next(rest))
        elif word != "-i":
            address = word
    return told, address


@pytest.mark.django_db
def test_every_request_of_the_page_is_answered(contoh, ani):
    rank = record_entry(
        section=section("pangkat"),
        pegawai=ani,
        values={"golongan": "III/a", "starts_on": date(2020, 4, 1), "source": "SK rekaan"},
        actor=ACTOR,
        reason="uji",
    )
    known = {
        "PAMONG": "/api/v1",
        "TOKEN": token_for(contoh).secret,
        "PEGAWAI": str(ani.public_id),
        "ENTRY": str(rank.pk),
        "ETAG": "",
    }

    answers = []
    for call in CALLS:
        told = sent(call.replace("kabupaten-contoh", contoh.slug), known)
        known["ETAG"] = told.headers.get("ETag", "")
        entry = told.headers.get("Location", "").rpartition("/entries/")[2]
        known["ENTRY"] = entry or known["ENTRY"]
        answers.append(told.status_code)

    assert answers == [200, 200, 200, 200, 201, 200, 200, 201]
    assert sorted(RiwayatPangkat.objects.values_list("starts_on", flat=True)) == [
        date(2020, 4, 1),
        date(2026, 11, 1),
    ]
