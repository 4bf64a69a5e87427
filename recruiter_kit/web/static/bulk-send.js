// How many leave, while they are ticked; above a few the number is typed.
const form = document.querySelector("[data-many]");

function count() {
  const ticked = form.querySelectorAll("input[name=application]:checked").length;
  form.querySelectorAll("[data-many-count]").forEach((each) => { each.textContent = ticked; });
  const field = form.querySelector("[data-count-field]");
  if (field) {
    field.hidden = ticked <= Number(form.dataset.typedAbove);
    field.querySelector("input").required = !field.hidden;
  }
  form.querySelectorAll("button[name=when]").forEach((each) => { each.disabled = !ticked; });
}

if (form) {
  form.addEventListener("change", count);
  addEventListener("pageshow", count);
}
