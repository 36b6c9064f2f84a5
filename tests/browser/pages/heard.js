// What the portal hears of its first frame.
window.heights = [];
addEventListener("message", ({ source, data }) => {
  if (source !== document.querySelector("iframe").contentWindow) return;
  if (data.explorer === "height") window.heights.push(data.height);
  if (data.explorer === "view") window.views.push(data);
});
