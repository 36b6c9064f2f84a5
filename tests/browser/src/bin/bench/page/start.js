// Runs before any script of the page: counts what the page writes into the browser's history, and notes when the program
// has taken over from the static page. `bench` holds everything that the measurements share.
window.bench = { writes: 0, readyAt: undefined };

for (const name of ["pushState", "replaceState"]) {
  const write = History.prototype[name];
  History.prototype[name] = function (...values) {
    bench.writes += 1;
    return write.apply(this, values);
  };
}

new MutationObserver((_, observer) => {
  if (document.querySelector(".page") && !document.querySelector(".static")) {
    bench.readyAt = performance.now();
    observer.disconnect();
  }
}).observe(document, { childList: true, subtree: true });

// Milliseconds from the last byte of the cards until their page stands.
bench.sinceCards = () => {
  const cards = performance.getEntriesByType("resource").find(({ name }) => name.includes("/data/cards."));
  return bench.readyAt - cards.responseEnd;
};

// The same numbers below `below` in every run.
let seed = 20261123;
bench.random = (below) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % below;
};
