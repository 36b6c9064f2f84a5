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

const launch = launched();
begin();
if (launch) {
  session(launch).catch(() => notice("ended"));
  // A page that the browser brings back has ended its session: it begins again, where it was.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}

// What the platform has written into the address, else what the tab has kept. It goes out of the address before the
// explorer reads that.
function launched() {
  const query = new URLSearchParams(location.search);
  const launch = {};
  for (const name of ["endpoint", "fetch", "registration", "activityId", "actor"]) {
    launch[name] = query.get(name);
    query.delete(name);
  }
  if (Object.values(launch).includes(null)) {
    const kept = keptLaunch();
    // A page that was launched and does not know by whom any more has no session.
    if (!kept && history.state?.isLaunched) notice("ended");
    return kept;
  }
  const rest = query.toString();
  history.replaceState({ isLaunched: true }, "", location.pathname + (rest && "?" + rest) + location.hash);
  // Whoever reloads before its token is here launches it again.
  if (keptLaunch()?.fetch !== launch.fetch) keepLaunch(launch);
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

// The launch with the platform's token, which it gives once: a frame that is loaded again has the one that the tab kept.
async function authorized(launch) {
  const answer = await fetch(launch.fetch, { method: "POST" });
  const token = answer.ok && (await answer.json())["auth-token"];
  if (!token) {
    const kept = keptLaunch();
    if (kept?.fetch === launch.fetch && kept.authorization) return kept;
    throw new Error("the platform gives no token");
  }
  const open = { ...launch, authorization: "Basic " + token, isResumed: true };
  keepLaunch(open);
  return { ...open, isResumed: false };
}

async function session(launch) {
  const beginning = location.search;
  // What happens before the platform has answered is told when it has.
  const early = [];
  let tell = (progress) => early.push(() => tell(progress));
  let answered = (answer) => early.push(() => answered(answer));
  follow((progress) => tell(progress), (answer) => answered(answer));

  const open = launch.isResumed ? launch : await authorized(launch);
  const store = new Store(open, notice);
  const [data, known, preferences] = await Promise.all([
    store.state("LMS.LaunchData"),
    store.state(OWN).then((known) => known ?? {}),
    store.profile("cmi5LearnerPreferences").catch(() => {}),
  ]);
  const statement = statements({ ...open, agent: JSON.parse(open.actor), contextTemplate: data?.contextTemplate });
  // A session begins once. Whether one goes on that may have ended with the page before, the store says.
  if (!open.isResumed) store.send(statement("initialized", { categories: ["cmi5"] }));
  else if (!(await store.takes(statement("resumed")))) throw new Error("the session has ended");

  let last = () => [];
  let address = known.address;
  // Who only looks around or back is not judged.
  if ((data?.launchMode ?? "Normal") === "Normal") {
    const name = [open.registration, open.activityId, open.actor].join(" ");
    const attempt = new Attempt(name, known.address ?? "", { ...known, complete: known.completed }, false);
    address = attempt.reached.address;
    const record = new Record(store, statement, known, data?.masteryScore);
    last = () => record.last();
    answered = (answer) => record.answer(answer, open.activityId);
    tell = (progress) => record.tell(attempt.add(progress));
    const again = () => store.isLost && record.tell(attempt.reached);
    if (attempt.isAhead) record.tell(attempt.reached);
    addEventListener("online", again);
    addEventListener("offline", () => store.lose());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  } else {
    tell = answered = () => {};
  }
  addEventListener(
    "pagehide",
    () => {
      tell = answered = () => {};
      store.end(...last(), statement("terminated", { categories: ["cmi5"], result: { duration: duration() } }));
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
  #isKeeping = false;
  #isChanged = false;
  #isBehind = false;
  #hasFailed = false;

  constructor(store, statement, known, mastery) {
    [this.#store, this.#statement, this.#known, this.#mastery] = [store, statement, known, mastery];
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
      this.#hasFailed = score < this.#mastery;
      if (score >= this.#mastery && !known.passed) {
        known.passed = true;
        said.push(this.#judgement("passed"));
      }
    }
    if (complete && !known.completed) {
      known.completed = true;
      said.push(this.#statement("completed", { categories: JUDGED, result: { completion: true, duration: duration() } }));
    }
    if (address) known.address = address;
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

  // What is said when the session ends.
  last() {
    if (this.#isChanged) this.#store.keep(OWN, this.#toKeep());
    return this.#hasFailed ? [this.#judgement("failed")] : [];
  }

  #judgement(verb) {
    const extensions = { [CMI5 + "context/extensions/masteryscore"]: this.#mastery };
    const result = { score: scaled(this.#known.score), success: verb === "passed", duration: duration() };
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
