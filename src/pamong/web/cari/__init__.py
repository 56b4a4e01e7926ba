"""Cari: people, offices and OPDs of one government, found also where they are mistyped."""
