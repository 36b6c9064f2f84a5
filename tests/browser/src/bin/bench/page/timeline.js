// Moving about in the timeline by wheel, by its buttons and by keys.

const VIEW = ".chart-view, .chart [role=listbox]";

// Turns the wheel over the chart, about another place in each step.
bench.wheel = (steps, options) => {
  const view = bench.find(VIEW);
  const turn = () => {
    const box = view.getBoundingClientRect();
    const clientX = box.left + box.width * (0.2 + bench.random(60) / 100);
    const clientY = box.top + 60;
    const place = { clientX, clientY, bubbles: true, cancelable: true, composed: true };
    // What is under the pointer gets the event, as from a mouse.
    const under = document.elementFromPoint(clientX, clientY);
    (view.contains(under) ? under : view).dispatchEvent(new WheelEvent("wheel", { ...place, ...options }));
  };
  return bench.gesture(Array(steps).fill(turn));
};

bench.button = (label, steps) => {
  const button = bench.find(`button[aria-label="${label}"]`);
  return bench.gesture(Array(steps).fill(() => button.click()));
};

bench.press = (key, steps) => {
  bench.find(VIEW).focus();
  return bench.gesture(Array(steps).fill(() => bench.key(key)));
};
