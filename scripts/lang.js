// The explorer's languages, and which of them a language tag asks for. `Lang::nearest` in Rust has the same rule, and
// `tests/tables/languages.json` holds both to it.

const TRADITIONAL_REGIONS = ["hk", "mo", "tw"];

// The language nearest to a tag (BCP 47): Chinese by the script where the tag names one, else by the region.
// `undefined` for other languages.
export function nearest(tag) {
  const parts = (tag ?? "").trim().toLowerCase().split(/[-_]/);
  const [language, ...rest] = parts;
  if (language === "en") return "en";
  if (!["zh", "cmn", "yue"].includes(language)) return undefined;
  // What follows a single letter is an extension and names neither script nor region.
  const extension = rest.findIndex((part) => part.length === 1);
  const subtags = extension < 0 ? rest : rest.slice(0, extension);
  const script = subtags.find((part) => part === "hant" || part === "hans");
  if (script) return script === "hant" ? "zh-Hant" : "zh-Hans";
  if (subtags.some((part) => TRADITIONAL_REGIONS.includes(part))) return "zh-Hant";
  const isCantonese = language === "yue" || subtags.includes("yue");
  return isCantonese && !subtags.includes("cn") ? "zh-Hant" : "zh-Hans";
}
