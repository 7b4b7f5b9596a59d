// The cells of an item of a region that is drawn on demand; the numbers it was computed from are for
// verifying.
drawn("scores", 1, [2, 3, 4], (data, made, [when, indicator, value, _, state, target, achieved, rating, category, need, why]) => {
    const [code, name, unit] = data.indikator[indicator];
    const [key, sign, label] = data.keadaan[state ?? 0];
    const of = (number) => data.teks[number ?? 0];
    const mark = made("span", `${sign} ${label}`, `badge ${key}`);
    return [
      [data.waktu[when][0]],
      [made("code", code), ` ${name}`],
      value ? [value, made("span", unit, "small")] : [""],
      [data.target[target ?? 0][0]],
      [achieved ?? ""],
      [[of(rating), of(category)].filter(Boolean).join(" · ")],
      [mark],
      [[of(need), of(why)].filter(Boolean).join(" · ")],
    ];
  });
