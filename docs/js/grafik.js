/* On the page of an indicator: the chart as a file, and the citation on the clipboard. A picture
 * that leaves the page takes the colours of paper with it. */
(function () {
  "use strict";

  const TEXTS = {
    id: { svg: "Unduh SVG", png: "Unduh PNG", csv: "Unduh CSV", cite: "Salin kutipan", copied: "Tersalin.", seen: "Dilihat" },
    en: { svg: "Download SVG", png: "Download PNG", csv: "Download CSV", cite: "Copy citation", copied: "Copied.", seen: "Seen" },
  };
  const texts = TEXTS[document.documentElement.lang] ?? TEXTS.id;
  const PAPER = {
    ink: "#1b1b1b", muted: "#4d4d4d", line: "#c8c8c8", value: "#1f5a99", goal: "#a84300", paper: "#ffffff",
  };
  const SCALE = 2; // pixels of the PNG for one of the picture

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "md-button tombol";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  function drawn(figure) {
    const picture = figure.querySelector(".gambar--lebar svg").cloneNode(true);
    picture.setAttribute("style", "background:#ffffff");
    return picture.outerHTML.replace(/var\(--(\w+)\)/g, (all, name) => PAPER[name] ?? all);
  }

  function saveBitmap(figure, name) {
    const image = new Image();
    const source = drawn(figure);
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth * SCALE;
      canvas.height = image.naturalHeight * SCALE;
      const brush = canvas.getContext("2d");
      brush.fillStyle = PAPER.paper;
      brush.fillRect(0, 0, canvas.width, canvas.height);
      brush.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  }

  /** The numbers of the chart, as its description tells them: a year and its value. */
  const numbers = (figure) => {
    const said = figure.querySelector(".gambar--lebar desc").textContent;
    const rows = [...said.matchAll(/(?:^|, |: )(\d{4}) (-?[\d.,]*\d) \(([^)]*)\)/g)];
    return ["tahun;nilai;kedudukan", ...rows.map(([, year, value, standing]) => `${year};${value};${standing}`)];
  };

  for (const figure of document.querySelectorAll("figure.grafik")) {
    const name = figure.dataset.nama;
    const row = document.createElement("p");
    row.className = "tombol-baris";
    row.append(
      button(texts.csv, () => save(new Blob(["\ufeff", numbers(figure).join("\r\n"), "\r\n"], { type: "text/csv" }), `${name}.csv`)),
      button(texts.svg, () => save(new Blob([drawn(figure)], { type: "image/svg+xml" }), `${name}.svg`)),
      button(texts.png, () => saveBitmap(figure, name)),
    );
    figure.after(row);
  }

  for (const line of document.querySelectorAll(".kutipan")) {
    const link = line.querySelector("a");
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const today = new Date().toISOString().slice(0, 10);
    const words = line.textContent.replace(link.textContent, "").trim();
    const row = document.createElement("p");
    row.className = "tombol-baris";
    row.append(
      button(texts.cite, async () => {
        const citation = `${words} ${link.href} (${texts.seen.toLowerCase()} ${today})`;
        // Without a secure address there is no clipboard: then the words stand there to be taken.
        await navigator.clipboard?.writeText(citation);
        said.textContent = navigator.clipboard ? texts.copied : citation;
      }),
      said,
    );
    line.after(row);
  }
})();
