// Keys of the queue: j and k move, Enter opens, / goes to the search.
const rows = [...document.querySelectorAll("tbody tr")];
let here = -1;
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") document.querySelector("#text").focus();
  else if (event.key === "j" || event.key === "k") {
    here = Math.max(0, Math.min(rows.length - 1, here + (event.key === "j" ? 1 : -1)));
    rows.forEach((row, number) => row.classList.toggle("here", number === here));
    if (rows[here]) rows[here].querySelector("a").focus();
  } else return;
  event.preventDefault();
});
