// How far an import is. Without this script the page reloads itself.
const bar = document.querySelector("[data-state]");

async function look() {
  const answer = await fetch(bar.dataset.state, { headers: { Accept: "application/json" } });
  const state = answer.ok ? await answer.json() : { step: "gone" };
  if (state.step !== bar.dataset.step) { location.reload(); return; }
  if (state.total) {
    bar.max = state.total;
    bar.value = state.done;
    document.querySelector("#how-far").textContent = `${state.done} of ${state.total}`;
  }
  setTimeout(look, 500);
}
look();
