"""Direct quotations as a draft holds them: the words, who spoke them, in what setting."""

from pamong.reader.draft import Quote
from pamong.reader.found import Found, distinct
from pamong.reader.people import Person
from pamong.reader.speaking import Speech, Utterance

_FIRST_WORDS = 5


def find_quotes(speech: Speech, read_for: Person | None) -> list[Found[Quote]]:
    """Return the quotations in the order of the text.

    The words of a speech that was read out are ``read_for``'s, whose speech it is.
    """
    found = []
    for quotation in speech.quotations:
        utterance = speech.of(quotation.sentence)
        speaker = None if utterance.is_unnamed else utterance.speaker
        words = quotation.text.split()
        value = Quote(
            speaker=speaker.name if speaker else None,
            first_five_words=" ".join(words[:_FIRST_WORDS]),
            text=" ".join(words),
            setting=setting_of(speaker, utterance, read_for),
        )
        found.append(Found(value, distinct((quotation.span, *utterance.by)), _reason(utterance)))
    return found


def setting_of(
    speaker: Person | None, utterance: Utterance, read_for: Person | None
) -> str | None:
    """Return the setting that the text tells; a read speech is "dibacakan" outside interviews."""
    is_read = speaker is not None and speaker is read_for
    return "dibacakan" if is_read and utterance.setting != "wawancara" else utterance.setting


def _reason(utterance: Utterance) -> str:
    if utterance.is_unnamed:
        return "Teks tidak menyebut nama pembicaranya."
    if utterance.speaker is None:
        return "Pembicaranya tidak dapat dipastikan dari teks."
    if utterance.by:
        return f"Kalimatnya menyebut {utterance.speaker.name}."
    return f"Pembicara sebelumnya dalam teks ialah {utterance.speaker.name}."
