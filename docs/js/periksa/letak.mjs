/* Where the library of the site is, for the pages that run it; nothing where the site was built
 * without it, which the page then says. */

export async function located(place) {
  const root = new URL("../../", import.meta.url);
  const folder = new URL("periksa/pustaka/", root).href;
  const response = await fetch(`${folder}daftar.json`);
  if (!response.ok) {
    place.querySelector("[data-tanpa]").hidden = false;
    return null;
  }
  navigator.serviceWorker?.register(new URL("periksa-luring.js", root)).catch(() => {});
  const language = place.dataset.bahasa;
  return {
    language,
    root,
    home: language === "id" ? root : new URL("en/", root),
    script: new URL("./pustaka.mjs", import.meta.url).href,
    from: { folder, list: await response.json() },
  };
}
