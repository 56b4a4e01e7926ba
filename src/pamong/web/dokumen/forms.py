"""Cleaning what comes in: a pasted text or a file, and the day on which it was published."""

from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.services import Arrival
from pamong.kernel.day import DayTextError, parse_day
from pamong.reader.source import MAX_BYTES, MEDIA_TYPES


class ArrivalForm(forms.Form):
    """A document as it is pasted or dropped: one of the two, never both."""

    ACCEPT = ",".join((".txt", ".html", ".htm", ".pdf", ".docx", *MEDIA_TYPES.values()))
    """What the file field offers first; what a file is, its content decides."""

    text = forms.CharField(label=_("Teks dokumen"), required=False, strip=False)
    file = forms.FileField(label=_("Berkas"), required=False, allow_empty_file=True)
    title = forms.CharField(label=_("Judul"), required=False, max_length=300)
    published_on = forms.CharField(label=_("Tanggal terbit"), required=False)

    def clean_published_on(self) -> date | None:
        text = self.cleaned_data["published_on"].strip()
        if not text:
            return None
        try:
            return parse_day(text)
        except DayTextError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        has_text, has_file = (
            bool(str(cleaned.get("text") or "").strip()),
            bool(cleaned.get("file")),
        )
        if has_text and has_file:
            raise forms.ValidationError(
                gettext("Tempelkan teks atau pilih berkas, jangan keduanya.")
            )
        if not has_text and not has_file:
            raise forms.ValidationError(gettext("Tempelkan teks dokumen, atau pilih berkasnya."))
        return cleaned

    def refuse_content(self, sentence: str) -> None:
        """Say at the field by which the document came in why it cannot be read."""
        if self.cleaned_data["file"]:
            self.add_error("file", sentence)
        else:  # a pasted text has no name that the sentence could begin with
            bare = sentence.removeprefix(": ")
            self.add_error("text", bare[:1].upper() + bare[1:])

    def arrival(self) -> Arrival:
        """Return what came in, as the domain takes it: of a huge file enough to be refused."""
        file = self.cleaned_data["file"]
        return Arrival(
            content=file.read(MAX_BYTES + 1) if file else self.cleaned_data["text"].encode(),
            file_name=(file.name if file else "")[:200],
            title=self.cleaned_data["title"],
            published_on=self.cleaned_data["published_on"],
        )
