"""Direct quotations as a draft holds them: the words, who spoke them, in what setting."""

from pamong.reader.behalf import Behalf
from pamong.reader.draft import Quote
from pamong.reader.found import Found, distinct
from pamong.reader.person import Person
from pamong.reader.speaking import Speech, Utterance

_FIRST_WORDS = 5


def find_quotes(speech: Speech, behalf: Behalf | None) -> list[Found[Quote]]:
    """Return the quotations in the order of the text.

    The words of a speech that was read out are its author's, not the reader's.
    """
    read_for = read_for_whom(behalf)
    found = []
    for quotation in speech.quotations:
        utterance = speech.of(quotation.sentence)
        speaker = None if utterance.is_unnamed else author_of(utterance, behalf)
        if behalf is not None and is_read_for_unnamed(utterance, behalf):
            speaker = None
        words = quotation.text.split()
        value = Quote(
            speaker=speaker.name if speaker else None,
            first_five_words=" ".join(words[:_FIRST_WORDS]),
            text=" ".join(words),
            setting=setting_of(speaker, utterance, read_for),
        )
        found.append(Found(value, distinct((quotation.span, *utterance.by)), _reason(utterance)))
    return found


def read_for_whom(behalf: Behalf | None) -> Person | None:
    """Return whose speech was read out, where the text names him."""
    return behalf.principal.person if behalf and behalf.is_read else None


def author_of(utterance: Utterance, behalf: Behalf | None) -> Person | None:
    """Return whose words an utterance gives: not the reader's while he reads them out."""
    read_for = read_for_whom(behalf)
    is_reading = behalf is not None and utterance.speaker is behalf.reader.person
    if read_for is not None and is_reading and utterance.setting == "dibacakan":
        return read_for
    return utterance.speaker


def is_read_for_unnamed(utterance: Utterance, behalf: Behalf) -> bool:
    """Tell words that are read out for somebody whom the text gives no name."""
    is_reading = behalf.is_read and utterance.speaker is behalf.reader.person
    return is_reading and behalf.principal.person is None and utterance.setting == "dibacakan"


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
