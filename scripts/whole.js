// Files that the whole data set has in it, so that where it is kept they need not be: each record, and lists of all
// records. `src/reader.rs` and `cargo xtask bundle` make the same ones.

const RECORD = /^data\/initiatives\/(.+)\.json$/;
const LISTS = { "data/sums.json": "amounts", "data/milestones.json": "milestones", "data/sources.json": "sources" };

// Whether a file is one of these.
export const isPart = (path) => RECORD.test(path) || Object.hasOwn(LISTS, path);

// The value of such a file, out of the whole; nothing where there is no such record.
export function partOf({ initiatives }, path) {
  const id = path.match(RECORD)?.[1];
  if (id) return initiatives.find((initiative) => initiative.id === id);
  const list = LISTS[path];
  return Object.fromEntries(initiatives.filter((one) => one[list]?.length).map((one) => [one.id, one[list]]));
}
