// The runtime environment of SCORM as a platform offers it: an object in a window above the page's own, whose calls and
// places each edition names in its own way.

// So many windows are asked on the way up; platforms have few frames in each other.
const FARTHEST = 20;

// The runtime of an edition; nothing where there is no platform.
export function runtime({ api: name, calls }) {
  const api = above(window, name) ?? above(window.opener, name) ?? above(window.top.opener, name);
  if (!api) return undefined;
  const [initialize, getValue, setValue, commit, terminate] = calls;
  // A platform that breaks must not break the page.
  const ask = (call, ...values) => {
    try {
      return String(api[call](...values));
    } catch {
      return "";
    }
  };
  return {
    initialize: () => ask(initialize, "") === "true",
    get: (place) => ask(getValue, place),
    // Whether it was taken, as far as the platform says so.
    set: (place, value) => ask(setValue, place, String(value)) !== "false",
    commit: () => ask(commit, "") === "true",
    terminate: () => ask(terminate, ""),
  };
}

function above(window, name) {
  for (let steps = 0; window && steps < FARTHEST; steps++) {
    try {
      if (window[name]) return window[name];
    } catch {
      // A window of another origin, above which there may be one of ours again.
    }
    if (window.parent === window) return undefined;
    window = window.parent;
  }
  return undefined;
}
