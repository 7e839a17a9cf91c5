// What a theme's own script does on every page: it marks that scripts run, and listens for presses outside of menus.
document.documentElement.classList.replace("no-js", "js");
for (const details of document.querySelectorAll("details[data-menu]")) {
  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.removeAttribute("open");
  });
}
