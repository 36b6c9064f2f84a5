// Tells a learning platform that speaks SCORM how far a learner has come, and comes back to where they were. The build
// puts in `STANDARD`, 1.2 or 2004, and `PASSING`, the score to pass that the manifest tells, else `NaN`. Where there is no
// platform, the page is as it is without one.
import { Attempt } from "./attempt.js";
import { EDITIONS } from "./editions.js";
import { begin, follow, isOwn, seconds, shortened, whole } from "./launch.js";
import { notice } from "./notice.js";
import { runtime } from "./runtime.js";

/* global STANDARD, PASSING */

const edition = EDITIONS[STANDARD];
const platform = runtime(edition);

// A page that the browser loads again may find its session still open.
if (platform && (platform.initialize() || platform.get(edition.learner))) {
  session();
} else {
  begin();
  if (platform) notice("ended");
}

function session() {
  const { get, set } = platform;
  const mode = get(edition.mode);
  const language = get(edition.language);
  const address = [edition.location, edition.suspended].map(([place]) => whole(get(place))).find(isOwn) ?? "";
  if (mode === "review" || mode === "browse") {
    // What is looked at again, or before, is no part of the attempt.
    begin([address], language);
    if (mode === "browse" && edition.browsed) set(...edition.browsed);
  } else {
    record(address, language);
  }
  addEventListener("pagehide", () => platform.terminate(), { once: true });
  // A page that the browser brings back has ended its session: it begins another, where it was.
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}

// Records the attempt, which stands at this address on the platform.
function record(address, language) {
  const { get, set, commit } = platform;
  const score = parseFloat(get(edition.score)) / 100;
  const known = { score: isNaN(score) ? undefined : score, complete: edition.completed.includes(get(edition.status)) };
  const learner = get(edition.learner);
  const name = learner && [STANDARD, learner, location.pathname].join(" ");
  const attempt = new Attempt(name, address, known, get(edition.entry) === "ab-initio");
  const [place, most] = edition.passing;
  // Not every platform hands on what the manifest tells it.
  const given = parseFloat(get(place)) / most;
  const passing = isNaN(given) ? PASSING : given;
  const isCredited = get(edition.credit) !== "no-credit";
  begin([attempt.reached.address ?? address], language);

  let isLost = !navigator.onLine;
  // Platforms may refuse what they need not have. Of status and score, each has to be taken.
  let isRefused = false;
  const count = (place, value) => {
    if (!set(place, value) && edition.counted.includes(place)) isRefused = true;
  };
  const save = () => {
    set(...edition.time(seconds()));
    isLost = !commit() || isRefused || !navigator.onLine;
    if (!isLost) attempt.arrive();
    notice(isLost ? "away" : undefined);
  };
  const tell = () => {
    const { address, share, score, complete } = attempt.reached;
    isRefused = false;
    if (address) {
      setAddress(edition.location, address);
      setAddress(edition.suspended, address);
    }
    if (isCredited) {
      // Where there is nothing to score, it is whole once it is completed: platforms count a missing score as 0. A platform
      // that has a score to pass judges any that it is told, so it is told none before the end.
      const soFar = isNaN(passing) ? score : undefined;
      const told = complete ? (score ?? 1) : soFar;
      const passed = complete && !isNaN(passing) ? told >= passing : undefined;
      for (const [place, value] of edition.reached({ share, score: told, complete, passed })) count(place, value);
    }
    save();
  };

  // Whatever becomes of the page, the platform keeps what it is told, and does not take the end of a visit for the end
  // of the work, as SCORM 1.2 wants it where nothing was told.
  set(edition.exit, "suspend");
  if (!known.complete) count(edition.status, "incomplete");
  if (attempt.isAhead) tell();
  else save();

  follow(
    (progress) => {
      attempt.add(progress);
      tell();
    },
    (answer) => {
      if (!isCredited) return;
      const number = parseInt(get("cmi.interactions._count"), 10);
      // Not every platform of SCORM 1.2 has them.
      if (isNaN(number)) return;
      for (const [field, value] of edition.answer(answer)) set(`cmi.interactions.${number}.${field}`, value);
    },
  );

  const again = () => isLost && tell();
  addEventListener("online", again);
  addEventListener("offline", () => {
    isLost = true;
    notice("away");
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  addEventListener("pagehide", save, { once: true });
}

// An address that is too long for its place would be refused, or cut where it means something else.
function setAddress([place, room], address) {
  platform.set(place, [address, shortened(address)].find((one) => one.length <= room) ?? "");
}
