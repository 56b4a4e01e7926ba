"""Penataan: a structure, or the holders of many posts, changed by one planned act."""
