import pytest

from pamong.kernel.capacity import Capacity, CapacityLabelError


@pytest.mark.parametrize("capacity", list(Capacity))
def test_both_labels_lead_back_to_the_capacity(capacity):
    assert Capacity.from_label(capacity.label) is capacity
    assert Capacity.from_label(capacity.long_label.upper()) is capacity


@pytest.mark.parametrize(
    ("label", "capacity"),
    [
        ("Plt.", Capacity.PLT),
        ("PLH", Capacity.PLH),
        ("Pelaksana  tugas harian", Capacity.PLH),
        ("pjs.", Capacity.PJS),
        ("Pj", Capacity.PJ),
    ],
)
def test_labels_are_read_as_people_write_them(label, capacity):
    assert Capacity.from_label(label) is capacity


@pytest.mark.parametrize("label", ["", "Ketua", "Pjt"])
def test_an_unknown_label_is_refused(label):
    with pytest.raises(CapacityLabelError, match="Pilih definitif, Plt, Plh, Pj atau Pjs"):
        Capacity.from_label(label)


def test_only_definitif_is_not_acting():
    assert [capacity for capacity in Capacity if not capacity.is_acting] == [Capacity.DEFINITIF]


def test_labels_are_what_forms_print():
    assert [capacity.label for capacity in Capacity] == ["definitif", "Plt", "Plh", "Pj", "Pjs"]
