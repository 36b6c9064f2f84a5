// What the page of every package has in common: it begins where it was packed to begin, and says how far a learner has
// come. The build puts in `START`, the address to begin at, and `OPENING_COMPLETES`, whether there is nothing to answer
// there, so that having seen it is all there is to do.

/* global START, OPENING_COMPLETES */

// Goes to the first of some addresses that is one, unless the page was asked for something of its own.
export function begin(...addresses) {
  const address = [...addresses.map(whole), START].find(isAddress);
  if (address && !location.search) history.replaceState(null, "", address + location.hash);
}

function isAddress(text) {
  return text?.startsWith?.("?") ?? false;
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
function whole(address) {
  if (!address?.startsWith?.("&")) return address;
  const query = new URLSearchParams(START);
  const other = new URLSearchParams(address);
  for (const name of other.keys()) query.delete(name);
  for (const [name, value] of other) if (value) query.append(name, value);
  return "?" + query;
}

// Listens to how far the learner has come: `done` of `total` answered, a `score` from 0 to 1 or none, whether all is
// `complete`, and the `address` to come back to.
export function follow(tell) {
  addEventListener("explorer-progress", ({ detail }) => {
    const { done, of: total, score, complete, address } = detail ?? {};
    tell({
      share: complete ? 1 : total > 0 ? between(done / total) : 0,
      score: typeof score === "number" && isFinite(score) ? between(score) : undefined,
      complete: complete === true,
      address: isAddress(address) ? address : undefined,
    });
  });
  if (OPENING_COMPLETES) addEventListener("explorer-started", () => tell({ share: 1, complete: true }));
}

function between(number) {
  return Math.min(Math.max(number, 0), 1);
}

// Seconds since the page was opened.
export function seconds() {
  return performance.now() / 1000;
}

// The same as platforms that follow ISO 8601 have it.
export function duration() {
  return `PT${seconds().toFixed(2)}S`;
}
