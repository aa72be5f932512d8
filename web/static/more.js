// Adds the fields of one more article without a way to the server and back.
import { watch } from "./reading.js";

const blank = document.querySelector("[data-blank]");

document.querySelector("[data-more]").addEventListener("click", (event) => {
  event.preventDefault();
  const number = blank.parentElement.querySelectorAll("[data-draft]").length + 1;
  blank.insertAdjacentHTML("beforebegin", blank.innerHTML.replaceAll("__n__", number));
  const draft = blank.previousElementSibling;
  watch(draft.querySelector("[data-date]"));
  draft.querySelector("input:not([type=hidden])").focus();
});
