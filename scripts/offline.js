// Keeps the page working without a network. The build puts in `KEPT`, the addresses of the program and its data, and
// `VERSION`. It never replaces itself under an open page: a new version waits until the reader accepts it.

import { FOLDERS } from "./pages.js";
import { isPart, partOf } from "./whole.js";

/* global KEPT, VERSION */

// Other explorers may lie on the same host.
const PREFIX = "explorer " + registration.scope + " ";
const CACHE = PREFIX + VERSION;

addEventListener("install", (event) => {
  const fresh = KEPT.map((address) => new Request(address, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      // The version before stays, for pages that are still open with it.
      const own = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
      await Promise.all(own.slice(0, -1).map((name) => caches.delete(name)));
      await clients.claim();
    }),
  );
});

addEventListener("message", (event) => {
  if (event.data === "accept") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  const path = url.href.slice(registration.scope.length).split(/[?#]/)[0];
  event.respondWith(request.mode === "navigate" ? page(request, path) : file(request, path, url.search));
});

// A page of a language, a record or a value, with or without what hosts let go at its end.
const PAGE = new RegExp(
  `^(?:(zh-Han[ts])(?:/|$))?(?:(${Object.keys(FOLDERS).join("|")})/(?!index\\.html$)([^/]+))?/?(?:index\\.html)?$`,
);

// The explorer from what is kept; another page from the network, else the same within the explorer.
async function page(request, path) {
  const cache = await caches.open(CACHE);
  if (path === "" || path === "index.html") return (await cache.match("./")) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const [found, lang, folder, id] = path.match(PAGE) ?? [];
    if (found === undefined) return notKept(cache);
    const query = new URLSearchParams({ lang: lang ?? "en" });
    const key = FOLDERS[folder];
    if (key && key !== "id") query.set("view", "cards");
    if (key) query.set(key, id);
    return Response.redirect("./?" + query);
  }
}

// The page that says so of another. It may stand at any depth, so it is told where the explorer lies.
async function notKept(cache) {
  const html = await (await cache.match("offline.html")).text();
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(html.replace('<base href="./">', `<base href="${registration.scope}">`), { status: 503, headers });
}

// What is kept, of whichever version the page asks for, else what the network has.
async function file(request, path, search) {
  return (await kept(request.url)) ?? (await part(path, search)) ?? fetch(request);
}

async function kept(address) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(PREFIX) && (await (await caches.open(name)).match(address));
    if (found) return found;
  }
  return undefined;
}

// A file out of the whole data set, so that not each has to be kept; nothing where it is none.
async function part(path, search) {
  if (!search || !isPart(path)) return undefined;
  const whole = await kept(new URL("data/dataset.json" + search, registration.scope).href);
  const found = whole && partOf(await whole.json(), path);
  return found ? Response.json(found) : undefined;
}
