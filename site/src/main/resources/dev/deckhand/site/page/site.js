// The switch between dark and light, and the search. Works from a file: nothing is fetched, and what is remembered may be forgotten.
(() => {
  const root = document.documentElement, top = root.dataset.top;
  const remembered = () => { try { return localStorage.getItem("deckhand-theme"); } catch { return null; } };
  const remember = theme => { try { localStorage.setItem("deckhand-theme", theme); } catch { /* for this page alone, then */ } };
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const choose = theme => { if (theme === "dark" || theme === "light") root.dataset.theme = theme; };
  choose(remembered());

  function themes() {
    const button = document.querySelector("header .theme");
    const label = () => { button.textContent = dark() ? "Light" : "Dark"; button.setAttribute("aria-label", dark() ? "Light colours" : "Dark colours"); };
    button.onclick = () => { choose(dark() ? "light" : "dark"); remember(root.dataset.theme); label(); };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
    label();
    button.hidden = false;
  }

  const plain = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const MOST = 12, AROUND = 60;
  let entries = null, waiting = null;

  // the index is a script that calls this
  window.deckhandSearch = all => {
    entries = all.map(([address, title, lesson, text]) =>
      ({ address, title, lesson, text, inTitle: plain(title), inLesson: plain(lesson), inText: plain(text) }));
    if (waiting) waiting();
  };

  function load(then) {
    if (entries) return then();
    if (waiting === null) {
      const script = document.createElement("script");
      script.src = top + "assets/search-index.js";
      document.head.append(script);
    }
    waiting = then;
  }

  // every word has to be there; a word of the title weighs more than one of the text, and one that begins so more than one inside
  function weight(entry, words) {
    let sum = 0;
    for (const word of words) {
      const at = entry.inText.indexOf(word);
      const one = 8 * entry.inTitle.includes(word) + 4 * entry.inLesson.includes(word)
        + (at < 0 ? 0 : (at === 0 || /\W/.test(entry.inText[at - 1]) ? 2 : 1));
      if (one === 0) return 0;
      sum += one;
    }
    return sum;
  }

  function find(text) {
    const words = plain(text).split(/\s+/).filter(word => word);
    const found = words.length === 0 ? [] : entries.map(entry => ({ entry, sum: weight(entry, words) })).filter(one => one.sum > 0);
    return { words, found: found.sort((a, b) => b.sum - a.sum).map(one => one.entry) };
  }

  // the piece of the text around the first word that is in it
  function piece(entry, words) {
    const same = entry.inText.length === entry.text.length;
    const at = Math.min(...words.map(word => entry.inText.indexOf(word)).filter(place => place >= 0), entry.text.length);
    if (!same || at === entry.text.length) return [entry.text.slice(0, 2 * AROUND)];
    const from = Math.max(0, entry.text.lastIndexOf(" ", Math.max(0, at - AROUND)) + 1);
    const word = words.find(one => entry.inText.startsWith(one, at));
    const mark = document.createElement("mark");
    mark.textContent = entry.text.slice(at, at + word.length);
    return [(from > 0 ? "… " : "") + entry.text.slice(from, at), mark, entry.text.slice(at + word.length, at + word.length + AROUND) + " …"];
  }

  function result(entry, words) {
    const item = document.createElement("li"), link = document.createElement("a"), title = document.createElement("b");
    const lesson = document.createElement("span"), text = document.createElement("span");
    title.textContent = entry.title;
    lesson.className = "of";
    lesson.textContent = entry.lesson;
    text.className = "piece";
    text.append(...piece(entry, words));
    link.href = top + entry.address;
    link.append(title, " ", lesson, " ", text);
    item.append(link);
    return item;
  }

  function search() {
    const form = document.querySelector("header .search"), field = form.querySelector("input"), panel = form.querySelector(".found");
    const list = panel.querySelector("ol"), count = panel.querySelector(".count");
    const close = () => { panel.hidden = true; };
    const show = () => {
      const { words, found } = find(field.value);
      list.replaceChildren(...found.slice(0, MOST).map(entry => result(entry, words)));
      count.textContent = found.length === 0 ? "Nothing found." : found.length === 1 ? "1 step found"
        : found.length + " steps found" + (found.length > MOST ? ", the best " + MOST + " are shown" : "");
      panel.hidden = words.length === 0;
    };
    field.addEventListener("focus", () => load(() => { if (field.value) show(); }));
    field.addEventListener("input", () => load(show));
    form.addEventListener("submit", event => { event.preventDefault(); list.querySelector("a")?.click(); });
    form.addEventListener("keydown", event => {
      const stops = [field, ...list.querySelectorAll("a")], here = stops.indexOf(document.activeElement);
      if (event.key === "Escape") { close(); field.focus(); }
      if (panel.hidden || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      event.preventDefault();
      stops[(here + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length].focus();
    });
    form.addEventListener("focusout", event => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
    list.addEventListener("click", close);
    document.addEventListener("click", event => { if (!form.contains(event.target)) close(); });
    document.addEventListener("keydown", event => {
      if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); field.focus(); }
    });
    form.hidden = false;
  }

  // who has no mouse scrolls by keys what is wider than the page
  function scrolling() {
    for (const wide of document.querySelectorAll("main pre, main table, main .scroll"))
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }

  addEventListener("DOMContentLoaded", () => { themes(); search(); scrolling(); });
})();
