// Tells a learning platform that speaks cmi5 how far a learner has come, in statements, and comes back to where they
// were. Where the page was not launched by a platform, or it does not answer, the page is as it is without one.
import { nearest } from "./lang.js";
import { begin, duration, follow } from "./launch.js";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CMI5 = "https://w3id.org/xapi/cmi5/";
// The document in which the platform keeps for us what we want to know again.
const OWN = "explorer";

const launch = launched();
begin();
if (launch) session(launch).catch(() => {});

// What the platform has written into the address. It goes out of it before the explorer reads it.
function launched() {
  const query = new URLSearchParams(location.search);
  const launch = {};
  for (const name of ["endpoint", "fetch", "registration", "activityId", "actor"]) {
    launch[name] = query.get(name);
    query.delete(name);
  }
  if (Object.values(launch).includes(null)) return undefined;
  const rest = query.toString();
  history.replaceState(null, "", location.pathname + (rest && "?" + rest) + location.hash);
  return launch;
}

async function session({ endpoint, fetch: tokens, registration, activityId, actor }) {
  const agent = JSON.parse(actor);
  const beginning = location.search;
  // What happens before the platform has answered is told when it has.
  const early = [];
  let tell = (progress) => early.push(progress);
  follow((progress) => tell(progress));

  const answer = await fetch(tokens, { method: "POST" });
  const headers = {
    Authorization: "Basic " + (await answer.json())["auth-token"],
    "X-Experience-API-Version": "1.0.3",
    "Content-Type": "application/json",
  };
  const base = endpoint.replace(/\/?$/, "/");
  const resource = (path, query, options) =>
    fetch(`${base}${path}?${new URLSearchParams(query)}`, { ...options, headers });
  const document = async (path, query) => {
    const answer = await resource(path, query);
    return answer.ok ? answer.json() : {};
  };
  const state = (stateId) => ({ activityId, agent: actor, registration, stateId });

  const [data, known, preferences] = await Promise.all([
    document("activities/state", state("LMS.LaunchData")),
    document("activities/state", state(OWN)).catch(() => ({})),
    document("agents/profile", { agent: actor, profileId: "cmi5LearnerPreferences" }).catch(() => ({})),
  ]);
  const { contextTemplate = {}, masteryScore, launchMode = "Normal" } = data;

  // A statement in the platform's own context, to which is only added.
  const statement = (verb, categories, result, extensions = {}) => {
    const { contextActivities = {}, ...context } = contextTemplate;
    const own = categories.map((name) => ({ id: `${CMI5}context/categories/${name}` }));
    return {
      id: identifier(),
      timestamp: new Date().toISOString(),
      actor: agent,
      verb: { id: VERBS + verb, display: { en: verb } },
      object: { objectType: "Activity", id: activityId },
      ...(result && { result }),
      context: {
        ...context,
        registration,
        contextActivities: { ...contextActivities, category: [contextActivities.category ?? [], own].flat() },
        extensions: { ...extensions, ...context.extensions },
      },
    };
  };

  // Statements go one after another, so that they arrive in order, and outlive the page.
  const waiting = [];
  let sending = false;
  const post = (statements) =>
    resource("statements", {}, { method: "POST", body: JSON.stringify(statements), keepalive: true });
  const send = async (...statements) => {
    waiting.push(...statements);
    if (sending) return;
    sending = true;
    while (waiting.length) {
      const going = waiting.splice(0);
      const answer = await post(going).catch(() => undefined);
      if (answer && answer.status < 500) continue;
      // Once more with what comes next, or at the end.
      waiting.unshift(...going);
      break;
    }
    sending = false;
  };
  // The same with what we want to know again, of which the last counts.
  let unsaved = false;
  let saving = false;
  const put = () => {
    unsaved = false;
    const body = JSON.stringify(known);
    return resource("activities/state", state(OWN), { method: "PUT", body, keepalive: true }).catch(() => {});
  };
  const save = async () => {
    unsaved = true;
    if (saving) return;
    saving = true;
    while (unsaved) await put();
    saving = false;
  };

  send(statement("initialized", ["cmi5"]));
  let percent = 0;
  let failed = false;
  tell = ({ share, score, complete, address }) => {
    if (address) known.address = address;
    const statements = [];
    const judged = complete && score !== undefined;
    const passed = judged && !(score < masteryScore);
    const judgement = (verb) => {
      const extensions = masteryScore === undefined ? {} : { [CMI5 + "context/extensions/masteryscore"]: masteryScore };
      const result = { score: { scaled: +score.toFixed(4) }, success: verb === "passed", duration: duration() };
      return statement(verb, ["cmi5", "moveon"], result, extensions);
    };
    const now = Math.round(share * 100);
    if (!complete && !known.completed && now !== percent) {
      percent = now;
      statements.push(statement("progressed", [], { extensions: { [CMI5 + "result/extensions/progress"]: percent } }));
    }
    // Each of these is said once, however often it is done again.
    if (passed && !known.passed) {
      known.passed = true;
      statements.push(judgement("passed"));
    } else if (judged && !passed && !known.passed && !failed) {
      failed = true;
      statements.push(judgement("failed"));
    }
    if (complete && !known.completed) {
      known.completed = true;
      statements.push(statement("completed", ["cmi5", "moveon"], { completion: true, duration: duration() }));
    }
    // Who only looks around or back is not judged.
    if (launchMode !== "Normal") return;
    if (statements.length) send(...statements);
    save();
  };
  addEventListener(
    "pagehide",
    () => {
      // Where the browser brings the page back, its session has ended all the same.
      tell = () => {};
      if (unsaved) put();
      post([...waiting.splice(0), statement("terminated", ["cmi5"], { duration: duration() })]).catch(() => {});
    },
    { once: true },
  );
  // Whoever has moved on by themselves stays where they are.
  if (location.search === beginning) resume(known.address ?? beginning, preferences.languagePreference);
  early.forEach(tell);
}

// Goes where the learner was, in the language that they prefer everywhere.
function resume(address, languages = "") {
  const query = new URLSearchParams(address);
  const language = languages.split(",").map(nearest).find(Boolean);
  if (language && !query.has("lang")) query.set("lang", language);
  const search = query.toString();
  if (search === new URLSearchParams(location.search).toString()) return;
  history.replaceState(null, "", "?" + search + location.hash);
  dispatchEvent(new PopStateEvent("popstate"));
}

// A random UUID. The browser's own is only there on secure hosts, which not every platform is.
function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
