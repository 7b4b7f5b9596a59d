/* The page of the site that checks files: finds the library beside it. */
import { open } from "./halaman.mjs";
import { located } from "./letak.mjs";

const place = document.querySelector(".periksa");
const found = await located(place);
if (found) {
  const { language, root, home, script, from } = found;
  const examples = [...place.querySelectorAll("[data-contoh]")].map((one) => ({
    label: one.textContent, name: one.dataset.contoh, address: new URL(`periksa/contoh/${one.dataset.contoh}`, root).href,
  }));
  open(place, {
    language, script, from, examples,
    indicators: new URL("indikator/", home).href,
    // In English one list has all findings; in Indonesian each has a page.
    findings: (code) => new URL(language === "id" ? `temuan/${code}/` : `temuan/#${code}`, home).href,
  });
}
