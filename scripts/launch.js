// What the page of every package has in common: it begins where it was packed to begin, and hears how far a learner has
// come. The build puts in `START`, the address to begin at, and `OPENING_COMPLETES`, whether there is nothing to answer
// there, so that having seen it is all there is to do.
import { FACETS, KEYS, sets } from "./address.js";
import { nearest } from "./lang.js";

/* global START, OPENING_COMPLETES */

// The keys that ask for something to be shown. How it is shown does not: Moodle appends an `embed=1` of its own.
const ASKING = [...KEYS, ...FACETS].filter((key) => !["embed", "lang", "scheme"].includes(key));
// The keys by which a lesson or a game is told from another.
const SUBJECT = ["lesson", "game", "level", "data"];

// Goes to where the learner was, by the first of some addresses that belongs to the start, else to the start, in the
// language that the platform names. A page that was asked for something else stays.
export function begin(addresses = [], languages = "") {
  const asked = new URLSearchParams(location.search);
  if (sets(asked, ASKING)) return;
  const address = addresses.map(whole).find(isOwn) ?? START;
  const looks = new URLSearchParams();
  const wanted = { lang: asked.get("lang") ?? languages.split(",").map(nearest).find(Boolean), scheme: asked.get("scheme") };
  const given = new URLSearchParams(address);
  for (const [key, value] of Object.entries(wanted)) if (value && !given.has(key)) looks.set(key, value);
  const search = [address.slice(1), looks.toString()].filter(Boolean).join("&");
  history.replaceState(history.state, "", location.pathname + (search && "?" + search) + location.hash);
}

// Whether an address is of the lesson or the game at which the package begins. No other counts.
export function isOwn(address) {
  if (!address?.startsWith?.("?")) return false;
  const [start, there] = [START, address].map((query) => new URLSearchParams(query));
  // The cards of a game are those of a list, where there is one. A lesson shows other lists as it goes on.
  const isOfSameCards = !start.has("game") || listed(start) === listed(there);
  return isOfSameCards && SUBJECT.every((key) => start.get(key) === there.get(key));
}

// The records of a list, in one order.
function listed(query) {
  return (query.get("list") ?? "").split(",").sort().join();
}

// An address by what it has other than the start, for where there is little room: a lesson that stands in the address
// itself is long. What the start has and the address has not is empty.
export function shortened(address) {
  const [start, there] = [START, address].map((query) => new URLSearchParams(query));
  const other = new URLSearchParams();
  for (const name of new Set([...start.keys(), ...there.keys()])) {
    const values = there.getAll(name);
    if (values.join("\n") === start.getAll(name).join("\n")) continue;
    for (const value of values.length ? values : [""]) other.append(name, value);
  }
  return "&" + other;
}

// The address that was shortened.
export function whole(address) {
  if (!address?.startsWith?.("&")) return address;
  const query = new URLSearchParams(START);
  const other = new URLSearchParams(address);
  for (const name of other.keys()) query.delete(name);
  for (const [name, value] of other) if (value) query.append(name, value);
  return "?" + query;
}

// Listens to the lesson or the game of the start. `progress` is told what `share` is done and the `score`, from 0 to 1,
// whether all is `complete`, and the `address` to come back to; `answer` each answer, as `Answer` in
// `src/ui/classroom/answer.rs` has it.
export function follow(progress, answer = () => {}) {
  addEventListener("explorer-progress", ({ detail }) => {
    const { done, of: total, score, complete, address } = detail ?? {};
    if (!isOwn(address)) return;
    progress({
      share: complete ? 1 : total > 0 ? between(done / total) : 0,
      score: typeof score === "number" && isFinite(score) ? between(score) : undefined,
      complete: complete === true,
      address,
    });
  });
  addEventListener("explorer-answer", ({ detail }) => isOwn(detail?.address) && answer(detail));
  if (OPENING_COMPLETES) addEventListener("explorer-started", () => progress({ share: 1, complete: true }));
}

function between(number) {
  return Math.min(Math.max(number, 0), 1);
}

// Seconds since the page was opened.
export function seconds() {
  return performance.now() / 1000;
}

// Seconds as platforms that follow ISO 8601 have them.
export function duration(time) {
  return `PT${time.toFixed(2)}S`;
}
