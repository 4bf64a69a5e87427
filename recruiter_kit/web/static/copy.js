// Copy what a field holds; the field is selected, too, for whoever copies by hand.
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
    button.textContent = "Copied";
  });
}
