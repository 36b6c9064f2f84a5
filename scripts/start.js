// Loads the program, and shows how far it has come. `program` and `modules` are what wasm-bindgen wrote.
import init from "program";
import { fetchAhead, fetchFile } from "modules";

/* global FILES */

const { lang } = document.documentElement;
const cards = `data/cards.${lang}.json`;
const query = new URLSearchParams(location.search);
const isOwn = !query.has("data");
const view = query.get("view");
let chunks = FILES.overview;
if (/^(cards|table|timeline)$/.test(view)) chunks = FILES.results;
if (view === "class") chunks = [];
const program = [FILES.program, ...chunks];
const bar = document.getElementById("loading");
const size = program.reduce((sum, file) => sum + file.size, 0);
if (bar) bar.max = size + (isOwn ? FILES.cards[lang] : 0);
const count = (bytes) => bar && (bar.value += bytes);

program.forEach((file) => fetchAhead(file.wasm, count));
if (isOwn) fetchAhead(cards, count);
init({ module_or_path: fetchFile(FILES.program.wasm) });

// Without a worker, as where a portal forbids it, everything works as long as there is a network. The page that has
// everything inside has none.
async function keepOffline() {
  const isWhole = document.documentElement.dataset.whole !== undefined;
  const workers = FILES.offline && !isWhole && navigator.serviceWorker;
  if (!workers) return;
  const registration = await workers.register("sw.js", { updateViaCache: "none" });
  let offered = false;
  let accepted = false;
  const offer = () => {
    if (offered || !registration.waiting || !workers.controller) return;
    offered = true;
    window.explorerOffer(() => {
      accepted = true;
      registration.waiting.postMessage("accept");
    });
  };
  workers.addEventListener("controllerchange", () => accepted && location.reload());
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => worker.state === "installed" && offer());
  });
  offer();
}

addEventListener("explorer-started", () => keepOffline().catch(() => {}));
