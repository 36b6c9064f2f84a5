// The listener that README gives to whoever uses a plain frame.
addEventListener("message", ({ source, data }) => {
  if (data?.explorer !== "height") return;
  for (const frame of document.querySelectorAll("iframe.explorer")) {
    if (frame.contentWindow === source) frame.style.height = data.height + "px";
  }
});
