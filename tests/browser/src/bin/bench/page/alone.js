// Searches alone, without the explorer's page: from what was typed to all that match, in order. They do not do the same: the
// explorer's search counts the values of all facets, mends wrong letters and looks through names of what cards refer to;
// synonyms and variants of Han, which come with a file that these sizes leave out, are in neither. FlexSearch is set up for
// beginnings of words, as its documentation says for a search that answers each letter. Both read the file of cards.

import start, { Search } from "./search_speed.js";
import { Index } from "./flexsearch.js";

const timed = (act) => {
  const begin = performance.now();
  const result = act();
  return [performance.now() - begin, result];
};

// The best mean of several: what else the machine does can only add to it. A browser's clock goes by steps of a tenth of a
// millisecond, so each is of several.
const MANY = 5;
const many = (act) => () => Array.from({ length: MANY }, act);
const best = (act, rounds) => Math.min(...Array.from({ length: rounds }, () => timed(many(act))[0] / MANY));

export const measure = async (queries, rounds) => {
  await start();
  const file = await (await fetch("cards.json")).text();
  const [ownMade, own] = timed(() => new Search(file));
  const [otherMade, other] = timed(() => {
    const index = new Index({ tokenize: "forward" });
    const { cards } = JSON.parse(file);
    cards.forEach((card, i) => index.add(i, `${card.name.en} ${card.summary}`));
    return index;
  });
  const beginnings = (letters) => letters.map((_, i) => letters.slice(0, i + 1).join(""));
  const letters = queries.flatMap((query) => beginnings([...query]));
  const each = (find) => letters.map((typed) => best(() => find(typed), rounds));
  const limit = JSON.parse(file).cards.length;
  return [
    ["index made, the explorer", [ownMade]],
    ["index made, FlexSearch", [otherMade]],
    ["letter answered, the explorer", each((typed) => own.count(typed))],
    ["letter answered, FlexSearch", each((typed) => other.search(typed, { limit }))],
  ];
};
