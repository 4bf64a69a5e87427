// The words behind a sentence lit in the scorecards, and the other way round.
const keysOf = (statement) => statement.dataset.sources.split("|").filter(Boolean);
const behind = (key) => [...document.querySelectorAll(".behind")].filter((each) => each.dataset.keys.split("|").includes(key));

function light(statement, on) {
  const lit = keysOf(statement).flatMap(behind);
  lit.forEach((each) => each.classList.toggle("lit", on));
  if (on && lit[0] && matchMedia("(min-width: 56rem)").matches) lit[0].scrollIntoView({ block: "nearest" });
}

function lightBack(note, on) {
  const keys = note.dataset.keys.split("|");
  for (const each of document.querySelectorAll("#letter [data-sources]")) {
    if (keysOf(each).some((key) => keys.includes(key))) each.classList.toggle("lit", on);
  }
}

for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(kind, (event) => {
    const statement = event.target.closest?.("[data-sources]");
    if (statement) light(statement, on);
    const note = event.target.closest?.(".behind");
    if (note) lightBack(note, on);
  });
}
