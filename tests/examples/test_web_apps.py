"""The services that the guide for developers shows answer as it says."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

import pytest

from kesbang_iku import load_catalog
from tests.docs.test_pages_run import text_of
from tests.tree import ROOT

PAGES: Final = ("panduan-pengembang.md", "en/guide-developer.md")
JSON: Final = "application/json"
GOOD: Final = (ROOT / "examples" / "idi-kalimantan-tengah.yaml").read_bytes()
BAD: Final = (ROOT / "examples" / "laporan-keliru.yaml").read_bytes()
# What strangers send: nothing, half a document, no text, another kind of thing, a broken archive.
HOSTILE: Final = (b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b"PK\x03\x04xx")


class Django:
    """The Django service, asked by Django's own test client."""

    def __init__(self) -> None:
        app = import_module("examples.django.app")
        assert app.application
        self.client = import_module("django.test").Client()

    def get(self, path: str) -> tuple[int, Any]:
        return self._answer(self.client.get(path))

    def post(self, path: str, content: bytes) -> tuple[int, Any]:
        return self._answer(self.client.post(path, content, content_type=JSON))

    @staticmethod
    def _answer(response: Any) -> tuple[int, Any]:  # noqa: ANN401 - Django carries no types
        return response.status_code, response.json()


class FastApi:
    """The FastAPI service, asked by FastAPI's own test client."""

    def __init__(self) -> None:
        app = import_module("examples.fastapi.app").app
        self.client = import_module("fastapi.testclient").TestClient(app)

    def get(self, path: str) -> tuple[int, Any]:
        response = self.client.get(path)
        return response.status_code, response.json()

    def post(self, path: str, content: bytes) -> tuple[int, Any]:
        response = self.client.post(path, content=content, headers={"Content-Type": JSON})
        return response.status_code, response.json()


@pytest.fixture(scope="module", params=[Django, FastApi])
def service(request: pytest.FixtureRequest) -> Django | FastApi:
    made: Django | FastApi = request.param()
    return made


@pytest.fixture(scope="module")
def django() -> Django:
    return Django()


@pytest.fixture(scope="module")
def fastapi() -> FastApi:
    return FastApi()


def test_a_report_is_computed_and_answered_as_the_command_does(service: Django | FastApi) -> None:
    status, answer = service.post("/laporan", GOOD)
    assert status == 200
    assert answer["skema"] == "kesbang-iku/hasil/1"
    assert [(one["tahun"], one["nilai"], one["capaian"]) for one in answer["hasil"]] == [
        (2017, "76.12", None),
        (2018, "71.27", "98.99"),
    ]


def test_a_report_with_errors_is_answered_whole_and_refused(service: Django | FastApi) -> None:
    status, answer = service.post("/laporan", BAD)
    assert status == 422
    assert {"IKU310"} <= {one["kode"] for one in answer["temuan"]}
    assert "lengkap" in {one["status"] for one in answer["hasil"]}


@pytest.mark.parametrize("content", HOSTILE)
def test_what_is_no_report_is_a_finding_and_no_crash(
    service: Django | FastApi, content: bytes
) -> None:
    status, answer = service.post("/laporan", content)
    assert status == 422
    assert answer["hasil"] == []
    assert {one["berkas"] for one in answer["temuan"]} == {"laporan"}


def test_django_tells_what_an_indicator_needs(django: Django) -> None:
    status, answer = django.get("/indikator/KBP-WAS-02")
    indicator = load_catalog()["KBP-WAS-02"]
    assert status == 200
    assert answer["nama"] == indicator.nama
    assert [one["nama"] for one in answer["variabel"]] == ["konflik_diselesaikan", "konflik"]


def test_django_answers_an_unknown_code_with_those_near_it(django: Django) -> None:
    status, answer = django.get("/indikator/KBP-WAS-99")
    assert status == 404
    assert "KBP-WAS-99" in answer["pesan"]
    assert "KBP-WAS-19" in answer["mirip"]


def test_fastapi_computes_one_indicator_exactly(fastapi: FastApi) -> None:
    sent = b'{"variabel": {"konflik_diselesaikan": "17", "konflik": 20}, "target": 90}'
    status, answer = fastapi.post("/indikator/KBP-WAS-02", sent)
    assert status == 200
    assert (answer["nilai"], answer["capaian"], answer["capaian_eksak"]) == (
        "85.00",
        "94.44",
        "850/9",
    )


def test_fastapi_takes_a_number_with_decimals_as_it_is_written(fastapi: FastApi) -> None:
    sent = b'{"variabel": {"toleransi": 74.47, "kesetaraan": "77,47", "kerja_sama": 77.15}}'
    status, answer = fastapi.post("/indikator/KBP-ESB-02", sent)
    assert status == 200
    assert answer["masukan"]["toleransi"] == "7447/100"
    assert answer["masukan"]["kesetaraan"] == "7747/100"


def test_fastapi_answers_impossible_numbers_with_findings(fastapi: FastApi) -> None:
    sent = b'{"variabel": {"konflik_diselesaikan": 21, "konflik": 20}}'
    status, answer = fastapi.post("/indikator/KBP-WAS-02", sent)
    assert status == 200
    assert (answer["status"], answer["nilai"]) == ("ditolak", None)
    assert [one["kode"] for one in answer["temuan"]] == ["IKU405"]


def test_fastapi_answers_an_unknown_code_with_those_near_it(fastapi: FastApi) -> None:
    status, answer = fastapi.post("/indikator/KBP-WAS-99", b'{"variabel": {}}')
    assert status == 404
    assert "KBP-WAS-19" in answer["detail"]["mirip"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["examples/django/app.py", "examples/fastapi/app.py"])
def test_the_guide_shows_the_service_that_runs(page: str, name: str) -> None:
    code = (ROOT / name).read_text(encoding="utf-8")
    assert f'```python title="{name}"\n{code}```\n' in text_of(page)
