// The cells of an item of a region that is drawn on demand.
drawn("scores", 1, [2, 3, 4], (data, made, [when, indicator, value, state, target, achieved, rating, category, need, why]) => {
    const [code, name, unit] = data.indikator[indicator];
    const [key, sign, label] = data.keadaan[state ?? 0];
    const of = (number) => data.teks[number ?? 0];
    const mark = made("span", `${sign} ${label}`, `badge ${key}`);
    return [
      [of(when)],
      [made("code", code), ` ${name}`],
      value ? [value, made("span", unit, "small")] : [""],
      [target ?? ""],
      [achieved ?? ""],
      [[of(rating), of(category)].filter(Boolean).join(" · ")],
      [mark],
      [[of(need), of(why)].filter(Boolean).join(" · ")],
    ];
  });
