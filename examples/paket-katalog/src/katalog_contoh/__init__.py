"""Katalog indikator lokal contoh; isinya YAML di bawah 'indikator/', tanpa kode."""
