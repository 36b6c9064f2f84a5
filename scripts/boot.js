// What must be done before the first paint, and said where the WebAssembly cannot say it: that it cannot run, could not
// be loaded, or has stopped.
import { FACETS, KEYS, sets } from "./address.js";
import { nearest } from "./lang.js";
import { FOLDERS } from "./pages.js";

(function () {
  "use strict";
  var WORDS = {
    en: {
      wasm: "This browser does not run WebAssembly, which the explorer needs. Lockdown Mode on an iPhone, iPad or Mac switches it off; in Safari you can allow it for this site. Otherwise use a current version of Chrome, Edge, Firefox or Safari.",
      readRecord: "Read this record without it",
      readValue: "Read its records without it",
      readAll: "Read the explorer without it",
      load: "The explorer could not be loaded. Check the connection, then reload the page.",
      panic: "Something in the explorer broke, and it has stopped. Nothing is lost: the address still holds your view. Reload to go on.",
      news: "There is a new version of this page.",
      reload: "Reload",
      copy: "Copy the details",
      copied: "Copied."
    },
    "zh-Hant": {
      wasm: "這個瀏覽器沒有執行WebAssembly，探索頁需要它才能運作。iPhone、iPad或Mac的封閉模式（Lockdown Mode）會把它關掉，可以在Safari為本網站解除。其他情況，請改用新版的Chrome、Edge、Firefox或Safari。",
      readRecord: "直接閱讀這項記錄",
      readValue: "直接閱讀相關記錄",
      readAll: "直接閱讀全部內容",
      load: "未能載入本頁的程式。請檢查網絡，然後重新載入。",
      panic: "程式出錯，已經停止。你看到的內容都記在網址裏，重新載入即可繼續。",
      news: "本頁已有新版本。",
      reload: "重新載入",
      copy: "複製詳情",
      copied: "已複製。"
    },
    "zh-Hans": {
      wasm: "这个浏览器没有运行WebAssembly，探索页需要它才能工作。iPhone、iPad或Mac的锁定模式（Lockdown Mode）会把它关闭，可以在Safari为本网站解除。其他情况，请改用新版的Chrome、Edge、Firefox或Safari。",
      readRecord: "直接阅读这项记录",
      readValue: "直接阅读相关记录",
      readAll: "直接阅读全部内容",
      load: "无法加载本页的程序。请检查网络，然后重新加载。",
      panic: "程序出错，已经停止。你看到的内容都记在网址里，重新加载即可继续。",
      news: "本页已有新版本。",
      reload: "重新加载",
      copy: "复制详情",
      copied: "已复制。"
    }
  };
  // The keys that ask for more than the beginning of a view. What others append to a link, such as fbclid, is none of them.
  var OTHER_KEYS = KEYS.concat(FACETS).filter(function (key) { return key !== "view" && key !== "lang"; });
  var root = document.documentElement;
  var own = root.lang;
  var query = new URLSearchParams(location.search);
  var started = false;
  var said = false;

  function stored(name) {
    try {
      return localStorage.getItem("explorer-" + name);
    } catch (error) {
      // A page that may not remember follows the system.
      return null;
    }
  }

  function words() {
    return WORDS[root.lang] || WORDS.en;
  }

  function button(text, act) {
    var element = document.createElement("button");
    element.type = "button";
    element.className = "button";
    element.textContent = text;
    element.addEventListener("click", act);
    return element;
  }

  // A link to the page that needs no program and comes nearest to what the address asks for: a record's, a value's, or the
  // front page. Nothing where that is this page, and in the one-file edition, which has no others.
  function plainPage() {
    var isOwnData = !query.get("data");
    var folder = isOwnData && Object.keys(FOLDERS).find(function (name) { return query.get(FOLDERS[name]); });
    var isHere = !folder && root.lang === own;
    if (isHere || root.dataset.whole !== undefined) return "";
    var path = folder ? folder + "/" + encodeURIComponent(query.get(FOLDERS[folder])) + "/" : "";
    var link = document.createElement("a");
    link.className = "button";
    link.href = (root.lang === "en" ? "./" : root.lang + "/") + path;
    link.textContent = words()[!folder ? "readAll" : folder === "initiative" ? "readRecord" : "readValue"];
    return link;
  }

  // Shows the static page as it is without scripts, where it is in the reader's language or all there is: what needs the
  // program is hidden.
  function standStill() {
    delete root.dataset.scripts;
    if (root.lang === own || root.dataset.whole !== undefined) delete root.dataset.elsewhere;
    delete root.dataset.view;
    document.querySelectorAll(".no-scripts").forEach(function (notice) { notice.remove(); });
    say("wasm");
  }

  function reload() {
    location.reload();
  }

  function say(kind, details) {
    if (said) return;
    said = true;
    var box = document.createElement("div");
    box.className = "trouble trouble-whole";
    box.setAttribute("role", "alert");
    var sentence = document.createElement("p");
    sentence.className = "trouble-sentence";
    sentence.textContent = words()[kind];
    box.append(sentence);
    if (details) {
      var detail = document.createElement("p");
      detail.className = "trouble-detail";
      detail.textContent = details;
      box.append(detail);
    }
    box.append(kind === "wasm" ? plainPage() : button(words().reload, reload));
    if (details) {
      var copy = button(words().copy, function () {
        navigator.clipboard.writeText(location.href + "\n" + details).then(function () {
          copy.textContent = words().copied;
        });
      });
      box.append(" ", copy);
    }
    // An open dialog lies above the page, so the sentence goes into it.
    var dialog = document.querySelector("dialog[open]");
    (dialog || document.body).prepend(box);
  }

  // Offers what was loaded behind the page's back; the reader goes on with the old for as long as they like.
  function offer(accept) {
    if (document.querySelector(".news-offer")) return;
    var box = document.createElement("p");
    box.className = "news-offer";
    box.setAttribute("role", "status");
    box.append(words().news, " ", button(words().reload, accept));
    document.body.append(box);
  }

  window.explorerTrouble = say;
  window.explorerOffer = offer;

  var scheme = query.get("scheme") || stored("scheme");
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  root.dataset.scripts = "";
  if (/^(1|scroll)$/.test(query.get("embed"))) root.dataset.embed = query.get("embed");

  // On the explorer's own page, this is all of the language's choosing: by address, by memory, by the browser.
  if (document.currentScript.dataset.starts === undefined) return;
  var wishes = [query.get("lang"), stored("lang")].concat(navigator.languages || []);
  root.lang = wishes.map(nearest).find(Boolean) || "en";
  // The static page holds the beginning of each view, in one language; any other view appears when it is ready.
  var view = query.get("view") || "overview";
  var isBeginning = /^(overview|cards|timeline)$/.test(view) && !sets(query, OTHER_KEYS);
  if (root.lang === own && isBeginning) root.dataset.view = view;
  else root.dataset.elsewhere = "";

  if (typeof WebAssembly !== "object") {
    addEventListener("DOMContentLoaded", standStill);
    return;
  }
  addEventListener("explorer-started", function () { started = true; });
  // A program that the browser breaks off cannot say so itself.
  function tellEnd(error) {
    if (error instanceof WebAssembly.RuntimeError) say("panic", String(error));
  }
  addEventListener("unhandledrejection", function (event) {
    if (started) tellEnd(event.reason);
    else say("load", String(event.reason));
  });
  addEventListener("error", function (event) {
    if (started) tellEnd(event.error);
    // A script that does not load says so on its own element only.
    else if (event.target instanceof HTMLScriptElement) say("load");
  }, true);
  // Han characters are composed of several keys: until they are, the field must not be taken from under the fingers.
  ["compositionstart", "compositionend"].forEach(function (name) {
    document.addEventListener(name, function () { root.composing = name === "compositionstart"; });
  });
})();
