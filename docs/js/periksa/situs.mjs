/* The page of the site: finds the library beside it, and asks the browser to keep it for use without
 * a network. */
import { open } from "./halaman.mjs";

const place = document.querySelector(".periksa");
const root = new URL("../../", import.meta.url);
const folder = new URL("periksa/pustaka/", root).href;
const language = place.dataset.bahasa;
const home = language === "id" ? root : new URL("en/", root);

const response = await fetch(`${folder}daftar.json`);
if (response.ok) {
  const examples = [...place.querySelectorAll("[data-contoh]")].map((one) => ({
    label: one.textContent, name: one.dataset.contoh, address: new URL(`periksa/contoh/${one.dataset.contoh}`, root).href,
  }));
  open(place, {
    language,
    script: new URL("./pustaka.mjs", import.meta.url).href,
    from: { folder, list: await response.json() },
    examples,
    indicators: new URL("indikator/", home).href,
    // In English one list has all findings; in Indonesian each has a page.
    findings: (code) => new URL(language === "id" ? `temuan/${code}/` : `temuan/#${code}`, home).href,
  });
  navigator.serviceWorker?.register(new URL("periksa-luring.js", root)).catch(() => {});
} else {
  place.querySelector("[data-tanpa]").hidden = false;
}
