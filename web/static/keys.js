// Keys for the whole site: j k Enter e x on lists, u / ? everywhere. Nothing here is needed to use the pages.
const listed = () => [...document.querySelectorAll("[data-list] .entry")];

const current = () => listed().find((entry) => entry.contains(document.activeElement));

function move(step) {
  const entries = listed(), at = entries.indexOf(current());
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
  Enter: () => document.activeElement === current() && go(current()),
  e: () => go(current(), "#correct") || document.getElementById("correct")?.querySelector("button, input, select")?.focus(),
  x: () => current()?.querySelector("input[name=entry]")?.click(),
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
  if (event.key === "Enter" && document.activeElement !== current()) return;
  event.preventDefault();
  action();
});

function show() {
  const selection = document.querySelector("[data-selection]");
  if (selection) selection.hidden = !document.querySelector("input[form=selection]:checked");
}

document.addEventListener("change", show);
document.addEventListener("renewed", show);
show();
