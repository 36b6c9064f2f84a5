// What scripts add to a page that stands without the program: where it is, in a report of an error and on paper, and ways to
// hand it on.

const address = location.href.split(/[?#]/)[0];
const encoded = (line) => encodeURIComponent(`\n${line}\n`).replaceAll("%0A", "%0D%0A");

// The address is a line of its own, of which the page knows what is below the site's root.
for (const report of document.querySelectorAll("[data-path]")) {
  const { path } = report.dataset;
  if (report.href) report.href = report.href.replace(encoded(path), encoded(address));
  else report.textContent = report.textContent.replace(`\n${path}\n`, () => `\n${address}\n`);
}

// On paper stands where the page and its records are found. Both know what is below the site's root.
const here = document.querySelector("[data-here]");
const root = address.slice(0, address.lastIndexOf(here.textContent));
here.textContent = address;
for (const named of document.querySelectorAll("[data-address]")) named.dataset.address = root + named.dataset.address;

// The buttons are there and hidden; each is shown where it can do something.
const ways = document.querySelector(".page-ways");
if (ways) {
  const [copy, share, said] = ways.children;
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
    said.textContent = copied ? said.dataset.copied : said.dataset.notCopied + address;
  });
  share.hidden = !navigator.share;
  // A reader may turn back there, which is no error.
  share.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
}
