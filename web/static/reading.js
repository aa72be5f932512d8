// Shows a date as it is understood while it is typed, and the time expressions of the text with it.
const ask = async (path, body) => (await fetch(`/api/v1/${path}`, {
  method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
})).json();

function later(action) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(action, 250); };
}

function list(panel, found) {
  panel.hidden = false;
  panel.replaceChildren();
  if (!found?.length) { panel.textContent = found ? panel.dataset.none : panel.dataset.date; return; }
  const items = document.createElement("ul");
  for (const timex of found.slice(0, 60)) {
    const item = document.createElement("li"), words = document.createElement("mark"), note = document.createElement("span");
    words.textContent = timex.text;
    note.className = "aside";
    note.textContent = timex.because;
    item.append(words, ` ${timex.words ?? panel.dataset.nowhere}`, note);
    items.append(item);
  }
  panel.append(items);
}

export function watch(field) {
  const input = field.querySelector("input"), read = field.querySelector(".read"), told = "told" in field.dataset;
  const hint = told ? "" : read.textContent;
  const form = input.closest("[data-draft]") ?? input.form;
  const understood = form.querySelector("[data-understood]");
  const text = form.querySelector("[data-text]"), panel = form.querySelector("[data-preview]");
  const choice = field.querySelector("[data-readings]");
  let asked = 0;

  const chosen = () => choice.querySelector(":checked");

  // Offers the dates that were typed in one; a choice among them holds until something else is typed.
  function offer(readings) {
    choice.querySelectorAll("label").forEach((one) => one.remove());
    choice.hidden = !readings?.length;
    for (const { value, words } of readings ?? []) {
      const label = document.createElement("label"), radio = document.createElement("input");
      label.className = "choice";
      Object.assign(radio, { type: "radio", name: `${input.id}-is`, value });
      label.append(radio, ` ${words}`);
      choice.append(label);
    }
  }

  function show(words, problem) {
    const bad = Boolean(problem && input.value.trim());
    field.classList.toggle("bad", bad);
    read.classList.toggle("got", Boolean(words));
    input.toggleAttribute("aria-invalid", false);
    if (bad) input.setAttribute("aria-invalid", "true");
    read.textContent = words ?? (bad ? problem : hint);
  }

  async function look() {
    const mine = ++asked, value = chosen()?.value ?? input.value;
    if (field.dataset.date === "dates") {
      const answer = value.trim() ? await ask("dates", { text: value, published: field.dataset.published }) : {};
      if (mine !== asked) return;
      show(answer.words, answer.problem);
      if (!chosen()) offer(answer.readings);
      return;
    }
    const answer = await ask("preview", { published: value, text: text?.value.slice(0, 20000) ?? "" });
    if (mine !== asked) return;
    if (!chosen()) offer(answer.readings);
    show(answer.published?.words, answer.problem);
    if (understood) understood.value = answer.published?.value ?? "";
    if (panel && text.value.trim()) list(panel, answer.timexes);
  }

  const soon = later(look);
  input.addEventListener("input", () => { offer(); soon(); });
  choice.addEventListener("change", look);
  text?.addEventListener("input", soon);
  const typed = input.value !== input.defaultValue; // before this was loaded
  if (input.value && (!told || typed)) look();
}

document.querySelectorAll("[data-date]:not([data-preview])").forEach(watch);
