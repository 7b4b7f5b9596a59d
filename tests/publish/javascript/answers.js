/* Answers requests of the tests with what the runtime gives, as JSON; in Node and in a browser. */
globalThis.answer = (request) => {
  "use strict";
  const iku = globalThis.kesbangIku;
  const text = (value) => value?.toString() ?? null;
  const { Rational } = iku;

  function outcome(value, decimals) {
    if (value === true || value === false) return { benar: value };
    if (value instanceof iku.Missing) return { hilang: value.names };
    if (value instanceof iku.Undefined) return { tak_terdefinisi: value.reason };
    const published = decimals === null ? null : iku.roundHalfUp(value, decimals);
    return { nilai: text(value), terbit: published };
  }

  function read({ value, findings }) {
    const codes = findings.map((found) => found.code);
    const pesan = findings.map((found) => [found.message.id, found.message.en, found.hint.id]);
    switch (value?.kind) {
      case undefined:
        return { galat: codes, pesan };
      case "number":
        return { nilai: text(value.value), satuan: value.unit, temuan: codes, pesan };
      case "range":
        return {
          rentang: { min: text(value.low), maks: text(value.high) },
          satuan: value.unit, temuan: codes, pesan,
        };
      case "bound":
        return {
          batas: { tanda: value.operator, nilai: text(value.value) },
          satuan: value.unit, temuan: codes, pesan,
        };
      case "words":
        return { kata: value.text, temuan: codes, pesan };
      default:
        return { hilang: true, temuan: codes, pesan };
    }
  }

  const bound = (value) => (value === null ? null : Rational.of(value));
  const exactly = (values) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Rational.of(value)]));
  const source = (code) => (0, eval)(code);

  switch (request.jenis) {
    case "rumus": {
      const node = source(request.kode)(iku.formula);
      const value = node.value(request.variabel, request.sebelumnya ?? {});
      return { ...outcome(value, request.desimal), teks: node.source };
    }
    case "langkah": {
      const node = source(request.kode)(iku.formula);
      return iku
        .steps(node, request.variabel, request.sebelumnya ?? {}, request.bahasa)
        .map((step) => [step.expression, step.substituted, iku.valueText(step.value, request.bahasa)]);
    }
    case "angka":
      return read(
        iku.readNumber(request.teks, {
          format: request.format,
          minimum: bound(request.min),
          maximum: bound(request.maks),
          whole: request.bulat,
        }),
      );
    case "indikator": {
      const found = iku.compute(iku.definitions.get(`${request.kode} ${request.versi}`), {
        variables: request.eksak ? exactly(request.variabel) : request.variabel,
        previous: request.sebelumnya,
        target: request.target,
        level: request.tingkat,
        format: request.format,
      });
      return {
        status: found.status,
        nilai: found.published ?? null,
        nilai_eksak: text(found.exact),
        kategori: found.category?.label ?? null,
        target: found.achievement?.goal.text ?? null,
        capaian: found.achievement?.published ?? null,
        tercapai: found.achievement?.reached ?? null,
        predikat: found.achievement?.category?.label ?? null,
        kurang: found.missing,
        temuan: found.findings.map((one) => [one.code, one.message.id, one.message.en]),
      };
    }
    case "capaian": {
      const found = iku.achieve(source(request.metode), request.masukan);
      return {
        status: found.published ? "lengkap" : "tidak_terdefinisi",
        capaian: found.published ?? null,
        capaian_eksak: text(found.exact),
        capaian_tanpa_batas: found.unlimited ?? null,
      };
    }
    case "skala":
      return iku.classify(source(request.skala), Rational.of(request.nilai))?.label ?? null;
    default:
      throw new Error(`no answer to ${request.jenis}`);
  }
};
