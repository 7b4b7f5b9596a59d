"""Layanan IKU dalam satu berkas Django. Jalankan: python app.py runserver."""

import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

import kesbang_iku as iku

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost", "testserver"])

# Dimuat sekali untuk semua permintaan: katalog tidak pernah berubah.
KATALOG = iku.load_catalog()


@require_GET
def indikator(_: HttpRequest, kode: str) -> JsonResponse:
    """Sebut yang diperlukan satu indikator."""
    try:
        satu = KATALOG[kode]
    except iku.UnknownCodeError as galat:
        return JsonResponse({"pesan": str(galat), "mirip": galat.near}, status=404)
    variabel = [{"nama": v.nama, "label": v.label} for v in satu.variabel]
    jawaban = {"kode": satu.kode, "versi": satu.versi, "nama": satu.nama, "variabel": variabel}
    return JsonResponse(jawaban)


@csrf_exempt  # dipanggil program lain, tanpa sesi dan tanpa formulir
@require_POST
def laporan(permintaan: HttpRequest) -> JsonResponse:
    """Hitung laporan yang dikirim sebagai YAML, JSON, CSV, atau XLSX."""
    hasil = iku.compute(iku.read_reports(permintaan.body, name="laporan"), KATALOG)
    keliru = any(temuan.tingkat is iku.Level.GALAT for temuan in hasil.semua_temuan)
    return JsonResponse(hasil.as_dict(), status=422 if keliru else 200)


urlpatterns = [path("indikator/<kode>", indikator), path("laporan", laporan)]
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
