// How long a message can still be taken back; a little after it has left, the page is loaded anew and says so.
const leaves = document.querySelector("[data-leaves]");
const SECONDS_AFTER = 8;

function tick() {
  const left = Math.ceil((new Date(leaves.dataset.leaves) - Date.now()) / 1000);
  if (left <= -SECONDS_AFTER) { location.reload(); return; }
  leaves.textContent = `(${Math.max(0, left)} s)`;
  setTimeout(tick, 1000);
}
// One that should have left long ago waits for the mail server; loading the page again and again would not help.
if (leaves && new Date(leaves.dataset.leaves) > Date.now()) tick();
