// How mail is doing, looked at again while the page is open and in sight.
const EVERY = 10000;

async function look() {
  if (!document.hidden) {
    try {
      const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("mail-state");
      const shown = document.getElementById("mail-state");
      if (fresh && fresh.textContent !== shown.textContent) shown.replaceChildren(...fresh.childNodes);
    } catch {
      // The next look may reach the server again.
    }
  }
  setTimeout(look, EVERY);
}
setTimeout(look, EVERY);
