// What a store of statements has of a learner, and what it is told.
import { duration } from "./launch.js";
import { CMI5, verb } from "./statements.js";

// The document in which the platform keeps for us what we want to know again.
export const OWN = "explorer";
const PROGRESS = CMI5 + "result/extensions/progress";
const JUDGED = ["cmi5", "moveon"];

// What is recorded of a learner. What the store has not taken is told again at the next opening, so it is not kept on the
// platform as told, but for what is on its way as the page goes.
export class Record {
  #store;
  #statement;
  #known;
  #arrived;
  #mastery;
  #spent;
  #isKeeping = false;
  #isChanged = false;
  #hasTold = false;

  // `known` is what the platform has of the learner, `untaken` the statements that are on their way to it, `mastery` the
  // score to pass; `spent` says how long the session has taken.
  constructor(store, statement, { known, untaken, mastery, spent }) {
    [this.#store, this.#statement, this.#mastery, this.#spent] = [store, statement, mastery, spent];
    this.#arrived = { ...known };
    this.#known = raised(known, untaken);
  }

  // Tells what is reached. Each verb of cmi5 is said once, however often it is done again.
  tell({ share, score, complete, address }) {
    const known = this.#known;
    const telling = [];
    const percent = Math.round(share * 100);
    if (!complete && percent > (known.percent ?? 0)) {
      telling.push(this.#statement("progressed", { result: { extensions: { [PROGRESS]: percent } } }));
    }
    const scaled = +score?.toFixed(4);
    if (complete && scaled > (known.score ?? -1)) {
      telling.push(this.#statement("scored", { result: { score: { scaled } } }));
      // A session is passed or failed, not both. Whether it is failed is known at its end.
      if (scaled >= this.#mastery && !known.passed) telling.push(this.#judgement("passed", scaled));
    }
    if (complete && !known.completed) {
      telling.push(this.#statement("completed", { categories: JUDGED, result: { completion: true, duration: this.#spent() } }));
    }
    this.#known = raised(known, telling);
    if (address) this.#known.address = address;
    this.#hasTold = true;
    this.#store.send(...telling).then(() => this.#keep());
  }

  // Notes what the store has taken.
  arrive(statements) {
    this.#arrived = raised(this.#arrived, statements);
    this.#hasTold = true;
  }

  // Whether the platform knows already what a statement says, as when it was told from another browser.
  has(statement) {
    const said = Object.entries(raised({}, [statement]));
    return said.length > 0 && said.every(([name, value]) => this.#arrived[name] >= value);
  }

  // Tells an answer. The question is an activity within that of the page.
  answer({ id, question, lang, choices, response, correct, seconds }, activityId) {
    const letter = (choice) => String.fromCharCode(97 + choice);
    const text = (words) => ({ [lang]: words });
    const definition = {
      type: "http://adlnet.gov/expapi/activities/cmi.interaction",
      description: text(question),
      interactionType: "choice",
      correctResponsesPattern: [letter(correct)],
      choices: choices.map((words, choice) => ({ id: letter(choice), description: text(words) })),
    };
    const object = { id: `${activityId}/${id}`, definition };
    const result = { success: response === correct, response: letter(response), duration: duration(seconds) };
    this.#store.send(this.#statement("answered", { object, result, parent: [{ id: activityId }] }));
  }

  // What is said when the session ends: that it is failed, once for each score. Nobody hears whether it arrives.
  verdict() {
    const { completed, passed, score, failed = -1 } = this.#known;
    const isFailed = completed && !passed && score < this.#mastery && score > failed;
    if (!isFailed) return [];
    this.#arrived.failed = score;
    this.#hasTold = true;
    return [this.#judgement("failed", score)];
  }

  // Keeps what has been told while the page goes. What is on its way to a store that answers counts as told, for another
  // browser, which does not know that it is on its way: nothing may be completed twice.
  keepLast() {
    const { isLost, untaken } = this.#store;
    if (this.#hasTold) this.#store.keep(OWN, raised(this.#toKeep(), isLost ? [] : untaken), true);
  }

  #judgement(verb, scaled) {
    const extensions = { [CMI5 + "context/extensions/masteryscore"]: this.#mastery };
    const result = { score: { scaled }, success: verb === "passed", duration: this.#spent() };
    return this.#statement(verb, { categories: JUDGED, result, extensions });
  }

  // What has arrived, and where the learner is.
  #toKeep() {
    return { ...this.#arrived, address: this.#known.address };
  }

  // Of what the platform keeps for us, the last counts.
  async #keep() {
    this.#isChanged = true;
    if (this.#isKeeping) return;
    this.#isKeeping = true;
    while (this.#isChanged) {
      this.#isChanged = false;
      await this.#store.keep(OWN, this.#toKeep());
    }
    this.#isKeeping = false;
  }
}

// What a learner has reached with what statements say: no score or percentage falls.
function raised(before, statements) {
  const all = { ...before };
  const raise = (name, value) => (all[name] = Math.max(all[name] ?? value, value));
  for (const one of statements) {
    const word = verb(one);
    if (word === "progressed") raise("percent", one.result.extensions[PROGRESS]);
    if (word === "scored") raise("score", one.result.score.scaled);
    if (word === "passed" || word === "completed") all[word] = true;
  }
  return all;
}
