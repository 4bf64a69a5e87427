// A list of applications: filtered while one types, keys, and what can be done with those selected.
const SOON = 250;
const NEEDS = "[data-needs]";
const keys = document.querySelector("#keys");
const filters = document.querySelector("[data-filters]");
let here = -1;
let turn = 0;

const rows = () => [...document.querySelectorAll(".queue tbody tr")];
const ticks = () => [...document.querySelectorAll(".queue tbody input[type=checkbox]")];
const part = (name, page = document) => page.querySelector(`[data-list=${name}]`);
const total = () => Number(part("rows").dataset.total);

function go(step) {
  here = Math.max(0, Math.min(rows().length - 1, here + step));
  rows().forEach((row, number) => row.classList.toggle("here", number === here));
  rows()[here]?.querySelector("a").focus();
}

// The bar is there once somebody is ticked. "all" means everybody in the list, on other pages, too.
function count() {
  const bar = document.querySelector("[data-bulk]");
  if (!bar) return;
  const all = document.querySelector("[data-all]");
  const chosen = ticks().filter((each) => each.checked);
  const whole = chosen.length === ticks().length;
  if (!whole) all.value = "";
  bar.hidden = !chosen.length;
  const page = document.querySelector("[data-page]");
  page.hidden = false;
  page.checked = whole;
  page.indeterminate = chosen.length > 0 && !whole;
  const most = Math.min(total(), Number(bar.dataset.most || 200));
  bar.querySelector("[data-ticked]").textContent = `${all.value ? most : chosen.length} selected`;
  const more = bar.querySelector("[data-more]");
  more.hidden = Boolean(all.value) || total() <= chosen.length;
  more.textContent = most < total() ? `Select the first ${most}` : `Select all ${total()}`;
  bar.querySelector("[data-none]").hidden = false;
  bar.querySelectorAll(NEEDS).forEach((button) => {
    const needs = button.dataset.needs;
    const ticked = chosen.filter((each) => needs === "any" || needs === each.dataset.step).length;
    const fit = all.value && needs !== "any" ? Number(button.dataset.fit) : ticked;
    button.hidden = !fit;
    button.querySelector("[data-count]").textContent = fit ? `(${fit})` : "";
  });
}

function tick(checked, everybody = false) {
  ticks().forEach((each) => { each.checked = checked; });
  document.querySelector("[data-all]").value = everybody ? document.querySelector("[data-all]").dataset.all : "";
  count();
}

// The list for what is typed, fetched as a page of its own; the address says what is seen.
async function filter() {
  const mine = ++turn;
  const said = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value));
  const address = `${location.pathname}${said.size ? `?${said}` : ""}`;
  part("rows").setAttribute("aria-busy", "true");
  let answer;
  try {
    answer = await fetch(address, { headers: { Accept: "text/html" } });
  } catch {
    return;
  }
  if (mine !== turn) return;
  if (!answer.ok || answer.redirected) { filters.submit(); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== turn) return;
  for (const name of ["tabs", "rows"]) if (part(name, page)) part(name).replaceWith(part(name, page));
  history.replaceState(null, "", address);
  const found = total();
  document.querySelector("[data-found]").textContent = found === 1 ? "1 candidate" : `${found} candidates`;
  here = -1;
  ready();
}

function ready() {
  document.querySelectorAll("[data-help]").forEach((each) => { each.hidden = false; });
  count();
}

if (filters) {
  let waiting;
  filters.querySelector("[data-filter]").hidden = true;
  filters.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, SOON); });
  filters.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); filter(); });
}
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-page]")) tick(event.target.checked);
  else if (event.target.matches(".queue tbody input")) count();
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help]")) keys.showModal();
  else if (event.target.closest("[data-more]")) tick(true, true);
  else if (event.target.closest("[data-none]")) tick(false);
});
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") document.querySelector("#text")?.focus();
  else if (event.key === "?") keys.showModal();
  else if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "x" && ticks()[here]) ticks()[here].click();
  else return;
  event.preventDefault();
});
// After "back" the browser ticks again what was ticked, once the page is shown.
addEventListener("pageshow", ready);
ready();
