"""``pamong law judge`` and ``why``: what a rule says of facts from files, and for what reasons."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pamong.cli.law.arguments import (
    AsJson,
    AsOf,
    FactFiles,
    RuleId,
    Told,
    case_told,
    day_told,
    files_told,
    rule_named,
)
from pamong.cli.law.describing import tell, tell_one

if TYPE_CHECKING:
    from pathlib import Path

    from pamong.law import Judgements, Reasons, Rule


def judge(
    rule_id: RuleId,
    as_of: AsOf,
    files: FactFiles = None,
    told: Told = None,
    subject: Annotated[
        list[int] | None,
        typer.Option("--subject", metavar="ID", help="Hanya subjek ini; boleh lebih dari satu."),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Nilai fakta dari berkas, atau satu perkara, menurut satu aturan; tanpa basis data.

    Tabel yang tidak ada di berkas dianggap kosong: belum tercatat. Masukan perkara yang tidak
    disebut belum diketahui. Kalender hari kerja nasional dipakai bila tidak diberikan.

    Kode keluar: 0 dinilai, apa pun hasilnya; 2 cara memanggilnya salah; 3 fakta tidak dapat
    dibaca, atau hari itu sebelum versi pertama.
    """
    from pamong import law

    rule, day = rule_named(rule_id), day_told(as_of, "--as-of")
    if rule.kind is law.Kind.STEP:
        judgement = law.judge_case(rule, case_told(rule, files, told), as_of=day)
        print(_line(judgement) if as_json else "\n".join(tell_one(judgement)))
        return
    judged = law.judge(
        rule, law.read_facts(rule, files_told(rule, files, told)), as_of=day, subjects=subject
    )
    if as_json:
        for judgement in judged:
            print(_line(judgement))
    else:
        print("\n".join(tell(judged)))


def why(
    rule_id: RuleId,
    as_of: AsOf,
    files: FactFiles = None,
    told: Told = None,
    subject: Annotated[
        int | None,
        typer.Option(
            "--subject", metavar="ID", help="Subjek yang ditanyakan, bila lebih dari satu."
        ),
    ] = None,
) -> None:
    """Jelaskan satu penilaian: versi dan alasannya, fakta yang dilihat, langkah, dan artinya.

    Kode keluar: seperti judge.
    """
    from pamong import law

    rule, day = rule_named(rule_id), day_told(as_of, "--as-of")
    if rule.kind is law.Kind.STEP:
        case = case_told(rule, files, told)
        judgement = law.judge_case(rule, case, as_of=day)
        reasons = law.Reasons(judgement, {rule.subject: [case]})
    else:
        reasons = _of_subject(rule, files_told(rule, files, told), subject, as_of=day)
    print("\n".join(reasons.sentences()))


def _of_subject(
    rule: "Rule", files: "list[Path]", subject: int | None, *, as_of: Any
) -> "Reasons":
    from pamong import law

    judged = law.judge(rule, law.read_facts(rule, files), as_of=as_of)
    chosen = _only(judged) if subject is None else subject
    return law.Reasons(judged.of(chosen), judged.facts_of(chosen))


def _only(judged: "Judgements") -> int:
    ids = judged.table["subject_id"].to_pylist()
    if len(ids) == 1:
        return int(ids[0])
    known = ", ".join(map(str, ids[:10]))
    raise typer.BadParameter(
        f"ada {len(ids)} {judged.rule.subject} yang dinilai; pilih satu. {known}",
        param_hint="--subject",
    )


def _line(judgement: Any) -> str:
    return json.dumps(judgement.to_json(), ensure_ascii=False)
