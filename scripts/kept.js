// The files of the edition in one file. They lie in its page, one after another and compressed as a whole, so that what they
// share is there once; `crates/site/src/package/kept.rs` put them there.
import { decompress } from "fzstd";
import { isPart, partOf, recordTexts } from "./whole.js";

const WHOLE = "data/dataset.json";
const TEXTS = "data/texts.json";

// The bytes of each file, by its path, once somebody has asked for one.
let files;
function unpacked() {
  const element = document.getElementById("files");
  const packed = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const all = decompress(packed);
  const sizes = JSON.parse(element.dataset.sizes);
  element.remove();
  let end = 0;
  return new Map(sizes.map(([path, size]) => [path, all.subarray(end, (end += size))]));
}

const read = (path) => JSON.parse(new TextDecoder().decode(files.get(path)));

// A file out of the whole data set, which holds it.
let whole;
function part(path) {
  whole ??= read(WHOLE);
  const found = path === TEXTS ? { ...read(TEXTS), records: recordTexts(whole) } : partOf(whole, path);
  return found ? Response.json(found) : new Response("", { status: 404 });
}

// The response of a file that is kept here; nothing for any other. `src/ui/modules.js` asks for them.
window.explorerKept = (path) => {
  files ??= unpacked();
  if (path === TEXTS || isPart(path)) return part(path);
  const bytes = files.get(path);
  if (!bytes) return undefined;
  const type = path.endsWith(".wasm") ? "application/wasm" : "application/json";
  return new Response(bytes, { headers: { "content-type": type } });
};
