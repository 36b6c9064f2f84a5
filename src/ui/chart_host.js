// Loads the module that draws the timeline, once, and opens a chart in an element.
export async function openChart(element, cards, told) {
  const chart = await import(new URL("chart.js", document.baseURI).href);
  await chart.default();
  return new chart.ChartHandle(element, cards, told);
}
