// The keys of an address, as `crates/core/src/address` reads them. `tests/address.rs` holds the two lists against each other.

// Keys with one value.
export const KEYS = [
  "view", "q", "list", "title", "from", "to", "years", "days", "lanes", "zoom", "unfold", "sort", "rows", "columns", "by", "id", "lesson", "step",
  "answers", "game", "level", "data", "scheme",
  "embed", "lang",
];
// Keys that may be repeated.
export const FACETS = ["theme", "topic", "sector", "kind", "org", "place", "status", "evidence"];

// Whether an address (`URLSearchParams`) sets one of some keys. A `from` that is no year is WeChat's, which says with it
// where a link was opened.
export function sets(query, keys) {
  return keys.some((key) => query.getAll(key).some((value) => key !== "from" || /^\d/.test(value)));
}
