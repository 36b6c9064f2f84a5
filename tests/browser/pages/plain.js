// The listener that README gives to whoever uses a plain frame.
const frame = document.querySelector("iframe");
window.heights = [];
addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  if (data.explorer === "height") {
    frame.style.height = data.height + "px";
    window.heights.push(data.height);
  }
  if (data.explorer === "view") window.views.push(data);
});
