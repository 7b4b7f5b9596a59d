/* Keeps the pages that check files and numbers, and the library they run, for use without a network. The library's
 * files never change under one address, so what is kept is taken; everything else is asked for anew
 * and what was kept is for when there is no network. */
"use strict";

const KEPT = "kesbang-iku-periksa";
const page = /\/(periksa|periksa-angka|en\/check|en\/check-number)\//;
const fixed = /\/periksa\/pustaka\/.*\?/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (!page.test(request.referrer) && !page.test(request.url) && !/\/js\/periksa\//.test(request.url)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const kept = await caches.open(KEPT);
  if (fixed.test(request.url)) {
    const found = await kept.match(request);
    if (found) return found;
  }
  try {
    const response = await fetch(request);
    if (response.ok) {
      if (fixed.test(request.url)) await forgetOlder(kept, request.url);
      await kept.put(request, response.clone());
    }
    return response;
  } catch (problem) {
    const found = await kept.match(request, { ignoreSearch: !fixed.test(request.url) });
    if (found) return found;
    throw problem;
  }
}

/** A file of the library replaces the one of an older library. */
async function forgetOlder(kept, address) {
  await kept.delete(new URL(address), { ignoreSearch: true });
}
