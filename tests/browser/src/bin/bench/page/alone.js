// Searches alone, without the explorer's page: from what was typed to all that match, in order. The explorer's search counts
// the values of all facets besides. FlexSearch is set up for beginnings of words, as its documentation says for a search
// that answers each letter.

import start, { Search } from "./search_speed.js";
import { Index } from "./flexsearch.js";

const timed = (act) => {
  const begin = performance.now();
  const result = act();
  return [performance.now() - begin, result];
};

// The best time of several: what else the machine does can only add to it.
const best = (act, rounds) => Math.min(...Array.from({ length: rounds }, () => timed(act)[0]));

export const measure = async (queries, rounds) => {
  await start();
  const file = await (await fetch("cards.json")).text();
  const [ownMade, own] = timed(() => new Search(file));
  const { cards } = JSON.parse(file);
  const [otherMade, other] = timed(() => {
    const index = new Index({ tokenize: "forward" });
    cards.forEach((card, i) => index.add(i, `${card.name.en} ${card.summary}`));
    return index;
  });
  const letters = queries.flatMap((query) => [...query].map((_, i) => query.slice(0, i + 1)));
  const each = (find) => letters.map((typed) => best(() => find(typed), rounds));
  const limit = cards.length;
  return [
    ["index made, the explorer", [ownMade]],
    ["index made, FlexSearch", [otherMade]],
    ["letter answered, the explorer", each((typed) => own.count(typed))],
    ["letter answered, FlexSearch", each((typed) => other.search(typed, { limit }))],
  ];
};
