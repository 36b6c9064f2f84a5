// The page for an address that has none may stand below any path, so it finds out where the explorer lies: in the nearest
// folder above that holds the explorer's data.

const FILE = "data/dataset.json";
// Deeper paths are not looked at.
const MOST = 8;

// The folders on the way from the host's root to this page, the nearest first.
function folders() {
  const paths = [];
  for (let path = location.pathname; path; path = path.slice(0, -1)) {
    path = path.slice(0, path.lastIndexOf("/") + 1);
    paths.push(location.origin + path);
  }
  return paths.slice(-MOST);
}

async function holdsExplorer(folder) {
  try {
    const answer = await fetch(folder + FILE, { method: "HEAD" });
    return answer.ok && !answer.headers.get("content-type")?.includes("html");
  } catch {
    return false;
  }
}

// Gives links and forms whole addresses. Another base would not do: a busy Firefox still follows a link by the old one.
async function find() {
  const candidates = folders();
  const holds = await Promise.all(candidates.map(holdsExplorer));
  const root = candidates[holds.indexOf(true)];
  if (!root) return;
  const within = (element, name) => (element[name] = new URL(element.getAttribute(name), root));
  document.querySelectorAll("a").forEach((link) => within(link, "href"));
  document.querySelectorAll("form").forEach((form) => within(form, "action"));
}

find();
