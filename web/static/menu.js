// A menu that covers the page closes on Escape and on a click elsewhere; without this, on a second click.
const open = () => document.querySelector(".menu[open]");

addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && open();
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

addEventListener("click", (event) => {
  const menu = open();
  if (menu && !menu.contains(event.target)) menu.open = false;
});
