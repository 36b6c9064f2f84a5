// Choosing and dropping values of facets by their boxes.

const boxes = (isChecked) =>
  [...document.querySelectorAll("main input[type=checkbox]")].filter(
    (box) => box.checked === isChecked && box.checkVisibility(),
  );

const click = (box) => {
  if (!box) throw new Error("the page has no such box");
  return bench.gesture([() => box.click()]);
};

bench.choose = (place) => {
  const free = boxes(false);
  return click(free[place % free.length]);
};

bench.drop = () => click(boxes(true)[0]);
