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

// Dragging from one bar of the histogram to another goes to the time from the one to the other.
function drag(drawing) {
  const bar = (event) => event.target.closest?.("a.b");
  const edge = (link, name) => new URL(link.href.baseVal, location).searchParams.get(name);
  let from = null, dragged = false;
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
  drawing.addEventListener("pointerdown", (event) => { from = bar(event); dragged = false; });
  drawing.addEventListener("pointermove", (event) => {
    const to = from && bar(event);
    if (!to || to === from && !dragged) return;
    dragged = true;
    const bars = [...drawing.querySelectorAll("a.b")], ends = [bars.indexOf(from), bars.indexOf(to)].sort((a, b) => a - b);
    bars.forEach((one, i) => one.classList.toggle("chosen", i >= ends[0] && i <= ends[1]));
  });
  drawing.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  addEventListener("pointerup", () => {
    const chosen = [...drawing.querySelectorAll(".chosen")];
    if (!from || !chosen.length) { from = null; return; }
    from = null;
    const there = new URL(chosen[0].href.baseVal, location);
    there.searchParams.set("to", edge(chosen.at(-1), "to"));
    location.href = there;
  });
}

const all = () => document.querySelectorAll("[data-overview]").forEach((drawing) => { prepare(drawing); drag(drawing); });
document.addEventListener("renewed", all);
all();
