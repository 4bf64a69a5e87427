// Keys of the queue, and what can be done with those selected.
const rows = [...document.querySelectorAll("tbody tr")];
const ticks = [...document.querySelectorAll("tbody input[type=checkbox]")];
const keys = document.querySelector("#keys");
const help = document.querySelector("[data-help]");
const all = document.querySelector("[data-all]");
let here = -1;

function go(step) {
  here = Math.max(0, Math.min(rows.length - 1, here + step));
  rows.forEach((row, number) => row.classList.toggle("here", number === here));
  if (rows[here]) rows[here].querySelector("a").focus();
}

function count() {
  const chosen = ticks.filter((each) => each.checked);
  document.querySelector("[data-ticked]").textContent = chosen.length ? `${chosen.length} selected` : "Select all";
  all.checked = chosen.length > 0 && chosen.length === ticks.length;
  document.querySelectorAll("[data-needs]").forEach((button) => {
    const steps = button.dataset.needs.split(" ");
    const fit = chosen.filter((each) => steps.includes("any") || steps.includes(each.dataset.step)).length;
    button.disabled = !fit;
    button.querySelector("[data-count]").textContent = fit ? `(${fit})` : "";
  });
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") document.querySelector("#text").focus();
  else if (event.key === "?") keys.showModal();
  else if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "x" && ticks[here]) ticks[here].click();
  else return;
  event.preventDefault();
});
if (help) {
  help.hidden = false;
  help.addEventListener("click", () => keys.showModal());
}
if (all) {
  all.closest("label").hidden = false;
  all.addEventListener("change", () => { ticks.forEach((each) => { each.checked = all.checked; }); count(); });
  ticks.forEach((each) => each.addEventListener("change", count));
  // After "back" the browser ticks again what was ticked, once the page is shown.
  addEventListener("pageshow", count);
  count();
}
