// The words behind a statement lit in the scorecards, and the other way round; unsaved words are not lost by a click.
const statements = [...document.querySelectorAll(".statement")];
const behind = [...document.querySelectorAll(".behind")];
const has = (statement, key) => statement.dataset.sources.split("|").includes(key);

function light(statement, on) {
  for (const each of behind) {
    if (each.dataset.keys.split("|").some((key) => has(statement, key))) each.classList.toggle("lit", on);
  }
  const first = behind.find((each) => each.classList.contains("lit"));
  if (on && first && matchMedia("(min-width: 56rem)").matches) first.scrollIntoView({ block: "nearest" });
}

for (const statement of statements) {
  for (const [kind, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    statement.addEventListener(kind, () => light(statement, on));
  }
}
for (const each of behind) {
  const keys = each.dataset.keys.split("|");
  for (const [kind, on] of [["mouseenter", true], ["mouseleave", false]]) {
    each.addEventListener(kind, () => {
      for (const statement of statements) {
        if (keys.some((key) => has(statement, key))) statement.classList.toggle("lit", on);
      }
    });
  }
}

const areas = [...document.querySelectorAll("#statements textarea")];
let saving = false;
// Only this form keeps the words; any other button asks first.
areas[0]?.form?.addEventListener("submit", () => { saving = true; });
addEventListener("beforeunload", (event) => {
  if (!saving && areas.some((area) => area.value !== area.defaultValue)) event.preventDefault();
});
