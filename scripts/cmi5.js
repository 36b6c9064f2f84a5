// Tells a learning platform that speaks cmi5 how far a learner has come, in statements, and comes back to where they
// were. Where the page was not launched by a platform, it is as it is without one.
import { Attempt } from "./attempt.js";
import { nearest } from "./lang.js";
import { begin, duration, follow, isOwn } from "./launch.js";
import { notice } from "./notice.js";
import { CMI5, Store, statements } from "./statements.js";

// The document in which the platform keeps for us what we want to know again.
const OWN = "explorer";
// Where the tab keeps its launch. The platform gives its token once, so Reload and Back need it again.
const LAUNCH = "explorer-launch " + location.pathname;
const JUDGED = ["cmi5", "moveon"];

/* global OPENING_COMPLETES */

const launch = launched();
begin();
// A platform has to refuse what is told after `terminated`, so the learner knows before they do it.
if (launch?.isOver) notice(launch.notice);
else if (launch) session(launch).catch(() => notice("ended"));
// A page that the browser brings back asks anew whether its session goes on, where it was.
if (launch) addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

// What the platform has written into the address, else what the tab has kept. It goes out of the address before the
// explorer reads that.
function launched() {
  const query = new URLSearchParams(location.search);
  const launch = {};
  for (const name of ["endpoint", "fetch", "registration", "activityId", "actor"]) {
    launch[name] = query.get(name);
    query.delete(name);
  }
  const kept = keptLaunch();
  if (Object.values(launch).includes(null)) {
    // A page that was launched and does not know by whom any more has no session.
    if (!kept && history.state?.isLaunched) notice("ended");
    return kept;
  }
  const rest = query.toString();
  history.replaceState({ isLaunched: true }, "", location.pathname + (rest && "?" + rest) + location.hash);
  // Each launch has an address of its own for its token, which gives it once. A frame that is loaded again has the same.
  if (kept?.fetch === launch.fetch) return kept;
  keepLaunch(launch);
  return launch;
}

function keptLaunch() {
  try {
    return JSON.parse(sessionStorage.getItem(LAUNCH)) ?? undefined;
  } catch {
    // Not every page may keep something.
    return undefined;
  }
}

function keepLaunch(launch) {
  try {
    sessionStorage.setItem(LAUNCH, JSON.stringify(launch));
  } catch {
    // Then Reload ends the session.
  }
}

// The launch with the platform's token, and when it began.
async function authorized(launch) {
  const answer = await fetch(launch.fetch, { method: "POST" });
  const token = answer.ok && (await answer.json())["auth-token"];
  if (!token) throw new Error("the platform gives no token");
  const open = { ...launch, authorization: "Basic " + token, begun: Date.now() };
  keepLaunch(open);
  return open;
}

async function session(launch) {
  const beginning = location.search;
  // What happens before the platform has answered is told when it has.
  const early = [];
  let tell = (progress) => early.push(() => tell(progress));
  let answered = (answer) => early.push(() => answered(answer));
  follow((progress) => tell(progress), (answer) => answered(answer));

  const open = launch.authorization ? launch : await authorized(launch);
  const store = new Store(open, notice);
  const [data, known, preferences] = await Promise.all([
    store.state("LMS.LaunchData"),
    store.state(OWN).then((known) => known ?? {}),
    store.profile("cmi5LearnerPreferences").catch(() => {}),
  ]);
  const statement = statements({ ...open, agent: JSON.parse(open.actor), contextTemplate: data?.contextTemplate });
  // A session begins once. Whether one goes on that may have ended since, the store says.
  if (open.isBegun) {
    if (!(await store.takes(statement("resumed")))) throw new Error("the session has ended");
  } else {
    open.isBegun = true;
    keepLaunch(open);
    store.send(statement("initialized", { categories: ["cmi5"] }));
  }

  const spent = () => duration((Date.now() - open.begun) / 1000);
  let record;
  let isUnderWay = false;
  let address = known.address;
  // Who only looks around or back is not judged.
  if ((data?.launchMode ?? "Normal") === "Normal") {
    const name = [open.registration, open.activityId, open.actor].join(" ");
    const attempt = new Attempt(name, known.address ?? "", { ...known, complete: known.completed }, false);
    address = attempt.reached.address;
    record = new Record(store, statement, known, data?.masteryScore ?? undefined, spent);
    isUnderWay = !attempt.reached.complete;
    answered = (answer) => record.answer(answer, open.activityId);
    tell = (progress) => {
      isUnderWay = !progress.complete;
      record.tell(attempt.add(progress));
    };
    const again = () => store.isLost && record.tell(attempt.reached);
    if (attempt.isAhead) record.tell(attempt.reached);
    addEventListener("online", again);
    addEventListener("offline", () => store.lose());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  } else {
    tell = answered = () => {};
  }
  // Nothing tells a page that is reloaded from one that is left, and after `terminated` a session takes nothing. So while
  // the work is under way or has not arrived it stays open, for Reload and Back; if nobody comes back, the platform takes it
  // for abandoned. It ends with the page once the work is finished, or where the tab would not find it again.
  addEventListener(
    "pagehide",
    () => {
      tell = answered = () => {};
      const isOver = !(isUnderWay || store.isSending || store.trouble) || !keptLaunch();
      const verdict = (isOver && record?.verdict()) || [];
      record?.keepLast();
      if (!isOver) return store.sendLast();
      keepLaunch({ ...open, isOver, notice: record && !OPENING_COMPLETES ? "over" : undefined });
      store.sendLast(...verdict, statement("terminated", { categories: ["cmi5"], result: { duration: spent() } }));
    },
    { once: true },
  );
  // Whoever has moved on by themselves stays where they are.
  if (location.search === beginning) resume(isOwn(address) ? address : beginning, preferences?.languagePreference);
  early.forEach((event) => event());
}

// What is recorded of a learner: `known` is what the platform has of it. What it has been told and has not taken is told
// again at the next opening, so it is not kept there as told.
class Record {
  #store;
  #statement;
  #known;
  #arrived;
  #mastery;
  #spent;
  #isKeeping = false;
  #isChanged = false;
  #isBehind = false;
  #hasTold = false;

  // `spent` says how long the session has taken.
  constructor(store, statement, known, mastery, spent) {
    [this.#store, this.#statement, this.#known, this.#mastery, this.#spent] = [store, statement, known, mastery, spent];
    this.#arrived = { ...known };
  }

  // Tells what is reached. Each verb of cmi5 is said once, however often it is done again.
  tell({ share, score, complete, address }) {
    const known = this.#known;
    const said = [];
    const percent = Math.round(share * 100);
    if (!complete && percent > (known.percent ?? 0)) {
      known.percent = percent;
      const progress = { [CMI5 + "result/extensions/progress"]: percent };
      said.push(this.#statement("progressed", { result: { extensions: progress } }));
    }
    if (complete && score > (known.score ?? -1)) {
      known.score = score;
      said.push(this.#statement("scored", { result: { score: scaled(score) } }));
      // A session is passed or failed, not both. Whether it is failed is known at its end.
      if (score >= this.#mastery && !known.passed) {
        known.passed = true;
        said.push(this.#judgement("passed"));
      }
    }
    if (complete && !known.completed) {
      known.completed = true;
      said.push(this.#statement("completed", { categories: JUDGED, result: { completion: true, duration: this.#spent() } }));
    }
    if (address) known.address = address;
    this.#hasTold = true;
    const told = { ...known };
    this.#store.send(...said).then((haveArrived) => {
      if (haveArrived) this.#arrived = told;
      this.#isBehind = !haveArrived;
      this.#keep();
    });
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

  // What is said when the session ends: that it is failed, once for each score.
  verdict() {
    const { completed, passed, score, failed = -1 } = this.#known;
    const isFailed = completed && !passed && score < this.#mastery && score > failed;
    if (!isFailed) return [];
    this.#known.failed = score;
    this.#hasTold = true;
    return [this.#judgement("failed")];
  }

  // Keeps what has been told while the page goes. What is on its way counts as told: nobody hears any more whether it has
  // arrived, and nothing may be completed twice.
  keepLast() {
    if (this.#hasTold) this.#store.keep(OWN, this.#toKeep());
  }

  #judgement(verb) {
    const extensions = { [CMI5 + "context/extensions/masteryscore"]: this.#mastery };
    const result = { score: scaled(this.#known.score), success: verb === "passed", duration: this.#spent() };
    return this.#statement(verb, { categories: JUDGED, result, extensions });
  }

  // What has arrived, or is on its way, and where the learner is.
  #toKeep() {
    const isBehind = this.#isBehind || this.#store.isLost;
    return isBehind ? { ...this.#arrived, address: this.#known.address } : this.#known;
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

function scaled(score) {
  return { scaled: +score.toFixed(4) };
}

// Goes where the learner was, in the language that they prefer everywhere.
function resume(address, languages = "") {
  const query = new URLSearchParams(address);
  const language = languages.split(",").map(nearest).find(Boolean);
  if (language && !query.has("lang")) query.set("lang", language);
  const search = query.toString();
  if (search === new URLSearchParams(location.search).toString()) return;
  history.replaceState(history.state, "", "?" + search + location.hash);
  dispatchEvent(new PopStateEvent("popstate"));
}
