"""Neutrality of ASN: what is forbidden, who looks into it, which sanction, when to resign."""
