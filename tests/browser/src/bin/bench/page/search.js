// Typing in search, letter by letter. The browser's own editing writes the letters, so that the page gets the events that
// it gets from a keyboard.

const field = () => {
  const field = bench.find("[role=search] input[type=search]");
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  return field;
};

bench.type = (word) => {
  field();
  const insert = (letter) => () => bench.key(letter, () => document.execCommand("insertText", false, letter));
  return bench.gesture([...word].map(insert));
};

bench.erase = () => {
  const erase = () => bench.key("Backspace", () => document.execCommand("delete"));
  return bench.gesture([...field().value].map(() => erase));
};
