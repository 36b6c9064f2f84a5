// Tells a learning platform that speaks SCORM how far a learner has come, and comes back to where they were. The build
// puts in `STANDARD`, 1.2 or 2004. Where there is no platform, or it does not answer, the page is as it is without one.
import { begin, duration, follow, seconds, shortened } from "./launch.js";

/* global STANDARD */

// So many windows are asked on the way up; platforms have few frames in each other.
const FARTHEST = 20;

// How each edition names its calls and the places of its data model, and how long what is put there may be.
const EDITIONS = {
  1.2: {
    api: "API",
    calls: ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"],
    location: ["cmi.core.lesson_location", 255],
    suspended: ["cmi.suspend_data", 4096],
    wasComplete: () => ["completed", "passed", "failed"].includes(get("cmi.core.lesson_status")),
    passing: () => parseFloat(get("cmi.student_data.mastery_score")) / 100,
    time: () => ["cmi.core.session_time", clock(seconds())],
    exit: ["cmi.core.exit", "suspend"],
    *values({ score, complete, passed }) {
      if (score !== undefined) {
        yield ["cmi.core.score.min", 0];
        yield ["cmi.core.score.max", 100];
        yield ["cmi.core.score.raw", rounded(score * 100)];
      }
      const judged = passed === undefined ? "completed" : passed ? "passed" : "failed";
      yield ["cmi.core.lesson_status", complete ? judged : "incomplete"];
    },
  },
  2004: {
    api: "API_1484_11",
    calls: ["Initialize", "GetValue", "SetValue", "Commit", "Terminate"],
    location: ["cmi.location", 1000],
    suspended: ["cmi.suspend_data", 64000],
    wasComplete: () => get("cmi.completion_status") === "completed",
    passing: () => parseFloat(get("cmi.scaled_passing_score")),
    time: () => ["cmi.session_time", duration()],
    exit: ["cmi.exit", "suspend"],
    *values({ share, score, complete, passed }) {
      if (score !== undefined) {
        yield ["cmi.score.min", 0];
        yield ["cmi.score.max", 100];
        yield ["cmi.score.raw", rounded(score * 100)];
        yield ["cmi.score.scaled", rounded(score)];
      }
      yield ["cmi.progress_measure", rounded(share)];
      yield ["cmi.completion_status", complete ? "completed" : "incomplete"];
      if (passed !== undefined) yield ["cmi.success_status", passed ? "passed" : "failed"];
    },
  },
};
const edition = EDITIONS[STANDARD];
const [initialize, getValue, setValue, commit, terminate] = edition.calls;

// As many digits as every platform takes.
function rounded(number) {
  return +number.toFixed(4);
}

// Seconds as HHHH:MM:SS.ss.
function clock(seconds) {
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const rest = (seconds % 60).toFixed(2).padStart(5, "0");
  return `${two(seconds / 3600).padStart(4, "0")}:${two((seconds / 60) % 60)}:${rest}`;
}

// What a platform hangs into a window above the page's own.
function above(window) {
  for (let steps = 0; window && steps < FARTHEST; steps++) {
    try {
      if (window[edition.api]) return window[edition.api];
    } catch {
      // A window of another origin, above which there may be one of ours again.
    }
    if (window.parent === window) return undefined;
    window = window.parent;
  }
  return undefined;
}

const api = above(window) ?? above(window.opener) ?? above(window.top.opener);

// Asks the platform; one that breaks must not break the page.
function ask(call, ...values) {
  try {
    return String(api[call](...values));
  } catch {
    return "";
  }
}

function get(place) {
  return ask(getValue, place);
}

function set(place, value) {
  ask(setValue, place, String(value));
}

// An address that is too long for its place would be refused, or cut where it means something else.
function setAddress([place, room], address) {
  set(place, [address, shortened(address)].find((one) => one.length <= room) ?? "");
}

if (api && ask(initialize, "") === "true") {
  let complete = edition.wasComplete();
  begin(get(edition.location[0]), get(edition.suspended[0]));
  // Whatever becomes of the page, the platform shall keep what it is told.
  set(...edition.exit);
  follow((progress) => {
    if (progress.address) {
      setAddress(edition.location, progress.address);
      setAddress(edition.suspended, progress.address);
    }
    // Who has completed it and looks again has still completed it.
    if (progress.complete || !complete) {
      complete = progress.complete;
      const { score } = progress;
      const passed = complete && score !== undefined ? !(score < edition.passing()) : undefined;
      for (const [place, value] of edition.values({ ...progress, passed })) set(place, value);
    }
    set(...edition.time());
    ask(commit, "");
  });
  addEventListener(
    "pagehide",
    () => {
      set(...edition.time());
      ask(commit, "");
      ask(terminate, "");
    },
    { once: true },
  );
} else {
  begin();
}
