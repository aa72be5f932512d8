// Keys for the whole site: j k Enter e x on lists, u / ? everywhere. Nothing here is needed to use the pages.
const entries = [...document.querySelectorAll("[data-list] .entry")];
const selection = document.querySelector("[data-selection]");

const here = () => entries.findIndex((entry) => entry.contains(document.activeElement));

function move(step) {
  const at = here();
  const next = entries[at < 0 ? (step > 0 ? 0 : entries.length - 1) : at + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
}

function go(entry, place = "") {
  if (entry) location.href = entry.querySelector("h3 a").href + place;
  return Boolean(entry);
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => document.activeElement === entries[here()] && go(entries[here()]),
  e: () => go(entries[here()], "#correct") || document.getElementById("correct")?.querySelector("button, input, select")?.focus(),
  x: () => entries[here()]?.querySelector("input[name=entry]")?.click(),
  u: () => document.querySelector("[data-undo] button")?.click(),
  "/": () => {
    const field = document.querySelector("[data-key='/']");
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  },
  "?": () => document.querySelector("[data-key='?']")?.click(),
};

addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
  const action = actions[event.key];
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !action) return;
  if (event.key === "Enter" && document.activeElement !== entries[here()]) return;
  event.preventDefault();
  action();
});

if (selection) {
  const show = () => { selection.hidden = !document.querySelector("input[form=selection]:checked"); };
  document.addEventListener("change", show);
  show();
}
