// Findings while a sentence is typed, and the sources of a sentence lit in the scorecards.
const form = document.querySelector("form[data-check]");

function finding(text, each) {
  const line = document.createElement("p");
  line.className = `finding ${each.severity}`;
  const span = document.createElement("b");
  span.textContent = text.slice(each.start, each.end);
  line.append(span, ` ${each.message} `);
  if (each.better) {
    const better = document.createElement("i");
    better.textContent = each.better;
    line.append(better);
  }
  return line;
}

async function look(area) {
  const answer = await fetch(form.dataset.check, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": form.dataset.token },
    body: JSON.stringify({ text: area.value }),
  });
  if (!answer.ok) return;
  const found = await answer.json();
  area.parentElement.querySelector(".findings").replaceChildren(...found.map((each) => finding(area.value, each)));
}

function light(statement, on) {
  for (const source of statement.dataset.sources.split("|").filter(Boolean)) {
    document.querySelectorAll(`[data-source="${CSS.escape(source)}"]`).forEach((each) => each.classList.toggle("lit", on));
  }
}

if (form) {
  for (const area of form.querySelectorAll("textarea")) {
    let waiting;
    area.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => look(area), 400); });
  }
  for (const statement of form.querySelectorAll(".statement")) {
    for (const [kind, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
      statement.addEventListener(kind, () => light(statement, on));
    }
  }
}
