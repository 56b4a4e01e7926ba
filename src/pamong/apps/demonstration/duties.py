"""The made-up duties of Kabupaten Contoh, made and taken through the services that a click calls.

One hand may not work on a duty and check it as well: the demonstration acts under a name for each.
"""

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from pamong.apps.core.audit import Actor
from pamong.apps.core.files import NewFile
from pamong.apps.duties import services
from pamong.apps.duties.life import StepKind
from pamong.apps.duties.making import make_duties
from pamong.apps.duties.models import Duty
from pamong.apps.duties.planning import Term
from pamong.apps.duties.services import Report
from pamong.apps.duties.sources import directive_source
from pamong.apps.duties.stepping import Seen
from pamong.apps.forums.models import Directive
from pamong.apps.organisasi.models import Opd, Pemda

HANDS = {
    "opd": Actor("Demonstrasi, sebagai OPD"),
    "pemeriksa": Actor("Demonstrasi, sebagai pemeriksa"),
}
WITH_A_NOTE: dict[StepKind, Callable[..., object]] = {
    StepKind.ACCEPTED: services.accept_duty,
    StepKind.RETURNED: services.return_duty,
    StepKind.CLOSED: services.close_duty,
    StepKind.PROLONG_GRANTED: services.grant_prolongation,
    StepKind.CANNOT_SAID: services.say_cannot,
    StepKind.CANNOT_ACCEPTED: services.accept_cannot,
}


def load_duties(*, pemda: Pemda, actor: Actor) -> None:
    """Make the duties of data/tindak_lanjut_contoh.toml, unless some are there."""
    if Duty.objects.filter(pemda=pemda).exists():
        return
    text = (files(__package__) / "data" / "tindak_lanjut_contoh.toml").read_text("utf-8")
    for row in tomllib.loads(text)["tindak_lanjut"]:
        _take_steps(_made(row, pemda, actor), row["langkah"])


def _made(row: dict[str, Any], pemda: Pemda, actor: Actor) -> Duty:
    directive = Directive.objects.get(
        pemda=pemda, forum__document__kode=row["dokumen"], gist=row["arahan"]
    )
    (duty,) = make_duties(
        source=directive_source(directive.public_id),
        opd_ids=[Opd.objects.get(pemda=pemda, nama=row["opd"]).pk],
        term=Term(row["tenggat"], counts_working_days=row.get("hari_kerja", False)),
        day=row["dibuat"],
        actor=actor,
    )
    return duty


def _take_steps(duty: Duty, steps: list[dict[str, Any]]) -> None:
    for number, step in enumerate(steps, start=1):
        seen, kind = Seen(duty.public_id, number), StepKind(step["langkah"])
        how = {"seen": seen, "day": step["hari"], "actor": HANDS[step["oleh"]]}
        note = step.get("catatan", "")
        if kind is StepKind.REPORTED:
            services.report_duty(report=_report(step), **how)
        elif kind is StepKind.DELEGATED:
            services.delegate_duty(to=step["kepada"], note=note, **how)
        elif kind is StepKind.PROLONG_ASKED:
            services.ask_prolongation(until=step["sampai"], note=note, **how)
        else:
            WITH_A_NOTE[kind](note=note, **how)


def _report(step: dict[str, Any]) -> Report:
    is_file = "berkas" in step
    return Report(
        text=step["catatan"],
        files=(NewFile(step["berkas"], step["isi"].encode()),) if is_file else (),
        addresses=(step["alamat"],) if "alamat" in step else (),
    )
