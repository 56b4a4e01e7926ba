"""The made-up ASN of Kabupaten Contoh, drawn from shares: the same seed draws the same people."""
