"""What the law says of a case, as its page tells it."""

from dataclasses import dataclass

from pamong.law import Reasons
from pamong.web.aturan.names import Told, is_english, subject_label


@dataclass(frozen=True, slots=True)
class Answer:
    """One judgement with its reasons; ``subject`` is empty where there is one case only."""

    subject: str
    family: str
    verdict: str
    label: Told
    meaning: Told
    reasons: Reasons


FAMILIES = {
    "sesuai": "sesuai",
    "melanggar": "melanggar",
    "perlu_diperiksa": "periksa",
    "tidak_dapat_dinilai": "catatan",
}
"""The colours of a verdict, as the styles name them."""


def answer_of(reasons: Reasons) -> Answer:
    """Return a judgement as its page tells it, in English where the rule says it."""
    judgement = reasons.judgement
    english = is_english()
    label_en, meaning_en = judgement.outcome.label_en, judgement.meaning_en
    is_case = judgement.rule.case_table is not None
    subject = subject_label(judgement.rule.subject)
    return Answer(
        subject="" if is_case else f"{subject} {judgement.subject_id}",
        family=FAMILIES[judgement.verdict.value],
        verdict=judgement.verdict.label,
        label=Told(label_en, "en") if english and label_en else Told(judgement.outcome.label),
        meaning=Told(meaning_en, "en")
        if english and meaning_en
        else Told(judgement.meaning or judgement.outcome.label),
        reasons=reasons,
    )
