// Opening and closing records from the list of cards.

const links = () => [...document.querySelectorAll("main article a[href*='id=']")];

// The ids and names of the records in the list.
bench.listed = () => links().map((link) => [new URL(link.href).searchParams.get("id"), link.textContent.trim()]);

// Opens a record of the list. It is open once a dialog has its name for a heading and nothing in it is still loading.
bench.open = (place) => {
  const link = links()[place];
  const name = link.textContent.trim();
  const isOpen = () => {
    const dialog = document.querySelector("dialog[open]");
    const isNamed = (heading) => heading.textContent.includes(name);
    return dialog && !dialog.querySelector("[aria-busy=true]") && [...dialog.querySelectorAll("h1, h2")].some(isNamed);
  };
  return bench.gesture([() => link.click()], isOpen);
};

bench.close = () => {
  const button = bench.find("dialog[open] button[aria-label=Close]");
  return bench.gesture([() => button.click()], () => !document.querySelector("dialog[open]"));
};
