// What the classroom needs of the browser and Rust does not offer as shortly.

// The longest lesson that is unpacked, in bytes: what an address holds may grow a thousandfold.
const LONGEST = 1024 * 1024;

async function bytesOf(stream) {
  const parts = [];
  let size = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > LONGEST) throw "large";
    parts.push(value);
  }
}

// A text in letters that an address can hold.
export async function pack(text) {
  const bytes = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// The text that such letters hold.
export async function unpack(letters) {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const text = await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  return new TextDecoder().decode(text);
}

// Puts a text on the clipboard, and says whether that was allowed.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Hands a text to the browser to be saved.
export function save(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// The text of the file that was chosen in a field.
export async function chosen(field) {
  const [file] = field.files;
  field.value = "";
  return file && file.size <= LONGEST ? file.text() : "";
}

// Tells the page's window how far a lesson or a game has come, where a learning platform's adapter may listen.
export function report(detail) {
  dispatchEvent(new CustomEvent("explorer-progress", { detail }));
}

// What the browser remembers under a name, where it may.
export function remember(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
