// One tab stop for the whole drawing; arrow keys move from mark to mark.
function prepare(drawing) {
  const marks = [...drawing.querySelectorAll("a")].sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
  marks.forEach((mark, i) => mark.setAttribute("tabindex", i ? "-1" : "0"));
  drawing.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = marks[marks.indexOf(document.activeElement) + step];
    if (!step || !next) return;
    event.preventDefault();
    marks.forEach((mark) => mark.setAttribute("tabindex", mark === next ? "0" : "-1"));
    next.focus();
  });
}

const all = () => document.querySelectorAll("[data-overview]").forEach(prepare);
document.addEventListener("renewed", all);
all();
