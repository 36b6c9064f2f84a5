// What a learner has reached in an attempt. Nothing of it falls: whoever practises again keeps their score, and what was
// completed stays so. It is kept in the browser as well, so that what never arrived is told at the next opening.
import { shortened } from "./launch.js";

// So many places are remembered at which the platform may stand.
const PLACES = 50;

export class Attempt {
  #name;
  #places;
  #isUnheard;

  // `name` tells whose attempt it is at what; without one nothing is kept, since it might be somebody else's. `address` and
  // `reached` are what the platform has, and `isNew` whether it takes the attempt for one that begins. What is kept goes on
  // from there only where the platform stands at a place of ours: else the learner was elsewhere since.
  constructor(name, address, reached, isNew) {
    this.#name = name && "explorer-attempt " + name;
    const place = shortened(address);
    const before = this.#read();
    // A platform that has heard nothing of an attempt takes it for new as long as that is so.
    const kept = isNew && !before?.isUnheard ? null : before;
    this.#isUnheard = kept ? (kept.isUnheard ?? false) : true;
    // Statements of which nobody has heard that they were taken.
    this.untaken = kept?.untaken ?? [];
    this.isAhead = kept?.places?.includes(place) ?? false;
    this.#places = this.isAhead ? kept.places : [place];
    this.reached = higher(reached, this.isAhead ? kept.reached : {});
    // What was kept of another attempt is forgotten.
    this.#write();
  }

  // Adds how far the learner has come, and says what is reached with it.
  add(progress) {
    this.reached = higher(this.reached, progress);
    const place = shortened(this.reached.address ?? "");
    this.#places = [...this.#places.filter((other) => other !== place), place].slice(-PLACES);
    this.#write();
    return this.reached;
  }

  // Notes that the platform has heard of the attempt.
  arrive() {
    this.#isUnheard = false;
    this.#write();
  }

  // Keeps the statements of which nobody has heard.
  keep(untaken) {
    this.untaken = untaken;
    this.#write();
  }

  // Not every page may keep something.
  #read() {
    if (!this.#name) return null;
    try {
      return JSON.parse(localStorage.getItem(this.#name));
    } catch {
      return null;
    }
  }

  #write() {
    if (!this.#name) return;
    const kept = { places: this.#places, reached: this.reached, isUnheard: this.#isUnheard };
    // Where there is no room for statements, what is reached is kept; where nothing may be kept, the platform alone has it.
    // Of two tabs the one that writes last counts.
    for (const all of [{ ...kept, untaken: this.untaken }, kept]) {
      try {
        return localStorage.setItem(this.#name, JSON.stringify(all));
      } catch {
        continue;
      }
    }
  }
}

function higher(before, now) {
  const scores = [before.score, now.score].filter(Number.isFinite);
  return {
    share: Math.max(before.share ?? 0, now.share ?? 0),
    score: scores.length ? Math.max(...scores) : undefined,
    complete: Boolean(before.complete || now.complete),
    address: now.address ?? before.address,
  };
}
