// What is typed and not saved yet, kept in this browser: whatever dies, the words are given back when the letter is
// opened again. Gone as soon as they are saved.
const keptWords = (() => {
  let opened;
  const open = () => {
    opened ??= new Promise((done, failed) => {
      const ask = indexedDB.open("recruiter-kit", 1);
      ask.onupgradeneeded = () => ask.result.createObjectStore("words");
      ask.onsuccess = () => done(ask.result);
      ask.onerror = () => failed(ask.error);
    });
    return opened;
  };

  async function act(mode, what) {
    // A browser that keeps nothing is no reason to stop typing.
    try {
      const db = await open();
      return await new Promise((done, failed) => {
        const work = db.transaction("words", mode);
        const asked = what(work.objectStore("words"));
        work.oncomplete = () => done(asked.result);
        work.onabort = () => failed(work.error);
      });
    } catch {
      return undefined;
    }
  }

  return {
    of: (key) => act("readonly", (words) => words.get(key)),
    keep: (key, value) => act("readwrite", (words) => words.put(value, key)),
    // Only what was saved is let go: more may have been typed meanwhile.
    saved: (key, text) => act("readwrite", (words) => {
      const asked = words.get(key);
      asked.onsuccess = () => { if (text === undefined || asked.result?.text === text) words.delete(key); };
      return asked;
    }),
  };
})();
