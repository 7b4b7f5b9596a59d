# Every kind of finding that code names. Written by tools/build_texts.py.

# Each kind says which fields its sentences have; that narrows what ``at`` takes, on purpose.
# mypy: disable-error-code="override"
# pyright: reportIncompatibleMethodOverride=false

from typing import Final

from kesbang_iku.findings.finding import Finding, FindingKind
from kesbang_iku.findings.place import Place

class _FileMissing(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object) -> Finding: ...

class _FileUnreadable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, sebab: object) -> Finding: ...

class _FileIsFolder(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object) -> Finding: ...

class _FileTooLarge(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, batas: object, bentuk: object) -> Finding: ...

class _FileEmpty(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object) -> Finding: ...

class _FileNotText(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, rupa: object, cara: object) -> Finding: ...

class _EncodingFallback(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object) -> Finding: ...

class _EncodingBroken(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, penyandian: object, posisi: object) -> Finding: ...

class _ControlCharacter(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode_karakter: object, jumlah: object) -> Finding: ...

class _FormatUnknown(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object) -> Finding: ...

class _FormatIsTable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object) -> Finding: ...

class _FormatIsDocument(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, bentuk: object) -> Finding: ...

class _YamlSyntax(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, asal: object) -> Finding: ...

class _YamlTab(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _YamlNoColon(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, baris_awal: object) -> Finding: ...

class _YamlColonInText(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _YamlIndentation(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, baris_awal: object) -> Finding: ...

class _YamlOpenQuote(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, baris_awal: object) -> Finding: ...

class _YamlAfterQuote(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _YamlOpenBracket(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, baris_awal: object) -> Finding: ...

class _YamlReservedStart(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, tanda: object) -> Finding: ...

class _YamlEscape(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _KeyDuplicate(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kunci: object, baris_awal: object) -> Finding: ...

class _YamlAlias(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _YamlMerge(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _YamlTag(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, tag: object) -> Finding: ...

class _YamlKeyNotText(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, rupa: object) -> Finding: ...

class _YamlAmbiguous(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, rupa: object) -> Finding: ...

class _FileTooDeep(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _FileTooManyNodes(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _JsonSyntax(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, harap: object) -> Finding: ...

class _JsonString(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, sebab: object) -> Finding: ...

class _JsonNotFinite(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _JsonTrailing(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _CsvNoHeader(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, sel: object) -> Finding: ...

class _CsvDuplicateHeader(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object, sel_awal: object, sel: object) -> Finding: ...

class _CsvDelimiter(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, calon: object) -> Finding: ...

class _CsvRowLong(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, harap: object) -> Finding: ...

class _CsvRowShort(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, harap: object) -> Finding: ...

class _CsvOpenQuote(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _CsvAfterQuote(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _CsvNoRows(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _WorkbookBroken(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, sebab: object) -> Finding: ...

class _WorkbookTooLarge(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, batas: object) -> Finding: ...

class _WorkbookOtherForm(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, rupa: object, usul: object) -> Finding: ...

class _SheetHidden(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, lembar: object) -> Finding: ...

class _CellError(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, sel: object) -> Finding: ...

class _FormulaNotComputed(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, sel: object) -> Finding: ...

class _CellPercent(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, isi: object, tampil: object, sel: object) -> Finding: ...

class _NumberAmbiguous(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, ribuan: object, desimal: object, tulis_ribuan: object, tulis_desimal: object) -> Finding: ...

class _NumberFitsNeither(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, ribuan: object, desimal: object, batas: object) -> Finding: ...

class _NumberSettled(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, terbaca: object, lain: object, tulis: object) -> Finding: ...

class _NumberOtherFormat(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, format: object, tanda: object) -> Finding: ...

class _NumberGrouping(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberMixed(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberSeveral(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberExponent(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberExponentLarge(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, batas: object) -> Finding: ...

class _NumberTooLong(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _NumberForeignDigits(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _RangeOpen(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _RangeFalling(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberMagnitude(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, kata: object) -> Finding: ...

class _WordsWithNumber(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberUnreadable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _SpreadsheetError(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberIsBoolean(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _NumberNotFinite(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _NumberWrongType(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jenis: object) -> Finding: ...

class _RowsHidden(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nomor: object) -> Finding: ...

class _ColumnHidden(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, huruf: object) -> Finding: ...

class _ConfigurationSyntax(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _UnknownSetting(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kunci: object, usul: object, ada: object) -> Finding: ...

class _WrongSetting(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kunci: object, harapan: object, contoh: object) -> Finding: ...

class _UnknownFindingCode(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, usul: object) -> Finding: ...

class _UnknownLevel(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, ada: object) -> Finding: ...

class _NotABaseline(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object, skema: object) -> Finding: ...

class _NotShown(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, kode: object, judul: object, tampil: object) -> Finding: ...

class _ReadInParts(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, awalan: object) -> Finding: ...

class _FormulaEmpty(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _UnexpectedCharacter(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _DecimalComma(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, desimal: object, argumen: object) -> Finding: ...

class _ForeignOperator(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, ganti: object) -> Finding: ...

class _TextNotAllowed(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _AttributeAccess(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _Brackets(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _Assignment(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _ForeignWord(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _BadNumber(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _BadName(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, ganti: object) -> Finding: ...

class _InvisibleCharacter(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, nama: object) -> Finding: ...

class _Lookalike(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, nama: object) -> Finding: ...

class _UnknownFunction(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, ganti: object) -> Finding: ...

class _ReservedWord(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _UnexpectedToken(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _UnexpectedEnd(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object) -> Finding: ...

class _MissingOperator(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, sebelum: object, ditemukan: object, sambung: object) -> Finding: ...

class _UnclosedParenthesis(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _UnmatchedClosing(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _ArgumentCount(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, fungsi: object, ada: object, perlu: object, ganti: object) -> Finding: ...

class _PreviousNeedsName(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _RoundNeedsConstant(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _ChainedComparison(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, ganti: object) -> Finding: ...

class _NumberExpected(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, pemakai: object) -> Finding: ...

class _ConditionExpected(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ditemukan: object, pemakai: object, ganti: object) -> Finding: ...

class _CommaOutsideCall(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _FormulaTooLong(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ada: object, batas: object) -> Finding: ...

class _FormulaTooDeep(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _FormulaTooManyNodes(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _TooManyDigits(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ada: object, batas: object) -> Finding: ...

class _TooManyRoots(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _UndeclaredNameSimilar(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, mirip: object, terdekat: object) -> Finding: ...

class _UndeclaredName(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object) -> Finding: ...

class _UnusedVariable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object) -> Finding: ...

class _MixedDimensions(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kerja: object, kiri: object, kanan: object) -> Finding: ...

class _NumberWithUnit(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kerja: object, kiri: object, kanan: object) -> Finding: ...

class _MixedScales(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kerja: object, kiri: object, skala_kiri: object, kanan: object, skala_kanan: object) -> Finding: ...

class _ResultUnit(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, hasil: object, satuan: object) -> Finding: ...

class _FactorMissing(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, satuan: object, angka: object) -> Finding: ...

class _FactorDoubled(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, satuan: object, angka: object) -> Finding: ...

class _WeightsSum(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object) -> Finding: ...

class _ResultScale(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, faktor: object, satuan: object) -> Finding: ...

class _UnreachableBound(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object, jangkauan: object) -> Finding: ...

class _DivisionByZero(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _NeverDefined(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _ResultNotWhole(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _TruthAsResult(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _MissingKey(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kunci: object) -> Finding: ...

class _UnknownKey(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kunci: object, usul: object) -> Finding: ...

class _WrongValue(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, harapan: object) -> Finding: ...

class _UnknownReference(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jenis: object, nama: object, usul: object) -> Finding: ...

class _DuplicateVersion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, versi: object, lain: object) -> Finding: ...

class _OverlappingVersions(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, versi: object, masa: object, lain: object, masa_lain: object) -> Finding: ...

class _RedefinedNational(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object) -> Finding: ...

class _WeightsNotOne(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object) -> Finding: ...

class _InvalidRelease(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object) -> Finding: ...

class _NoFormula(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _ScaleDisorder(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kelas: object) -> Finding: ...

class _AmbiguousAlias(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, lain: object) -> Finding: ...

class _WrongProgram(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bidang: object, seharusnya: object, program: object) -> Finding: ...

class _LocalUnmarked(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object) -> Finding: ...

class _MethodWrongWay(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, polaritas: object, metode: object, arah: object) -> Finding: ...

class _DuplicateName(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jenis: object, nama: object) -> Finding: ...

class _EmptyYears(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, masa: object) -> Finding: ...

class _NotACatalog(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, folder: object) -> Finding: ...

class _CompositeMalformed(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cacat: object) -> Finding: ...

class _GeometricWeights(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bobot: object) -> Finding: ...

class _WeightsExplained(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, catatan: object) -> Finding: ...

class _VariableLikeColumn(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object) -> Finding: ...

class _OfficialWithoutSource(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object) -> Finding: ...

class _IdenticalFormula(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, lain: object) -> Finding: ...

class _NameHoldsPeriod(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, tahun: object) -> Finding: ...

class _NameHoldsRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, wilayah: object) -> Finding: ...

class _ConceptStartsWithMeasure(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kata: object) -> Finding: ...

class _WrongExample(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, kunci: object, tertulis: object, dihitung: object) -> Finding: ...

class _ReservedPrefix(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, awalan: object) -> Finding: ...

class _LinkNotFollowed(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, berkas: object) -> Finding: ...

class _EqualAtPoints(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, titik: object, bagian: object) -> Finding: ...

class _PackageUnusable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, paket: object, sebab: object) -> Finding: ...

class _PackageBroken(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, paket: object, versi: object, jumlah: object) -> Finding: ...

class _TermNotOpen(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, istilah: object, terbuka: object) -> Finding: ...

class _TermOutOfRange(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, isi: object, istilah: object, kode: object, rentang: object) -> Finding: ...

class _TermFilledTwice(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, istilah: object, kode: object, wilayah: object) -> Finding: ...

class _ValueUnreadable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kolom: object) -> Finding: ...

class _ValueOutOfBounds(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, batas: object) -> Finding: ...

class _ValueTwice(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _ValuesContradict(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, wilayah: object, tahun: object, nilai: object, sumber: object, lain: object) -> Finding: ...

class _ValueNotItsParts(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, dari: object, sampai: object, nilai: object) -> Finding: ...

class _DerivedWithoutBasis(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _ValueOutsideYears(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, masa: object) -> Finding: ...

class _ValueBeforeRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, wilayah: object, dasar: object, tahun: object) -> Finding: ...

class _DefaultsTaken(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kunci: object) -> Finding: ...

class _NoMappings(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kolom: object) -> Finding: ...

class _MappingTwice(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, objek: object, baris: object) -> Finding: ...

class _MappingContradicts(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, wilayah: object, satu: object, lain: object, tempat: object) -> Finding: ...

class _MappingChanged(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, wilayah: object, satu: object, tahun: object, lain: object) -> Finding: ...

class _MappingAcross(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, daftar: object) -> Finding: ...

class _MappingBroken(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, objek: object) -> Finding: ...

class _MappingEnded(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, objek: object, tahun: object) -> Finding: ...

class _MappingWithoutAuthor(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, kolom: object) -> Finding: ...

class _MappingUndecided(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, oleh: object, alasan: object, keputusan: object) -> Finding: ...

class _MappingOverruled(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, lain: object, tempat: object) -> Finding: ...

class _MappingNear(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, oleh: object, lain: object, tempat: object, sini: object, sana: object) -> Finding: ...

class _MappingReadTwice(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, satu: object, tempat: object, lain: object, tempat_lain: object) -> Finding: ...

class _MappingCarried(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, oleh: object, lain: object, tempat: object) -> Finding: ...

class _UnknownRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, usul: object) -> Finding: ...

class _AmbiguousSystem(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, kemendagri: object, bps: object) -> Finding: ...

class _DamagedCode(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, usul: object) -> Finding: ...

class _NormalisedCode(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, baku: object, nama: object) -> Finding: ...

class _TooFine(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, usul: object) -> Finding: ...

class _NameForCode(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, usul: object) -> Finding: ...

class _UnknownBpsCode(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object) -> Finding: ...

class _CodeUnquoted(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, bilangan: object) -> Finding: ...

class _RenumberedRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, baku: object, nama: object) -> Finding: ...

class _CodeOfOtherSystem(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, baku: object, nama: object, nama_bps: object, kode_bps: object) -> Finding: ...

class _UnknownCode(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, usul: object) -> Finding: ...

class _NotInForce(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, tahun: object, versi: object) -> Finding: ...

class _WrongVersion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, variabel: object, kode: object, versi_lain: object, masa_lain: object, tahun: object, versi: object, harus: object) -> Finding: ...

class _NotEstimated(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, tingkat: object, ada: object) -> Finding: ...

class _DuplicateItem(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, wilayah: object, tahun: object, periode: object, lain: object) -> Finding: ...

class _EmptyReport(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _SeriesBreak(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, wilayah: object, tahun: object, versi: object, tahun_lama: object, versi_lama: object, alasan: object) -> Finding: ...

class _BeforeRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, wilayah: object, dasar: object, kedudukan: object, mulai: object, tahun: object, asal: object) -> Finding: ...

class _ProvinceOfOtherSystem(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, nama: object, nama_bps: object, kode_bps: object) -> Finding: ...

class _NotAReport(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bentuk: object) -> Finding: ...

class _ColumnMissing(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kolom: object) -> Finding: ...

class _CellMissing(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kolom: object) -> Finding: ...

class _CellContradicts(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kolom: object, nilai: object, lain: object) -> Finding: ...

class _TableOfNames(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _VersionOfOtherYears(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, versi: object, masa: object, tahun: object) -> Finding: ...

class _LevelOfOtherRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, tingkat: object, nama: object, wilayah: object, benar: object) -> Finding: ...

class _NamedAsSum(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object) -> Finding: ...

class _MoneySummed(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object) -> Finding: ...

class _NamesBesideCodes(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object) -> Finding: ...

class _TableUnknown(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, perlu: object, contoh: object) -> Finding: ...

class _ColumnTwice(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object, lain: object, sel: object) -> Finding: ...

class _ColumnsUnused(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object) -> Finding: ...

class _FilledFromAbove(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, judul: object) -> Finding: ...

class _DateForNumber(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _RowsSkipped(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, awal: object) -> Finding: ...

class _NameMissing(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _SheetSkipped(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, lembar: object, isi: object) -> Finding: ...

class _HeaderWithoutYear(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object) -> Finding: ...

class _NoRows(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _NameContinued(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, lanjutan: object, nama: object) -> Finding: ...

class _ColumnsRival(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kolom: object, judul: object, isi: object) -> Finding: ...

class _PeriodsUnclear(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object) -> Finding: ...

class _CellsBeside(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, sel: object) -> Finding: ...

class _DigitsMarked(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _ColumnNotUnderstood(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object, jumlah: object) -> Finding: ...

class _NumberScaled(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object, bentuk: object) -> Finding: ...

class _ValuesMerged(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, sel: object) -> Finding: ...

class _RowUndated(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nilai: object) -> Finding: ...

class _CsvRowCut(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, harap: object) -> Finding: ...

class _NotAPlan(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bentuk: object) -> Finding: ...

class _SeveralPlans(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, diambil: object) -> Finding: ...

class _NoPlanItem(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _SheetUnknown(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, lembar: object, ada: object) -> Finding: ...

class _RegionTwice(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, wilayah: object, baris: object) -> Finding: ...

class _PlanWithoutRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _PlanWithoutLevel(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _RowWithoutLabel(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _HeaderMended(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object, dekat: object) -> Finding: ...

class _HeaderMisspelt(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, judul: object, dekat: object) -> Finding: ...

class _RuleFailed(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, aturan: object, judul: object, galat: object) -> Finding: ...

class _SharedSeries(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, deret: object, baris: object) -> Finding: ...

class _OnlyAlike(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, nama: object, alasan: object) -> Finding: ...

class _NameOfAnother(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, lain: object, nama_lain: object) -> Finding: ...

class _TitleAsIndicator(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object) -> Finding: ...

class _SameCounterpart(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, lain: object) -> Finding: ...

class _LocalIsNational(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object) -> Finding: ...

class _SeveralInOne(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, banyak: object, kode: object) -> Finding: ...

class _UnknownVariable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, variabel: object, harus: object, usul: object) -> Finding: ...

class _MissingVariable(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, kurang: object) -> Finding: ...

class _BelowMinimum(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, nilai: object, batas: object) -> Finding: ...

class _AboveMaximum(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, nilai: object, batas: object) -> Finding: ...

class _NotWhole(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, nilai: object) -> Finding: ...

class _RuleBroken(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, pesan: object, ekspresi: object, angka: object) -> Finding: ...

class _UnreadableValue(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, bentuk: object) -> Finding: ...

class _UndefinedValue(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, alasan: object) -> Finding: ...

class _ReleaseDiffers(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, rilis: object, hitung: object) -> Finding: ...

class _ComponentsLeftOut(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, kurang: object, bagian: object) -> Finding: ...

class _NamesUncertain(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, semua: object, daftar: object) -> Finding: ...

class _TableWithoutContext(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kurang: object, jumlah: object, pilihan: object) -> Finding: ...

class _UnitUnknown(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, tertulis: object, nama: object, satuan: object) -> Finding: ...

class _UnitOtherKind(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, satuan: object, tertulis: object) -> Finding: ...

class _UnitOther(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, nama: object, satuan: object, tertulis: object) -> Finding: ...

class _UnreadableTarget(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, target: object, bentuk: object, pilihan: object) -> Finding: ...

class _TargetOutOfRange(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, target: object, kode: object, rentang: object) -> Finding: ...

class _TargetWrongWay(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, target: object, kode: object, polaritas: object) -> Finding: ...

class _AchievementUndefined(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, target: object, alasan: object) -> Finding: ...

class _YearNotWhole(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, wilayah: object, tahun: object, kurang: object) -> Finding: ...

class _YearNeedsItsOwnValue(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, wilayah: object, tahun: object, sebab: object) -> Finding: ...

class _TargetOfPartUnclear(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, periode: object, judul: object) -> Finding: ...

class _PartWithoutTarget(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, periode: object) -> Finding: ...

class _NotRolledUp(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, wilayah: object, tahun: object, sebab: object) -> Finding: ...

class _OwnNumberDiffers(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, wilayah: object, kode: object, tahun: object, angka: object) -> Finding: ...

class _OwnNumberTooSmall(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, wilayah: object, kode: object, tahun: object, angka: object) -> Finding: ...

class _NotAddedOverRegions(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, wilayah: object, tahun: object, sebab: object) -> Finding: ...

class _NumberOfHigherRegion(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, wilayah: object, kode: object, tahun: object, cara: object) -> Finding: ...

class _EstablishedThatYear(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, daftar: object, tahun: object) -> Finding: ...

class _OutsideOfRollUp(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object, wilayah: object, daftar: object) -> Finding: ...

class _ValueDiffers(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object, ujung: object, tulis: object) -> Finding: ...

class _ValueCut(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, eksak: object, ujung: object, hitung: object, tulis: object) -> Finding: ...

class _ValueLastDigit(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, eksak: object, ujung: object, hitung: object, bukti: object, tulis: object) -> Finding: ...

class _ValueWithoutGround(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, alasan: object) -> Finding: ...

class _AchievementDiffers(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, metode: object, hitung: object, ujung: object, dugaan: object) -> Finding: ...

class _AchievementCut(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object, ujung: object) -> Finding: ...

class _AchievementIsValue(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, target: object, hitung: object) -> Finding: ...

class _AchievementOtherMethod(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, lain: object, rumus: object, metode: object, hitung: object, terlihat: object) -> Finding: ...

class _AchievementCapped(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object) -> Finding: ...

class _AchievementAsRatio(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object) -> Finding: ...

class _AchievementWithoutGround(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, alasan: object) -> Finding: ...

class _LowerIsBetter(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, arah: object, metode: object, lain: object, hitung: object) -> Finding: ...

class _AchievementRoundedOtherwise(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object, cara: object) -> Finding: ...

class _AchievementHalfToEven(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object) -> Finding: ...

class _CategoryDiffers(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, capaian: object, hitung: object) -> Finding: ...

class _CategoryWithoutGround(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, alasan: object) -> Finding: ...

class _CategoryOfAnotherScale(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, skala: object, capaian: object, hitung: object) -> Finding: ...

class _ValuePossible(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object, saksi: object) -> Finding: ...

class _ValueByHabit(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object, ujung: object, kebiasaan: object, bukti: object, terlihat: object, tulis: object) -> Finding: ...

class _AchievementPossible(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, metode: object, hitung: object, saksi: object) -> Finding: ...

class _AchievementByHabit(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, metode: object, hitung: object, kebiasaan: object, bukti: object, terlihat: object) -> Finding: ...

class _WeightsRefuted(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kode: object, banyak: object, batas: object) -> Finding: ...

class _AchievementOtherScale(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, hitung: object, sebab: object) -> Finding: ...

class _AchievementOfOtherTarget(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, cetak: object, lain: object, target: object) -> Finding: ...

class _WordsEmpty(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _OwnName(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _Released(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kata: object) -> Finding: ...

class _Survey(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kata: object) -> Finding: ...

class _StatedNone(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, kata: object) -> Finding: ...

class _Prose(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _Milestones(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _NumbersOnly(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _WordsTooLong(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, ada: object, batas: object) -> Finding: ...

class _AmbiguousOrder(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _LostSign(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _WordsMissingOperator(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _LostFraction(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, pengali: object) -> Finding: ...

class _Unbalanced(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _WordsWeightsSum(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, jumlah: object) -> Finding: ...

class _WeightsUnknown(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bobot: object) -> Finding: ...

class _LegendMismatch(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, lambang: object) -> Finding: ...

class _Inverted(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, pembilang: object, penyebut: object) -> Finding: ...

class _Several(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, banyak: object) -> Finding: ...

class _Incomplete(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _UnclearPart(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _AmbiguousNumber(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, angka: object) -> Finding: ...

class _OtherSubject(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _OpposedChange(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, arah: object) -> Finding: ...

class _RootLost(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _AmbiguousSlash(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _SameParts(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _NotTimesHundred(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _ParenthesisAdded(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None) -> Finding: ...

class _RestIgnored(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, bagian: object) -> Finding: ...

class _BothWays(FindingKind):
    def at(self, place: Place | None = None, *, value: str | None = None, lain: object) -> Finding: ...

FILE_MISSING: Final[_FileMissing]
FILE_UNREADABLE: Final[_FileUnreadable]
FILE_IS_FOLDER: Final[_FileIsFolder]
FILE_TOO_LARGE: Final[_FileTooLarge]
FILE_EMPTY: Final[_FileEmpty]
FILE_NOT_TEXT: Final[_FileNotText]
ENCODING_FALLBACK: Final[_EncodingFallback]
ENCODING_BROKEN: Final[_EncodingBroken]
CONTROL_CHARACTER: Final[_ControlCharacter]
FORMAT_UNKNOWN: Final[_FormatUnknown]
FORMAT_IS_TABLE: Final[_FormatIsTable]
FORMAT_IS_DOCUMENT: Final[_FormatIsDocument]
YAML_SYNTAX: Final[_YamlSyntax]
YAML_TAB: Final[_YamlTab]
YAML_NO_COLON: Final[_YamlNoColon]
YAML_COLON_IN_TEXT: Final[_YamlColonInText]
YAML_INDENTATION: Final[_YamlIndentation]
YAML_OPEN_QUOTE: Final[_YamlOpenQuote]
YAML_AFTER_QUOTE: Final[_YamlAfterQuote]
YAML_OPEN_BRACKET: Final[_YamlOpenBracket]
YAML_RESERVED_START: Final[_YamlReservedStart]
YAML_ESCAPE: Final[_YamlEscape]
KEY_DUPLICATE: Final[_KeyDuplicate]
YAML_ALIAS: Final[_YamlAlias]
YAML_MERGE: Final[_YamlMerge]
YAML_TAG: Final[_YamlTag]
YAML_KEY_NOT_TEXT: Final[_YamlKeyNotText]
YAML_AMBIGUOUS: Final[_YamlAmbiguous]
FILE_TOO_DEEP: Final[_FileTooDeep]
FILE_TOO_MANY_NODES: Final[_FileTooManyNodes]
JSON_SYNTAX: Final[_JsonSyntax]
JSON_STRING: Final[_JsonString]
JSON_NOT_FINITE: Final[_JsonNotFinite]
JSON_TRAILING: Final[_JsonTrailing]
CSV_NO_HEADER: Final[_CsvNoHeader]
CSV_DUPLICATE_HEADER: Final[_CsvDuplicateHeader]
CSV_DELIMITER: Final[_CsvDelimiter]
CSV_ROW_LONG: Final[_CsvRowLong]
CSV_ROW_SHORT: Final[_CsvRowShort]
CSV_OPEN_QUOTE: Final[_CsvOpenQuote]
CSV_AFTER_QUOTE: Final[_CsvAfterQuote]
CSV_NO_ROWS: Final[_CsvNoRows]
WORKBOOK_BROKEN: Final[_WorkbookBroken]
WORKBOOK_TOO_LARGE: Final[_WorkbookTooLarge]
WORKBOOK_OTHER_FORM: Final[_WorkbookOtherForm]
SHEET_HIDDEN: Final[_SheetHidden]
CELL_ERROR: Final[_CellError]
FORMULA_NOT_COMPUTED: Final[_FormulaNotComputed]
CELL_PERCENT: Final[_CellPercent]
NUMBER_AMBIGUOUS: Final[_NumberAmbiguous]
NUMBER_FITS_NEITHER: Final[_NumberFitsNeither]
NUMBER_SETTLED: Final[_NumberSettled]
NUMBER_OTHER_FORMAT: Final[_NumberOtherFormat]
NUMBER_GROUPING: Final[_NumberGrouping]
NUMBER_MIXED: Final[_NumberMixed]
NUMBER_SEVERAL: Final[_NumberSeveral]
NUMBER_EXPONENT: Final[_NumberExponent]
NUMBER_EXPONENT_LARGE: Final[_NumberExponentLarge]
NUMBER_TOO_LONG: Final[_NumberTooLong]
NUMBER_FOREIGN_DIGITS: Final[_NumberForeignDigits]
RANGE_OPEN: Final[_RangeOpen]
RANGE_FALLING: Final[_RangeFalling]
NUMBER_MAGNITUDE: Final[_NumberMagnitude]
WORDS_WITH_NUMBER: Final[_WordsWithNumber]
NUMBER_UNREADABLE: Final[_NumberUnreadable]
SPREADSHEET_ERROR: Final[_SpreadsheetError]
NUMBER_IS_BOOLEAN: Final[_NumberIsBoolean]
NUMBER_NOT_FINITE: Final[_NumberNotFinite]
NUMBER_WRONG_TYPE: Final[_NumberWrongType]
ROWS_HIDDEN: Final[_RowsHidden]
COLUMN_HIDDEN: Final[_ColumnHidden]
CONFIGURATION_SYNTAX: Final[_ConfigurationSyntax]
UNKNOWN_SETTING: Final[_UnknownSetting]
WRONG_SETTING: Final[_WrongSetting]
UNKNOWN_FINDING_CODE: Final[_UnknownFindingCode]
UNKNOWN_LEVEL: Final[_UnknownLevel]
NOT_A_BASELINE: Final[_NotABaseline]
NOT_SHOWN: Final[_NotShown]
READ_IN_PARTS: Final[_ReadInParts]
FORMULA_EMPTY: Final[_FormulaEmpty]
UNEXPECTED_CHARACTER: Final[_UnexpectedCharacter]
DECIMAL_COMMA: Final[_DecimalComma]
FOREIGN_OPERATOR: Final[_ForeignOperator]
TEXT_NOT_ALLOWED: Final[_TextNotAllowed]
ATTRIBUTE_ACCESS: Final[_AttributeAccess]
BRACKETS: Final[_Brackets]
ASSIGNMENT: Final[_Assignment]
FOREIGN_WORD: Final[_ForeignWord]
BAD_NUMBER: Final[_BadNumber]
BAD_NAME: Final[_BadName]
INVISIBLE_CHARACTER: Final[_InvisibleCharacter]
LOOKALIKE: Final[_Lookalike]
UNKNOWN_FUNCTION: Final[_UnknownFunction]
RESERVED_WORD: Final[_ReservedWord]
UNEXPECTED_TOKEN: Final[_UnexpectedToken]
UNEXPECTED_END: Final[_UnexpectedEnd]
MISSING_OPERATOR: Final[_MissingOperator]
UNCLOSED_PARENTHESIS: Final[_UnclosedParenthesis]
UNMATCHED_CLOSING: Final[_UnmatchedClosing]
ARGUMENT_COUNT: Final[_ArgumentCount]
PREVIOUS_NEEDS_NAME: Final[_PreviousNeedsName]
ROUND_NEEDS_CONSTANT: Final[_RoundNeedsConstant]
CHAINED_COMPARISON: Final[_ChainedComparison]
NUMBER_EXPECTED: Final[_NumberExpected]
CONDITION_EXPECTED: Final[_ConditionExpected]
COMMA_OUTSIDE_CALL: Final[_CommaOutsideCall]
FORMULA_TOO_LONG: Final[_FormulaTooLong]
FORMULA_TOO_DEEP: Final[_FormulaTooDeep]
FORMULA_TOO_MANY_NODES: Final[_FormulaTooManyNodes]
TOO_MANY_DIGITS: Final[_TooManyDigits]
TOO_MANY_ROOTS: Final[_TooManyRoots]
UNDECLARED_NAME_SIMILAR: Final[_UndeclaredNameSimilar]
UNDECLARED_NAME: Final[_UndeclaredName]
UNUSED_VARIABLE: Final[_UnusedVariable]
MIXED_DIMENSIONS: Final[_MixedDimensions]
NUMBER_WITH_UNIT: Final[_NumberWithUnit]
MIXED_SCALES: Final[_MixedScales]
RESULT_UNIT: Final[_ResultUnit]
FACTOR_MISSING: Final[_FactorMissing]
FACTOR_DOUBLED: Final[_FactorDoubled]
WEIGHTS_SUM: Final[_WeightsSum]
RESULT_SCALE: Final[_ResultScale]
UNREACHABLE_BOUND: Final[_UnreachableBound]
DIVISION_BY_ZERO: Final[_DivisionByZero]
NEVER_DEFINED: Final[_NeverDefined]
RESULT_NOT_WHOLE: Final[_ResultNotWhole]
TRUTH_AS_RESULT: Final[_TruthAsResult]
MISSING_KEY: Final[_MissingKey]
UNKNOWN_KEY: Final[_UnknownKey]
WRONG_VALUE: Final[_WrongValue]
UNKNOWN_REFERENCE: Final[_UnknownReference]
DUPLICATE_VERSION: Final[_DuplicateVersion]
OVERLAPPING_VERSIONS: Final[_OverlappingVersions]
REDEFINED_NATIONAL: Final[_RedefinedNational]
WEIGHTS_NOT_ONE: Final[_WeightsNotOne]
INVALID_RELEASE: Final[_InvalidRelease]
NO_FORMULA: Final[_NoFormula]
SCALE_DISORDER: Final[_ScaleDisorder]
AMBIGUOUS_ALIAS: Final[_AmbiguousAlias]
WRONG_PROGRAM: Final[_WrongProgram]
LOCAL_UNMARKED: Final[_LocalUnmarked]
METHOD_WRONG_WAY: Final[_MethodWrongWay]
DUPLICATE_NAME: Final[_DuplicateName]
EMPTY_YEARS: Final[_EmptyYears]
NOT_A_CATALOG: Final[_NotACatalog]
COMPOSITE_MALFORMED: Final[_CompositeMalformed]
GEOMETRIC_WEIGHTS: Final[_GeometricWeights]
WEIGHTS_EXPLAINED: Final[_WeightsExplained]
VARIABLE_LIKE_COLUMN: Final[_VariableLikeColumn]
OFFICIAL_WITHOUT_SOURCE: Final[_OfficialWithoutSource]
IDENTICAL_FORMULA: Final[_IdenticalFormula]
NAME_HOLDS_PERIOD: Final[_NameHoldsPeriod]
NAME_HOLDS_REGION: Final[_NameHoldsRegion]
CONCEPT_STARTS_WITH_MEASURE: Final[_ConceptStartsWithMeasure]
WRONG_EXAMPLE: Final[_WrongExample]
RESERVED_PREFIX: Final[_ReservedPrefix]
LINK_NOT_FOLLOWED: Final[_LinkNotFollowed]
EQUAL_AT_POINTS: Final[_EqualAtPoints]
PACKAGE_UNUSABLE: Final[_PackageUnusable]
PACKAGE_BROKEN: Final[_PackageBroken]
TERM_NOT_OPEN: Final[_TermNotOpen]
TERM_OUT_OF_RANGE: Final[_TermOutOfRange]
TERM_FILLED_TWICE: Final[_TermFilledTwice]
VALUE_UNREADABLE: Final[_ValueUnreadable]
VALUE_OUT_OF_BOUNDS: Final[_ValueOutOfBounds]
VALUE_TWICE: Final[_ValueTwice]
VALUES_CONTRADICT: Final[_ValuesContradict]
VALUE_NOT_ITS_PARTS: Final[_ValueNotItsParts]
DERIVED_WITHOUT_BASIS: Final[_DerivedWithoutBasis]
VALUE_OUTSIDE_YEARS: Final[_ValueOutsideYears]
VALUE_BEFORE_REGION: Final[_ValueBeforeRegion]
DEFAULTS_TAKEN: Final[_DefaultsTaken]
NO_MAPPINGS: Final[_NoMappings]
MAPPING_TWICE: Final[_MappingTwice]
MAPPING_CONTRADICTS: Final[_MappingContradicts]
MAPPING_CHANGED: Final[_MappingChanged]
MAPPING_ACROSS: Final[_MappingAcross]
MAPPING_BROKEN: Final[_MappingBroken]
MAPPING_ENDED: Final[_MappingEnded]
MAPPING_WITHOUT_AUTHOR: Final[_MappingWithoutAuthor]
MAPPING_UNDECIDED: Final[_MappingUndecided]
MAPPING_OVERRULED: Final[_MappingOverruled]
MAPPING_NEAR: Final[_MappingNear]
MAPPING_READ_TWICE: Final[_MappingReadTwice]
MAPPING_CARRIED: Final[_MappingCarried]
UNKNOWN_REGION: Final[_UnknownRegion]
AMBIGUOUS_SYSTEM: Final[_AmbiguousSystem]
DAMAGED_CODE: Final[_DamagedCode]
NORMALISED_CODE: Final[_NormalisedCode]
TOO_FINE: Final[_TooFine]
NAME_FOR_CODE: Final[_NameForCode]
UNKNOWN_BPS_CODE: Final[_UnknownBpsCode]
CODE_UNQUOTED: Final[_CodeUnquoted]
RENUMBERED_REGION: Final[_RenumberedRegion]
CODE_OF_OTHER_SYSTEM: Final[_CodeOfOtherSystem]
UNKNOWN_CODE: Final[_UnknownCode]
NOT_IN_FORCE: Final[_NotInForce]
WRONG_VERSION: Final[_WrongVersion]
NOT_ESTIMATED: Final[_NotEstimated]
DUPLICATE_ITEM: Final[_DuplicateItem]
EMPTY_REPORT: Final[_EmptyReport]
SERIES_BREAK: Final[_SeriesBreak]
BEFORE_REGION: Final[_BeforeRegion]
PROVINCE_OF_OTHER_SYSTEM: Final[_ProvinceOfOtherSystem]
NOT_A_REPORT: Final[_NotAReport]
COLUMN_MISSING: Final[_ColumnMissing]
CELL_MISSING: Final[_CellMissing]
CELL_CONTRADICTS: Final[_CellContradicts]
TABLE_OF_NAMES: Final[_TableOfNames]
VERSION_OF_OTHER_YEARS: Final[_VersionOfOtherYears]
LEVEL_OF_OTHER_REGION: Final[_LevelOfOtherRegion]
NAMED_AS_SUM: Final[_NamedAsSum]
MONEY_SUMMED: Final[_MoneySummed]
NAMES_BESIDE_CODES: Final[_NamesBesideCodes]
TABLE_UNKNOWN: Final[_TableUnknown]
COLUMN_TWICE: Final[_ColumnTwice]
COLUMNS_UNUSED: Final[_ColumnsUnused]
FILLED_FROM_ABOVE: Final[_FilledFromAbove]
DATE_FOR_NUMBER: Final[_DateForNumber]
ROWS_SKIPPED: Final[_RowsSkipped]
NAME_MISSING: Final[_NameMissing]
SHEET_SKIPPED: Final[_SheetSkipped]
HEADER_WITHOUT_YEAR: Final[_HeaderWithoutYear]
NO_ROWS: Final[_NoRows]
NAME_CONTINUED: Final[_NameContinued]
COLUMNS_RIVAL: Final[_ColumnsRival]
PERIODS_UNCLEAR: Final[_PeriodsUnclear]
CELLS_BESIDE: Final[_CellsBeside]
DIGITS_MARKED: Final[_DigitsMarked]
COLUMN_NOT_UNDERSTOOD: Final[_ColumnNotUnderstood]
NUMBER_SCALED: Final[_NumberScaled]
VALUES_MERGED: Final[_ValuesMerged]
ROW_UNDATED: Final[_RowUndated]
CSV_ROW_CUT: Final[_CsvRowCut]
NOT_A_PLAN: Final[_NotAPlan]
SEVERAL_PLANS: Final[_SeveralPlans]
NO_PLAN_ITEM: Final[_NoPlanItem]
SHEET_UNKNOWN: Final[_SheetUnknown]
REGION_TWICE: Final[_RegionTwice]
PLAN_WITHOUT_REGION: Final[_PlanWithoutRegion]
PLAN_WITHOUT_LEVEL: Final[_PlanWithoutLevel]
ROW_WITHOUT_LABEL: Final[_RowWithoutLabel]
HEADER_MENDED: Final[_HeaderMended]
HEADER_MISSPELT: Final[_HeaderMisspelt]
RULE_FAILED: Final[_RuleFailed]
SHARED_SERIES: Final[_SharedSeries]
ONLY_ALIKE: Final[_OnlyAlike]
NAME_OF_ANOTHER: Final[_NameOfAnother]
TITLE_AS_INDICATOR: Final[_TitleAsIndicator]
SAME_COUNTERPART: Final[_SameCounterpart]
LOCAL_IS_NATIONAL: Final[_LocalIsNational]
SEVERAL_IN_ONE: Final[_SeveralInOne]
UNKNOWN_VARIABLE: Final[_UnknownVariable]
MISSING_VARIABLE: Final[_MissingVariable]
BELOW_MINIMUM: Final[_BelowMinimum]
ABOVE_MAXIMUM: Final[_AboveMaximum]
NOT_WHOLE: Final[_NotWhole]
RULE_BROKEN: Final[_RuleBroken]
UNREADABLE_VALUE: Final[_UnreadableValue]
UNDEFINED_VALUE: Final[_UndefinedValue]
RELEASE_DIFFERS: Final[_ReleaseDiffers]
COMPONENTS_LEFT_OUT: Final[_ComponentsLeftOut]
NAMES_UNCERTAIN: Final[_NamesUncertain]
TABLE_WITHOUT_CONTEXT: Final[_TableWithoutContext]
UNIT_UNKNOWN: Final[_UnitUnknown]
UNIT_OTHER_KIND: Final[_UnitOtherKind]
UNIT_OTHER: Final[_UnitOther]
UNREADABLE_TARGET: Final[_UnreadableTarget]
TARGET_OUT_OF_RANGE: Final[_TargetOutOfRange]
TARGET_WRONG_WAY: Final[_TargetWrongWay]
ACHIEVEMENT_UNDEFINED: Final[_AchievementUndefined]
YEAR_NOT_WHOLE: Final[_YearNotWhole]
YEAR_NEEDS_ITS_OWN_VALUE: Final[_YearNeedsItsOwnValue]
TARGET_OF_PART_UNCLEAR: Final[_TargetOfPartUnclear]
PART_WITHOUT_TARGET: Final[_PartWithoutTarget]
NOT_ROLLED_UP: Final[_NotRolledUp]
OWN_NUMBER_DIFFERS: Final[_OwnNumberDiffers]
OWN_NUMBER_TOO_SMALL: Final[_OwnNumberTooSmall]
NOT_ADDED_OVER_REGIONS: Final[_NotAddedOverRegions]
NUMBER_OF_HIGHER_REGION: Final[_NumberOfHigherRegion]
ESTABLISHED_THAT_YEAR: Final[_EstablishedThatYear]
OUTSIDE_OF_ROLL_UP: Final[_OutsideOfRollUp]
VALUE_DIFFERS: Final[_ValueDiffers]
VALUE_CUT: Final[_ValueCut]
VALUE_LAST_DIGIT: Final[_ValueLastDigit]
VALUE_WITHOUT_GROUND: Final[_ValueWithoutGround]
ACHIEVEMENT_DIFFERS: Final[_AchievementDiffers]
ACHIEVEMENT_CUT: Final[_AchievementCut]
ACHIEVEMENT_IS_VALUE: Final[_AchievementIsValue]
ACHIEVEMENT_OTHER_METHOD: Final[_AchievementOtherMethod]
ACHIEVEMENT_CAPPED: Final[_AchievementCapped]
ACHIEVEMENT_AS_RATIO: Final[_AchievementAsRatio]
ACHIEVEMENT_WITHOUT_GROUND: Final[_AchievementWithoutGround]
LOWER_IS_BETTER: Final[_LowerIsBetter]
ACHIEVEMENT_ROUNDED_OTHERWISE: Final[_AchievementRoundedOtherwise]
ACHIEVEMENT_HALF_TO_EVEN: Final[_AchievementHalfToEven]
CATEGORY_DIFFERS: Final[_CategoryDiffers]
CATEGORY_WITHOUT_GROUND: Final[_CategoryWithoutGround]
CATEGORY_OF_ANOTHER_SCALE: Final[_CategoryOfAnotherScale]
VALUE_POSSIBLE: Final[_ValuePossible]
VALUE_BY_HABIT: Final[_ValueByHabit]
ACHIEVEMENT_POSSIBLE: Final[_AchievementPossible]
ACHIEVEMENT_BY_HABIT: Final[_AchievementByHabit]
WEIGHTS_REFUTED: Final[_WeightsRefuted]
ACHIEVEMENT_OTHER_SCALE: Final[_AchievementOtherScale]
ACHIEVEMENT_OF_OTHER_TARGET: Final[_AchievementOfOtherTarget]
WORDS_EMPTY: Final[_WordsEmpty]
OWN_NAME: Final[_OwnName]
RELEASED: Final[_Released]
SURVEY: Final[_Survey]
STATED_NONE: Final[_StatedNone]
PROSE: Final[_Prose]
MILESTONES: Final[_Milestones]
NUMBERS_ONLY: Final[_NumbersOnly]
WORDS_TOO_LONG: Final[_WordsTooLong]
AMBIGUOUS_ORDER: Final[_AmbiguousOrder]
LOST_SIGN: Final[_LostSign]
WORDS_MISSING_OPERATOR: Final[_WordsMissingOperator]
LOST_FRACTION: Final[_LostFraction]
UNBALANCED: Final[_Unbalanced]
WORDS_WEIGHTS_SUM: Final[_WordsWeightsSum]
WEIGHTS_UNKNOWN: Final[_WeightsUnknown]
LEGEND_MISMATCH: Final[_LegendMismatch]
INVERTED: Final[_Inverted]
SEVERAL: Final[_Several]
INCOMPLETE: Final[_Incomplete]
UNCLEAR_PART: Final[_UnclearPart]
AMBIGUOUS_NUMBER: Final[_AmbiguousNumber]
OTHER_SUBJECT: Final[_OtherSubject]
OPPOSED_CHANGE: Final[_OpposedChange]
ROOT_LOST: Final[_RootLost]
AMBIGUOUS_SLASH: Final[_AmbiguousSlash]
SAME_PARTS: Final[_SameParts]
NOT_TIMES_HUNDRED: Final[_NotTimesHundred]
PARENTHESIS_ADDED: Final[_ParenthesisAdded]
REST_IGNORED: Final[_RestIgnored]
BOTH_WAYS: Final[_BothWays]
