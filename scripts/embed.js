// <hong-kong-ai-explorer>: the explorer as an element of any page. It stands in a frame that grows with it and hears
// nothing but its height and what the reader selects. A marked link becomes such an element: editors that take unknown
// elements out of a text leave a link in it.
import { FACETS, KEYS } from "./address.js";
import { nearest } from "./lang.js";

(function () {
  "use strict";
  // The attributes, one for each key of the address that a page may set. An element's `id` and `title` are its page's own, so
  // the open record is its `record`, and the title of a collection its `list-title`.
  const OWN_NAMES = { id: "record", title: "list-title" };
  const ATTRIBUTES = KEYS.filter((key) => !["answers", "embed", "lang"].includes(key)).map((key) => OWN_NAMES[key] ?? key);
  const WORDS = {
    en: { title: "Hong Kong AI Explorer", overview: "overview", cards: "cards", table: "table", timeline: "timeline", class: "in class" },
    "zh-Hant": { title: "香港人工智能探索", overview: "概覽", cards: "卡片", table: "表格", timeline: "時間線", class: "課堂" },
    "zh-Hans": { title: "香港人工智能探索", overview: "概览", cards: "卡片", table: "表格", timeline: "时间线", class: "课堂" },
  };
  // What may be done in the frame: run, remember, open a source in a tab of its own, hand out a file.
  const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
  // Until the explorer tells its own height.
  const STYLES = ":host{display:block}:host([hidden]){display:none}iframe{display:block;inline-size:100%;block-size:40rem;border:0}";
  const NAME = "hong-kong-ai-explorer";
  // The attribute that marks a link.
  const MARK = `data-${NAME}`;
  const own = document.currentScript?.src;

  class Explorer extends HTMLElement {
    static observedAttributes = [...ATTRIBUTES, ...FACETS, "lang", "height", "label", "src"];

    #frame = document.createElement("iframe");
    #address = "";
    #isLoaded = false;
    #isChanged = false;

    constructor() {
      super();
      const frame = this.#frame;
      frame.setAttribute("loading", "lazy");
      frame.setAttribute("sandbox", SANDBOX);
      frame.setAttribute("referrerpolicy", "no-referrer");
      frame.setAttribute("allow", "clipboard-write");
      frame.addEventListener("load", () => (this.#isLoaded = frame.hasAttribute("src")));
      const shadow = this.attachShadow({ mode: "open", delegatesFocus: true });
      // Not an element with styles in it, which a strict policy forbids.
      const styles = new CSSStyleSheet();
      styles.replaceSync(STYLES);
      shadow.adoptedStyleSheets = [styles];
      shadow.append(frame);
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#change();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      // Wherever it is put next, its frame begins anew.
      this.#isLoaded = false;
    }

    attributeChangedCallback() {
      this.#change();
    }

    // Attributes that change together make one change.
    #change() {
      if (this.#isChanged) return;
      this.#isChanged = true;
      queueMicrotask(() => {
        this.#isChanged = false;
        if (this.isConnected) this.#show();
      });
    }

    #show() {
      const frame = this.#frame;
      const lang = this.#lang();
      const words = WORDS[lang ?? "en"];
      const named = this.getAttribute("view");
      const view = Object.hasOwn(words, named) ? words[named] : words.overview;
      frame.title = this.getAttribute("label") ?? `${words.title}: ${view}`;
      const height = this.#height();
      if (height) frame.style.blockSize = `${height}px`;
      const address = this.#explorer(lang, height);
      if (!address || address === (this.#isLoaded ? this.#address : frame.getAttribute("src"))) return;
      this.#address = address;
      // Not a step in the history of the page that it stands in.
      if (this.#isLoaded) frame.contentWindow.location.replace(address);
      else frame.setAttribute("src", address);
    }

    // A fixed height, in pixels, where one is asked for.
    #height() {
      const height = Number(this.getAttribute("height"));
      return height > 0 ? height : undefined;
    }

    #lang() {
      return nearest(this.getAttribute("lang") ?? this.closest("[lang]")?.lang ?? document.documentElement.lang);
    }

    #explorer(lang, height) {
      let base;
      try {
        base = new URL("./", new URL(this.getAttribute("src") ?? own, document.baseURI));
      } catch {
        // Told below.
      }
      if (!/^https?:$/.test(base?.protocol)) {
        console.error(`<${NAME}> does not know where the explorer lies. Write its address, such as https://example.org/, into the attribute "src".`);
        return undefined;
      }
      const query = new URLSearchParams();
      for (const key of [...KEYS, ...FACETS]) {
        const name = OWN_NAMES[key] ?? key;
        if (![...ATTRIBUTES, ...FACETS].includes(name)) continue;
        const value = this.getAttribute(name)?.trim();
        const values = FACETS.includes(key) ? value?.split(/\s+/) : [value];
        for (const one of values ?? []) if (one) query.append(key, one);
      }
      query.append("embed", height ? "scroll" : "1");
      if (lang) query.append("lang", lang);
      base.search = query;
      return base.href;
    }

    #hear = ({ source, data }) => {
      if (source !== this.#frame.contentWindow || !data) return;
      const { explorer, height, query, id } = data;
      if (explorer === "height" && height > 0 && !this.#height()) this.#frame.style.blockSize = `${Number(height)}px`;
      if (explorer === "view" && typeof query === "string") {
        this.dispatchEvent(new CustomEvent("explorer-view", { detail: { query, id }, bubbles: true, composed: true }));
      }
    };
  }

  // Puts the explorer in the place of a marked link. The link stays within, where readers without scripts would find it.
  // Others write in a portal's pages too, so only what lies where this script does is put into a frame.
  function replace(link) {
    const base = own && new URL("./", own).href;
    if (!base || !link.href.startsWith(base) || link.closest(NAME)) return;
    const element = document.createElement(NAME);
    element.setAttribute("src", base);
    const query = new URL(link.href).searchParams;
    for (const key of new Set(query.keys())) {
      const name = OWN_NAMES[key] ?? key;
      // Where the explorer lies, the script alone says.
      if (name !== "src" && Explorer.observedAttributes.includes(name)) element.setAttribute(name, query.getAll(key).join(" "));
    }
    for (const name of ["height", "label"]) {
      const value = link.getAttribute(`data-${name}`);
      if (value) element.setAttribute(name, value);
    }
    link.replaceWith(element);
    element.append(link);
  }

  // A page may hold this script twice.
  if (customElements.get(NAME)) return;
  customElements.define(NAME, Explorer);
  const replaceAll = () => document.querySelectorAll(`a[${MARK}]`).forEach(replace);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", replaceAll);
  else replaceAll();
})();
