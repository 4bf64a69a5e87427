// A button that copies what a field holds: data-copy names the field, [data-copied] is where it is said.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without HTTPS a browser lends no clipboard; the older way may work.
      document.execCommand("copy");
    }
    (button.parentElement.querySelector("[data-copied]") || button).textContent = "Copied";
  });
}
