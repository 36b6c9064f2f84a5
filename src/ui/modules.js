// The edge to what the build has made: the site's own files, the page's other modules, and the static page that stands
// until the program does. The build puts in `FILES`: the names of the program's files, and their sizes in bytes.

/* global FILES */

// Files that were asked for before the program was there to ask.
const ahead = new Map();

// The response of a file that lies in the page itself, as in the edition in one file (`scripts/kept.js`).
const kept = (path) => window.explorerKept?.(path);

// A file of the site.
export function fetchFile(path) {
  const version = fileVersion(path);
  return fileAtHand(path) ?? fetch(version ? `${path}?v=${version}` : path);
}

// The response of a file that is at hand: already asked for, or in the page itself.
export function fileAtHand(path) {
  const asked = ahead.get(path);
  ahead.delete(path);
  const found = asked ?? kept(path);
  return found && Promise.resolve(found);
}

// The version of a file of the site. Names of data files never change, so their version goes with them.
export function fileVersion(path) {
  return path.startsWith("data/") ? FILES.version : undefined;
}

// Asks for a file that the program will ask for, and counts what comes of it.
export function fetchAhead(path, count) {
  const answer = fetchFile(path).then((answer) => {
    if (!answer.ok || !answer.body) return answer;
    const counting = new TransformStream({
      transform(chunk, out) {
        count(chunk.byteLength);
        out.enqueue(chunk);
      },
    });
    const { status, headers } = answer;
    return new Response(answer.body.pipeThrough(counting), { status, headers });
  });
  // Whoever asks hears of a failure; that nobody has asked yet is none.
  answer.catch(() => {});
  ahead.set(path, answer);
}

// Lets the browser do what it has to, between two pieces of longer work.
const breathe = () => new Promise((done) => setTimeout(done));

// What is asked for once by each name, and once more where that failed.
function once(ask) {
  const answers = {};
  return (name) => {
    answers[name] ??= ask(name).catch((error) => {
      delete answers[name];
      throw error;
    });
    return answers[name];
  };
}

// Loads one of the page's other modules.
const load = once(async (name) => {
  const { script, integrity } = FILES[name];
  window[name] ?? (await new Promise((done, fail) => {
    const element = document.createElement("script");
    Object.assign(element, { src: script, integrity, crossOrigin: "anonymous", onload: done, onerror: fail });
    document.head.append(element);
  }));
  return window[name];
});

// Starts the worker that reads data sets from elsewhere. Where the page has no origin, or is all there is, a worker can
// be had from a blob alone.
export async function startReader() {
  const { script, wasm } = FILES.reader;
  const answer = await fetchFile(wasm);
  if (!answer.ok) throw new Error(`${wasm}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const worker = new Worker(origin === "null" || kept(script) ? await blobOf(script) : script);
  worker.postMessage(bytes, [bytes]);
  return worker;
}

async function blobOf(script) {
  const code = await (await fetchFile(script)).text();
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}

// The bytes of one part of the program. It lies in a file with others that are needed with it.
export async function fetchPart(path, start, end) {
  return (await fetchParts(path)).subarray(start, end);
}

// Fetches a file of the program's parts. Its name is that of one build: a host that has it no more has a newer one.
const fetchParts = once(async (path) => {
  const answer = await fetchFile(path);
  const isGone = answer.status === 404 || answer.headers.get("content-type")?.startsWith("text/html");
  if (isGone) window.explorerOffer(() => location.reload());
  if (isGone || !answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
});

// Tells whoever frames the page what is on screen.
export async function tellFrame(query) {
  (await load("explorerFrame")).tell(query);
}

// The entry of the history remembers how far the reader has scrolled, for Back and Reload.
const arrival = history.state?.top ?? 0;
const REST_MS = 150;
let resting;
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(() => history.replaceState({ ...history.state, top: scrollY }, ""), REST_MS);
}, { passive: true });

// Takes the static page away, where it still stands before the program's own. What was typed into its search field is
// typed into the program's, and the reader is put back where they were.
export async function takeOver() {
  await breathe();
  const still = document.querySelectorAll("body > .static");
  if (!still.length) return;
  const root = document.documentElement;
  if (root.composing) {
    await new Promise((done) => document.addEventListener("compositionend", done, { once: true }));
  }
  const field = document.getElementById("search");
  const { activeElement } = document;
  const focused = activeElement.id || activeElement.getAttribute("href");
  // After a reload, the static page may be too short for the browser to go where the reader was.
  const isAtEnd = scrollY === 0 || scrollY >= root.scrollHeight - innerHeight - 1;
  const top = isAtEnd ? Math.max(scrollY, arrival) : scrollY;
  still.forEach((element) => element.remove());
  delete root.dataset.elsewhere;
  dispatchEvent(new Event("explorer-started"));
  if (field.value) {
    const own = document.getElementById("search");
    own.value = field.value;
    own.dispatchEvent(new Event("input", { bubbles: true }));
  }
  // By then the program has drawn what its data say, and nothing has been painted yet.
  requestAnimationFrame(() => {
    const links = [...document.links].find((link) => link.getAttribute("href") === focused);
    (document.getElementById(focused) ?? links)?.focus({ preventScroll: true });
    if (field.value && focused === "search") {
      document.activeElement.setSelectionRange(field.selectionStart, field.selectionEnd);
    }
    // A page that was short for a moment has moved up; whoever has scrolled on since stays there.
    if (scrollY < top) scrollTo(0, top);
  });
}
