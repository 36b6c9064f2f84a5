// What must be said where the WebAssembly cannot say it: that it cannot run, could not be loaded, or has stopped.
// It also sets the remembered colour scheme before the first paint, so that nothing flashes.
(function () {
  "use strict";
  var WORDS = {
    en: {
      wasm: "This browser cannot run WebAssembly, which the explorer needs. A current version of Chrome, Edge, Firefox or Safari can.",
      load: "The explorer could not be loaded. Check the connection, then reload the page.",
      panic: "Something in the explorer broke, and it has stopped. Nothing is lost: the address still holds your view. Reload to go on.",
      reload: "Reload",
      copy: "Copy the details",
      copied: "Copied."
    },
    "zh-Hant": {
      wasm: "這個瀏覽器不支援WebAssembly，無法使用本頁。請改用新版的Chrome、Edge、Firefox或Safari。",
      load: "未能載入本頁的程式。請檢查網絡，然後重新載入。",
      panic: "程式出錯，已經停止。你看到的內容都記在網址裏，重新載入即可繼續。",
      reload: "重新載入",
      copy: "複製詳情",
      copied: "已複製。"
    },
    "zh-Hans": {
      wasm: "这个浏览器不支持WebAssembly，无法使用本页。请改用新版的Chrome、Edge、Firefox或Safari。",
      load: "无法加载本页的程序。请检查网络，然后重新加载。",
      panic: "程序出错，已经停止。你看到的内容都记在网址里，重新加载即可继续。",
      reload: "重新加载",
      copy: "复制详情",
      copied: "已复制。"
    }
  };
  var started = false;
  var said = false;

  function words() {
    var tag = new URLSearchParams(location.search).get("lang") || document.documentElement.lang;
    return WORDS[tag] || WORDS.en;
  }

  function button(text, act) {
    var element = document.createElement("button");
    element.type = "button";
    element.className = "button";
    element.textContent = text;
    element.addEventListener("click", act);
    return element;
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
    if (kind !== "wasm") {
      box.append(button(words().reload, function () { location.reload(); }));
    }
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

  window.explorerTrouble = say;

  try {
    var scheme = localStorage.getItem("explorer-scheme");
    if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
  } catch (error) {
    // A page that may not remember follows the system.
  }
  addEventListener("TrunkApplicationStarted", function () { started = true; });
  addEventListener("unhandledrejection", function (event) {
    if (!started) say("load", String(event.reason));
  });
  // A script that does not load says so on its own element only.
  addEventListener("error", function (event) {
    if (!started && event.target instanceof HTMLScriptElement) say("load");
  }, true);
  if (typeof WebAssembly !== "object") {
    addEventListener("DOMContentLoaded", function () { say("wasm"); });
  }
})();
