from __future__ import annotations

import gzip
import io
import os
import socket
import sys
import zipfile
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.sources import text_reader
from kesbang_iku.sources.text_reader import NOT_READ, decode, read_bytes, source_name


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 5000)
    return stream.getvalue()


def test_a_path_is_read_as_text_and_as_object(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    assert read_bytes(path) == (b"a: 1", [])
    assert read_bytes(str(path)) == (b"a: 1", [])


def test_bytes_are_themselves() -> None:
    assert read_bytes(b"a: 1") == (b"a: 1", [])


def test_a_resource_is_read(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    archive.write_bytes(zipped("dalam.txt"))
    resource: Traversable = zipfile.Path(archive, "dalam.txt")
    assert read_bytes(resource) == (b"x" * 5000, [])
    assert source_name(resource) == "dalam.txt"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1")))
    assert read_bytes("-") == (b"a: 1", [])


def test_a_given_name_stands_in_findings() -> None:
    _, findings = read_bytes("tidak-ada.yaml", name="laporan")
    assert findings[0].place.berkas == "laporan"


@pytest.mark.parametrize("given", [None, 3, io.BytesIO(b"a: 1"), {"jenis": "laporan"}])
def test_what_is_no_file_is_refused_with_what_to_give(given: object) -> None:
    with pytest.raises(TypeError, match=f"not {type(given).__name__}; .* give file.read"):
        read_bytes(given, name="laporan")  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["tidak-ada.yaml", "", __file__ + "/a.yaml"])
def test_a_missing_file_is_told(path: str) -> None:
    content, findings = read_bytes(path)
    assert (content, [f.kode for f in findings]) == (None, ["IKU001"])


def test_a_path_that_no_system_can_have_is_told() -> None:
    content, findings = read_bytes("a\0b")
    assert (content, [f.kode for f in findings]) == (None, ["IKU002"])


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read every file"
)
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    path.chmod(0)
    assert [f.kode for f in read_bytes(path)[1]] == ["IKU002"]


def test_a_refused_permission_is_told_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused, opened = tmp_path / "a.yaml", Path.open

    def refuse(path: Path, *how: Any, **more: Any) -> Any:  # noqa: ANN401 - as Path.open has it
        if path == refused:
            raise PermissionError(13, "refused")
        return opened(path, *how, **more)  # the sentences are in files, too

    monkeypatch.setattr(Path, "open", refuse)
    (finding,) = read_bytes(refused)[1]
    assert finding.kode == "IKU002"
    assert "tidak ada izin baca" in finding.pesan
    assert "no permission" in finding.message("en")


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert [f.kode for f in read_bytes(tmp_path)[1]] == ["IKU003"]


def test_a_file_over_the_limit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 11)
    assert read_bytes(path, limit=11)[0] == b"x" * 11
    assert [f.kode for f in read_bytes(path, limit=10)[1]] == ["IKU004"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
def test_a_file_without_an_end_is_read_no_further_than_the_limit() -> None:
    assert [f.kode for f in read_bytes("/dev/zero", limit=1000)[1]] == ["IKU004"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes that have a name")
class TestPipes:
    @staticmethod
    def pipe(folder: Path) -> Path:
        path = folder / "laporan.yaml"
        os.mkfifo(path)
        return path

    def test_nobody_waits_for_ever_for_what_nobody_writes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(text_reader, "PIPE_PATIENCE", 0.01)
        content, (finding,) = read_bytes(self.pipe(tmp_path))
        assert (content, finding.kode) == (None, "IKU002")
        assert "tidak ada program yang menulis" in finding.pesan
        assert "no program writes" in finding.message("en")

    @pytest.mark.parametrize("written", [b"", b"a", b"a: 1\n" * 100_000])
    def test_what_is_written_into_one_is_read_to_its_end(
        self, tmp_path: Path, written: bytes
    ) -> None:
        path = self.pipe(tmp_path)
        writer = Thread(target=path.write_bytes, args=[written])
        writer.start()
        content, findings = read_bytes(path)
        writer.join()
        assert (content, findings) == (written, [])

    def test_a_writer_that_takes_longer_than_anybody_waits_for_one_is_awaited(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = self.pipe(tmp_path)
        reading, writing = (os.open(path, flag) for flag in (os.O_RDWR, os.O_WRONLY))
        os.close(reading)
        monkeypatch.setattr(text_reader, "PIPE_PATIENCE", 0)

        def write() -> None:
            os.write(writing, b"a: 1")
            os.close(writing)

        slow = Timer(0.05, write)
        slow.start()
        content, findings = read_bytes(path)
        slow.join()
        assert (content, findings) == (b"a: 1", [])

    @pytest.mark.parametrize("written", [b"", b"a: 1"])
    def test_the_pipe_of_a_process_substitution_is_read(self, written: bytes) -> None:
        reading, writing = os.pipe()
        os.write(writing, written)
        os.close(writing)
        try:
            assert read_bytes(f"/dev/fd/{reading}") == (written, [])
        finally:
            os.close(reading)

    def test_no_more_is_read_than_the_limit(self, tmp_path: Path) -> None:
        path = self.pipe(tmp_path)
        writer = Thread(target=path.write_bytes, args=[b"x" * 11])
        writer.start()
        assert [f.kode for f in read_bytes(path, limit=10)[1]] == ["IKU004"]
        writer.join()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs sockets that have a name")
def test_a_socket_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("laporan.yaml")
        (finding,) = read_bytes("laporan.yaml")[1]
    assert finding.kode == "IKU002"
    assert "tidak ada yang dapat dibaca" in finding.pesan


def test_what_could_not_be_had_is_known_by_its_codes() -> None:
    assert {"IKU001", "IKU002", "IKU003", "IKU004"} == NOT_READ


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_decoded_with_and_without_a_mark(encoding: str) -> None:
    assert decode("≥ 80 – é".encode(encoding), "a") == ("≥ 80 – é", [])


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-32-be"])
def test_the_other_byte_order_is_decoded(codec: str) -> None:
    assert decode("\ufeffa".encode(codec), "a") == ("a", [])


def test_windows_text_is_decoded_and_told() -> None:
    text, findings = decode("81,69–85,23".encode("cp1252"), "a.csv")
    assert text == "81,69–85,23"
    assert [(f.kode, f.tingkat) for f in findings] == [("IKU007", "peringatan")]


@pytest.mark.parametrize("content", [b"abc\x81def", b"\xff\xfea", b"\xef\xbb\xbfabc\xff"])
def test_text_in_no_encoding_is_told(content: bytes) -> None:
    text, findings = decode(content, "a")
    assert (text, [f.kode for f in findings]) == (None, ["IKU008"])


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
def test_an_empty_file_is_told(content: bytes) -> None:
    text, findings = decode(content, "a")
    assert (text, [f.kode for f in findings]) == (None, ["IKU005"])


@pytest.mark.parametrize(
    ("content", "seems"),
    [
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "Excel (.xlsx)"),
        (zipped("word/document.xml"), "Word"),
        (zipped("x.txt"), "ZIP"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls"),
        (gzip.compress(b"a: 1"), "gzip"),
        (b"PAR1\x15", "Parquet"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><html>", "HTML"),
        (b"  <table><tr>", "HTML"),
        (b"a: \0", "biner"),
    ],
    # The content of an archive holds the time it was made, so it must not stand in the test's name.
    ids=map(str, range(10)),
)
def test_files_of_other_kinds_are_named(content: bytes, seems: str) -> None:
    text, findings = decode(content, "laporan.csv")
    assert text is None
    assert [f.kode for f in findings] == ["IKU006"]
    assert seems in findings[0].pesan


@given(st.binary(max_size=60))
@settings(max_examples=200, deadline=None)
def test_bytes_become_text_or_a_finding(content: bytes) -> None:
    text, findings = decode(content, "a")
    assert (text is None) == any(f.tingkat == "galat" for f in findings)


@pytest.mark.parametrize(
    ("content", "called", "cure"),
    [
        (b"PK\x03\x04" + b"x" * 9000 + b"word/document.xml" + b"x" * 9000, "Word (.docx)", "Excel"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "Word lama (.doc)", "Excel"),
        (b"\xd0\xcf\x11\xe0", "Office lama (.xls, .doc)", "Simpan Sebagai dan .xlsx"),
        (b"PK\x03\x04opendocument.spreadsheet", "OpenDocument", "Simpan Sebagai dan .xlsx"),
        (b"%PDF-1.7", "PDF", "buku kerja asalnya"),
        (b"\x89PNG....", "PNG", "ketik tabelnya"),
        (b"PK\x03\x04nothing", "ZIP", "CSV UTF-8"),
    ],
)
def test_files_of_another_kind_are_called_by_their_name(
    content: bytes, called: str, cure: str
) -> None:
    text, (found,) = decode(content, "a")
    assert (text, found.kode) == (None, "IKU006")
    assert called in found.pesan
    assert cure in found.saran
