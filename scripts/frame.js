// How the page behaves in a frame of another: it tells the frame's page how tall it is and what it shows, and opens
// dialogs where the reader looks. The one message that it heeds is iframe-resizer's first, which gives the frame a name.

const root = document.documentElement;
// Else it scrolls within, and its height is the frame's.
const grows = root.dataset.embed === "1";
// What says how the page is framed is no part of the view.
const OWN = ["embed", "scheme"];
const RESIZER = "[iFrameSizer]";

let name;
let told = 0;
let before;

function send(message) {
  // Who may frame the page is for its host to say, and nothing here is secret.
  if (parent !== window) parent.postMessage(message, "*");
}

const bottom = (element) => element.getBoundingClientRect().bottom + scrollY;

function tellHeight(event) {
  const dialogs = document.querySelectorAll("dialog[open]");
  const height = Math.ceil(Math.max(...[document.body, ...dialogs].map(bottom)));
  // In a frame that is not shown, nothing has a height.
  if (!innerWidth || (height === told && event !== "init")) return;
  told = height;
  send({ explorer: "height", height });
  if (name) send(`${RESIZER}${name}:${height}:${innerWidth}:${event}`);
}

const sizes = new ResizeObserver(() => tellHeight("resize"));
const watched = new WeakSet();

function watch(element) {
  if (watched.has(element)) return;
  watched.add(element);
  sizes.observe(element);
}

// A record's panel is always there, the sheet of filters comes and goes.
const watchDialogs = () => document.querySelectorAll("dialog").forEach(watch);

// Dialogs open at the top of what is seen of the frame, which may be taller than any screen.
let seen = { top: 0, bottom: 0 };

function see(rect) {
  seen = rect;
  root.style.setProperty("--seen", `${Math.max(0, rect.top + scrollY)}px`);
}

// What is seen, across origins, only this observer tells, and a moment later.
function look() {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    see(entry.intersectionRect);
    tellHeight("resize");
  });
  observer.observe(root);
}

// Before something opens. What is open stays where it is: what is under the finger must not move away.
function prepare({ target }) {
  watchDialogs();
  if (document.querySelector("dialog[open]")) return;
  // Until the observer tells, it is at least where the reader touches.
  const touched = target.getBoundingClientRect?.();
  if (touched && (touched.top < seen.top || touched.top > seen.bottom)) see(touched);
  look();
}

// Whatever leaves the explorer leaves the frame as well.
function leave(event) {
  const link = event.target.closest?.("a[href]:not([target], [download], [href^='?'], [href^='#'])");
  if (link) Object.assign(link, { target: "_blank", rel: "noopener" });
}

// Tells what is on screen, as a query string, when it is something else than before.
export function tell(framed) {
  const view = new URLSearchParams(framed);
  OWN.forEach((key) => view.delete(key));
  const [query, id] = [view.toString(), view.get("id")];
  if (before && before.query !== query) send({ explorer: "view", query, id });
  // Another record begins at its top, where the reader looks.
  if (grows && before?.id !== id) {
    watchDialogs();
    look();
  }
  before = { query, id };
}

addEventListener("click", leave, true);
if (grows) {
  watch(document.body);
  // What a reader does before something opens.
  ["pointerdown", "keydown", "focusin"].forEach((event) => addEventListener(event, prepare, true));
  addEventListener("message", ({ source, data }) => {
    const first = source === parent && /^\[iFrameSizer\]([^:]+):[^:]*:(true|false):/.exec(data);
    if (!first) return;
    name = first[1];
    tellHeight("init");
  });
  send("[iFrameResizerChild]Ready");
}
