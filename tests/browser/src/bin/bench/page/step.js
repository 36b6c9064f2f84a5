// Steps and gestures: how each is timed.
//
// The time of a step is the main thread's time from the event until the page has done what the event set off and is laid
// out again:
//
// 1. The event is dispatched. All listeners run.
// 2. A message is sent to ourselves and awaited. Before it arrives, every microtask has run, with all that these add:
//    that is where Leptos runs effects.
// 3. A layout value is read, which makes the browser compute style and layout of what has changed.
// 4. In the next frame, the callbacks that the page has asked for run, then style and layout once more. The wait for that
//    frame does not count: it depends on the display and not on the page. So a page that draws in a frame is timed like
//    one that draws at once.
//
// Not in this time: painting, and what the page puts off by a timer. Both are in the time of the processor, which the
// browser itself counts over the gesture and the rest after it.

// How long a page without any change counts as at rest, and how long is waited for a rest or for anything else, in
// milliseconds.
const QUIET = 300;
const PATIENCE = 15000;

bench.turn = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

bench.layOut = () => void document.documentElement.scrollHeight;

// Does something and returns how long that took, in milliseconds. With `isDone`, the step lasts until that holds.
bench.step = async (act, isDone) => {
  let frameBegan;
  // Asked for before the page can ask, so that it runs before the page's own callbacks.
  const noteFrame = () => requestAnimationFrame(() => (frameBegan = performance.now()));
  noteFrame();
  const begin = performance.now();
  act();
  await bench.turn();
  if (isDone) {
    await bench.until(isDone);
    await bench.turn();
  }
  bench.layOut();
  let time = performance.now() - begin;
  if (frameBegan) {
    // A frame has come meanwhile and is in the time already.
    noteFrame();
  }
  time += await new Promise((resolve) =>
    requestAnimationFrame(() => {
      bench.layOut();
      resolve(performance.now() - frameBegan);
    }),
  );
  // The frame is painted before the next step.
  await bench.turn();
  return time;
};

// Waits until a condition holds, looking at each change of the page.
bench.until = (isDone) =>
  new Promise((resolve, reject) => {
    if (isDone()) return resolve();
    const impatience = setTimeout(() => reject(new Error(`waited for ${isDone}`)), PATIENCE);
    const observer = new MutationObserver(() => {
      if (!isDone()) return;
      observer.disconnect();
      clearTimeout(impatience);
      resolve();
    });
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  });

// Waits until the page changes no more.
bench.rest = () =>
  new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(impatience);
      resolve();
    };
    const impatience = setTimeout(end, PATIENCE);
    let quiet = setTimeout(end, QUIET);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET);
    });
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  });

// Does one thing after another and waits for the rest after them: the times of the steps, the most elements that the page
// had, and how often the page wrote into the history.
bench.gesture = async (acts, isDone) => {
  const before = bench.writes;
  const times = [];
  let elements = 0;
  await bench.turn();
  for (const act of acts) {
    times.push(await bench.step(act, isDone));
    elements = Math.max(elements, document.getElementsByTagName("*").length);
  }
  await bench.rest();
  return { times, elements, writes: bench.writes - before };
};

// A key pressed where the focus is. What the key does by itself happens unless a listener prevents it.
bench.key = (key, byItself = () => {}) => {
  const target = document.activeElement;
  const event = (type) => new KeyboardEvent(type, { key, bubbles: true, cancelable: true, composed: true });
  if (target.dispatchEvent(event("keydown"))) byItself();
  target.dispatchEvent(event("keyup"));
};

bench.find = (selector) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
};
