// The page's other modules, each loaded once and only where it is needed.
async function load(name) {
  const module = await import(new URL(name, document.baseURI).href);
  await module.default();
  return module;
}

// Reads a data set from elsewhere.
export async function readForeign(json) {
  return new (await load("reader.js")).Foreign(json);
}

// Opens a chart of a bundle's records in an element.
export async function openChart(element, cards, told) {
  return new (await load("chart.js")).ChartHandle(element, cards, told);
}
