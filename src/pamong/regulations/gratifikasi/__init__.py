"""Rules on gifts to officials: reporting them, exceptions, and what the KPK makes of them."""
