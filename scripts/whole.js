// Files that the whole data set has in it, so that where it is kept they need not be: each record, each organisation, and
// lists of all records. `src/reader.rs` and `cargo xtask bundle` make the same ones.

const RECORD = /^data\/initiatives\/(.+)\.json$/;
const BODY = /^data\/organisations\/(.+)\.json$/;
const LISTS = { "data/sums.json": "amounts", "data/milestones.json": "milestones", "data/sources.json": "sources" };

// Whether a file is one of these.
export const isPart = (path) => RECORD.test(path) || BODY.test(path) || Object.hasOwn(LISTS, path);

// The value of such a file, out of the whole; nothing where there is no such record or organisation.
export function partOf({ vocabulary, initiatives }, path) {
  const id = path.match(RECORD)?.[1];
  if (id) return initiatives.find((initiative) => initiative.id === id);
  const body = path.match(BODY)?.[1];
  if (body) return bodyOf(vocabulary, initiatives, body);
  const list = LISTS[path];
  return Object.fromEntries(initiatives.filter((one) => one[list]?.length).map((one) => [one.id, one[list]]));
}

// The words for searching of each record, a line for each fact, milestone and keyword. Where a text has none in a language,
// it has those of the first language of the data in which it has some.
export function recordTexts({ vocabulary, initiatives }) {
  const all = ["en", "zh-Hant", "zh-Hans"];
  const order = [...(vocabulary.explorer.languages ?? []), ...all];
  const inAll = (words) => Object.fromEntries(all.map((lang) => [lang, [lang, ...order].map(words).find(Boolean) ?? ""]));
  const filled = (text) => inAll((lang) => text[lang]?.trim() && text[lang]);
  const lead = vocabulary.roles[0]?.id;
  return initiatives.map((one) => {
    const said = [...one.facts, ...(one.milestones ?? [])].map(({ text }) => filled(text));
    return {
      id: one.id,
      name: filled(one.name),
      summary: filled(one.summary),
      facts: Object.fromEntries(all.map((lang) => [lang, said.map((text) => text[lang]).join("\n")])),
      keywords: Object.fromEntries(all.map((lang) => [lang, (one.keywords?.[lang] ?? []).join("\n")])),
      leads: one.organisations.filter((part) => part.role === lead).map((part) => part.id),
      sums: (one.amounts ?? []).map((amount) => amount.hkd),
    };
  });
}

// An organisation with the number of records of each role that it takes, in the order of the vocabulary.
function bodyOf(vocabulary, initiatives, id) {
  const organisation = vocabulary.organisations.find((body) => body.id === id);
  const parts = initiatives.flatMap((one) => one.organisations).filter((part) => part.id === id);
  const roles = vocabulary.roles.map((role) => [role.id, parts.filter((part) => part.role === role.id).length]);
  return organisation && { organisation, roles: roles.filter(([, count]) => count) };
}
