"""Katalog ini sah, terpasang lewat paketnya, dan setiap indikatornya terbukti dengan contoh."""

from importlib.resources import files

import kesbang_iku as iku

PAKET = "katalog-contoh"
FOLDER = files("katalog_contoh")


def test_katalog_lulus_pemeriksaan() -> None:
    assert [temuan.pesan for temuan in iku.validate(str(FOLDER))] == []


def test_katalog_termuat_lewat_paketnya() -> None:
    katalog = iku.load_catalog()
    milik = {kode for kode, asal in katalog.origins.items() if asal.nama == PAKET}
    assert milik == {"CONTOH-WAS-01"}


def test_setiap_indikator_bertema_dan_punya_contoh() -> None:
    katalog = iku.load_catalog()
    for kode in katalog.origins:
        indikator = katalog[kode]
        assert indikator.lokal is not None
        assert indikator.contoh


def test_indikator_lokal_dihitung_seperti_yang_nasional() -> None:
    hasil = iku.load_catalog()["CONTOH-WAS-01"].compute(
        {"kelurahan_berpos": "45", "kelurahan": "60"}, target="80"
    )
    assert (str(hasil.nilai), str(hasil.capaian)) == ("75.00", "93.75")
