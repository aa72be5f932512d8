// Files may be dropped anywhere on the form; they go into its file field.
const form = document.querySelector("[data-submit]");
const field = form.querySelector("[data-drop]"), input = field.querySelector("input");

for (const [name, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
  form.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    field.classList.toggle("over", over);
    if (name === "drop") input.files = event.dataTransfer.files;
  });
}
