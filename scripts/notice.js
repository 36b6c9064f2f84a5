// Tells a learner in a package's page that the learning platform does not hear of what they do: it is `away`, it has
// `ended` the visit, or the visit is `over`, since they had finished.
const WORDS = {
  en: {
    away: "The learning platform cannot be reached at the moment. You can go on: your progress is kept on this device, and sent again when the platform answers.",
    ended: "This visit no longer counts: the learning platform has ended it, or does not answer. To have your work counted, open this page again from your course.",
    over: "This visit is over: you had finished when you left the page. To practise again and have it counted, open this page again from your course.",
  },
  "zh-Hant": {
    away: "暫時未能連接學習平台。你可以繼續：進度會留在這部裝置，平台恢復後再次送出。",
    ended: "這次練習不會再計算：學習平台已經結束連線，或者沒有回應。想計算成績，請由課程重新打開本頁。",
    over: "這次練習已經結束：你離開本頁之前已經完成。想再練習並計算成績，請由課程重新打開本頁。",
  },
  "zh-Hans": {
    away: "暂时无法连接学习平台。你可以继续：进度会保存在这台设备上，平台恢复后再次送出。",
    ended: "这次练习不会再计入：学习平台已经结束连接，或者没有回应。想计入成绩，请从课程里重新打开本页。",
    over: "这次练习已经结束：你离开本页之前已经完成。想再练习并计入成绩，请从课程里重新打开本页。",
  },
};

// The box stands in the page before it says anything: what is put in together with its words is not always spoken.
const box = document.createElement("div");
box.id = "platform-notice";
box.setAttribute("role", "status");
let wanted;

// Shows the notice of a kind; without one, none.
export function notice(kind) {
  if (kind === wanted) return;
  wanted = kind;
  if (box.isConnected) show();
}

function show() {
  box.className = wanted ? "trouble trouble-whole" : "";
  const sentence = document.createElement("p");
  sentence.className = "trouble-sentence";
  sentence.textContent = (WORDS[document.documentElement.lang] ?? WORDS.en)[wanted];
  box.replaceChildren(...(wanted ? [sentence] : []));
}

addEventListener("DOMContentLoaded", () => {
  document.body.prepend(box);
  requestAnimationFrame(show);
});
