"""The choice as the house draws it says what Django's own says."""

from django import forms

from pamong.web.pejabat.fields import Select

CHOICES = [
    ("", "Pilih satu"),
    ("a&b", "Satu <tegas>"),
    ("Kelompok", [("2", "Dua"), ("3", "Tiga")]),
]


def drawn(widget: forms.Select, value: str) -> str:
    return "".join(widget.render("opd", value, {"id": "id_opd", "required": True}).split())


def test_it_draws_what_django_does():
    told = {"attrs": {"class": "form-select"}, "choices": CHOICES}

    for value in ("", "a&b", "3"):
        assert drawn(Select(**told), value) == drawn(forms.Select(**told), value)


def test_what_is_written_in_it_is_no_markup():
    html = Select(choices=CHOICES).render("opd", "a&b")

    assert "<tegas>" not in html
    assert 'value="a&amp;b" selected' in html
