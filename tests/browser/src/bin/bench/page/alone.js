// Searches alone, without the explorer's page: from what was typed to all that match, in order, and to how many of them
// have each value of a facet, which FlexSearch leaves to its user and is done for it here. They do not do the same: the
// explorer's search counts years and how a record is known as well, mends wrong letters and looks through names of what
// cards refer to; synonyms and variants of Han, which come with a file that these sizes leave out, are in neither.
// FlexSearch is set up for beginnings of words, as its documentation says for a search that answers each letter. Both read
// the file of cards.

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

// The values that each card has, as numbers.
const FACETS = ["themes", "kind", "sectors", "topics", "organisations", "status", "place"];
const valuesOf = (cards) => {
  const numbers = new Map();
  const number = (value) => numbers.get(value) ?? (numbers.set(value, numbers.size), numbers.size - 1);
  const all = (card) => FACETS.flatMap((facet) => [card[facet] ?? []].flat().map((id) => number(`${facet} ${id}`)));
  return [cards.map(all), numbers.size];
};

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
  const { cards } = JSON.parse(file);
  const limit = cards.length;
  const [values, count] = valuesOf(cards);
  const found = (typed) => other.search(typed, { limit });
  const counted = (typed) => {
    const counts = new Uint32Array(count);
    for (const card of found(typed)) for (const value of values[card]) counts[value] += 1;
    return counts;
  };
  return [
    ["index made, the explorer", [ownMade]],
    ["index made, FlexSearch", [otherMade]],
    ["letter answered, the explorer", each((typed) => own.count(typed))],
    ["letter answered, FlexSearch", each(counted)],
    ["the same without counts, FlexSearch", each(found)],
  ];
};
