// Tells a learning platform that speaks cmi5 how far a learner has come, in statements, and comes back to where they
// were. Where the page was not launched by a platform, it is as it is without one.
import { Attempt } from "./attempt.js";
import { nearest } from "./lang.js";
import { begin, duration, follow, isOwn } from "./launch.js";
import { notice } from "./notice.js";
import { OWN, Record } from "./record.js";
import { Store, moved, statements } from "./statements.js";

// Where the tab keeps its launch. The platform gives its token once, so Reload and Back need it again.
const LAUNCH = "explorer-launch " + location.pathname;

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
  const spent = () => duration((Date.now() - open.begun) / 1000);
  let attempt;
  let record;
  // Who only looks around or back is not judged.
  if ((data?.launchMode ?? "Normal") === "Normal") {
    const name = [open.registration, open.activityId, open.actor].join(" ");
    attempt = new Attempt(name, known.address ?? "", { ...known, complete: known.completed });
    record = new Record(store, statement, { known, untaken: attempt.untaken, mastery: data?.masteryScore ?? undefined, spent });
  }
  await enter(open, store, statement, { attempt, record, context: data?.contextTemplate });

  let isUnderWay = false;
  if (record) {
    isUnderWay = !attempt.reached.complete;
    answered = (answer) => record.answer(answer, open.activityId);
    tell = (progress) => {
      // Who looks back at what is answered in full has done the work.
      isUnderWay = progress.share < 1;
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
  const address = record ? attempt.reached.address : known.address;
  // Whoever has moved on by themselves stays where they are.
  if (location.search === beginning) resume(isOwn(address) ? address : beginning, preferences?.languagePreference);
  early.forEach((event) => event());
}

// Begins the session, or goes on with it: whether it may have ended since, the store says. Then come the statements of
// which nobody has heard, as they were, since the store may have them.
async function enter(open, store, statement, { attempt, record, context }) {
  const isFirst = ({ id }) => id === open.initialized?.id;
  store.listener = {
    taken(statements) {
      if (statements.some(isFirst)) keepLaunch(Object.assign(open, { isBegun: true }));
      record?.arrive(statements);
    },
    // A session that the platform has abandoned takes nothing more (9.3.6), so this one tells what that did not.
    refused(one) {
      const here = moved(one, context);
      if (here) store.send(here);
      return here || record?.has(one);
    },
    untaken: (statements) => attempt?.keep(statements.filter((one) => !isFirst(one))),
  };
  const untaken = attempt?.untaken ?? [];
  if (open.isBegun) {
    if (!(await store.takes(statement("resumed")))) throw new Error("the session has ended");
    store.send(...untaken);
  } else {
    open.initialized ??= statement("initialized", { categories: ["cmi5"] });
    keepLaunch(open);
    store.send(open.initialized, ...untaken);
  }
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
