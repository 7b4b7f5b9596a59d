// The cells of an item of a plan that is drawn on demand.
drawn("", 1, [0], (data, made, [line, name, state, counterpart, ...deviations]) => {
  const [key, sign, label] = data.keadaan[state];
  const texts = deviations.map((one) => made("div", data.teks[one]));
  return [[line || ""], [data.teks[name]], [made("span", `${sign} ${label}`, `badge ${key}`)], [data.teks[counterpart]], texts];
});
