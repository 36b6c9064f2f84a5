// Loads the module that reads data sets from elsewhere, once, and lets it read one.
export async function readForeign(json) {
  const reader = await import(new URL("reader.js", document.baseURI).href);
  await reader.default();
  return new reader.Foreign(json);
}
