// How long each message can still be undone; when one has left, the page is reloaded and says so.
const waiting = [...document.querySelectorAll("[data-leaves]")];
const LEFT_BY = 3;
const COUNTED = 600;
const LOOKS_FOR = 40;

function left(each) {
  return Math.ceil((new Date(each.dataset.leaves) - Date.now()) / 1000);
}

function tick() {
  // What is scheduled for tomorrow is not counted in seconds.
  for (const each of waiting) each.textContent = left(each) > COUNTED ? "" : `(${Math.max(0, left(each))} s)`;
  // One that should have left long ago waits for the mail server; reloading would not help.
  if (waiting.some((each) => left(each) <= -LEFT_BY && left(each) > -LOOKS_FOR)) {
    setTimeout(() => location.reload(), LEFT_BY * 1000);
    return;
  }
  setTimeout(tick, 1000);
}
if (waiting.length) tick();
