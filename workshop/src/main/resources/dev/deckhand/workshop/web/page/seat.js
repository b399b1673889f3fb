// A learner's page: the lesson, the terminal, and what the class and the instructor do.
import { LiveEvents } from "./events.js";
import { LessonPane } from "./lesson.js";
import { TerminalView } from "./terminal.js";
import { ask, byId, closeButtons, cookieProblem, copyText, el, get, post, say, setServerTime, showTimer, tell } from "./shared.js";

const order = async name => {
  try { await post("/seat/command", { do: name }); } catch (problem) { tell(problem); }
};

const lesson = new LessonPane(byId("lesson"), text => {
  showTab("terminal");
  terminal?.typeCommand(text);
});
let terminal, view, leaving = false, seenAnnouncement, dismissed = 0;

// ---- what the server says

const events = new LiveEvents("/seat/events", {
  beat: ({ now }) => setServerTime(now),
  seat: show,
  gone: () => end("You have left the workshop, or your seat was taken away. Its terminal is closed."),
  lost: () => byId("offline").hidden = false,
  found: () => byId("offline").hidden = true,
  refused: async () => {
    try {
      const me = await get("/me");
      if (me.seat === undefined) end("This browser has no seat in the workshop any more.");
    } catch { /* the server isn't there; the stream is tried again */ }
  },
});

function show(next) {
  const before = view;
  view = next;
  document.title = (next.admitted ? next.lesson.title : "In the queue") + " – " + next.course.title;
  byId("lesson-title").textContent = next.lesson.title;
  byId("my-name").textContent = next.name;
  byId("queue").hidden = next.admitted;
  byId("panes").hidden = !next.admitted;
  for (const id of ["hand", "progress", "where"]) byId(id).hidden = !next.admitted;
  if (!next.admitted) byId("place").textContent = "You are number " + next.place;
  showTimer(byId("timer"), next.timer);
  showAnnouncements(next.announcements);
  if (next.closed && !before?.closed) say("The workshop is over.");
  if (!next.admitted) return;
  if (before !== undefined && !before.admitted) say("You have a seat now.");
  showHand(next);
  showStep(next);
  showHold(next);
  showLook(next, before);
  byId("others").textContent = next.connections > 1 ? "The terminal is open in " + next.connections + " places." : "";
  openTerminal();
  if (before?.lesson.id !== next.lesson.id || before.lesson.namespace !== next.lesson.namespace) openLesson();
  lesson.showStep(next.step, next.outcomes);
}

function openTerminal() {
  if (terminal !== undefined) return;
  terminal = new TerminalView(
    { frame: byId("terminal"), screen: byId("screen"), notice: byId("terminal-notice"), keys: byId("key-row"), copy: byId("copy"), paste: byId("paste") },
    { path: "/seat/terminal", owner: true });
  globalThis.deckhandTerminal = terminal;
  terminal.term.focus();
}

async function openLesson() {
  try {
    lesson.show(await get("/seat/lesson"));
    lesson.showStep(view.step, view.outcomes);
  } catch (problem) {
    lesson.show({ id: "", title: view.lesson.title, body: "" });
    lesson.place.append(el("p", {}, problem.message + " " + (problem.remedy ?? "")));
  }
}

const STATES = { STARTING: "Your lab is starting", BROKEN: "Your lab can't be used; that isn't your fault", PARKED: "Asleep; press a key in the terminal", FINISHED: "Lesson finished" };

function showStep({ step, steps, outcomes, state }) {
  const words = STATES[state] ?? (steps > 0 ? "Step " + Math.min(step, steps) + " of " + steps : "");
  if (byId("where").textContent !== words) byId("where").textContent = words;
  byId("progress").replaceChildren(...Array.from({ length: Math.min(steps ?? 0, 30) }, (_, index) => {
    const outcome = outcomes?.[index + 1];
    return el("i", { class: outcome === "DONE" ? "done" : outcome !== undefined ? "skipped" : index + 1 === step ? "now" : "" });
  }));
}

function showHand({ hand }) {
  const button = byId("hand"), up = hand !== undefined;
  if (button.getAttribute("aria-pressed") === String(up)) return;
  button.setAttribute("aria-pressed", String(up));
  byId("hand-words").textContent = up ? "Your hand is up" : "Raise hand";
}

function note(id, text) {
  const place = byId(id), words = place.querySelector("p");
  if (text !== null && words.textContent !== text) words.textContent = text;
  place.hidden = text === null;
}

function showHold({ heldAt, step }) {
  note("held", heldAt === undefined ? null
    : step > heldAt ? "Your instructor is holding the class at step " + heldAt + ". You're ahead of it already."
      : "Your instructor is holding the class at step " + heldAt + ": nobody goes beyond it for now.");
}

function showLook({ look }, before) {
  note("look", look === "ASKED_TO_SEE" ? "Your instructor asks to see your terminal."
    : look === "ASKED_TO_TYPE" ? "Your instructor asks to see your terminal and to type in it." : null);
  note("looked-at", look === "MAY_SEE" ? "Your instructor may see your terminal now."
    : look === "MAY_TYPE" ? "Your instructor may see your terminal now, and type in it." : null);
  byId("terminal").classList.toggle("watched", look === "MAY_SEE" || look === "MAY_TYPE");
  if (before !== undefined && before.look !== look && look === "NONE") say("Nobody else sees your terminal.");
}

const timeOf = at => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

function showAnnouncements(announcements) {
  byId("messages").hidden = announcements.length === 0;
  byId("messages").textContent = "Messages (" + announcements.length + ")";
  const newest = announcements.at(-1);
  if (newest?.number === seenAnnouncement) return;
  seenAnnouncement = newest?.number;
  byId("messages-list").replaceChildren(...[...announcements].reverse().map(one =>
    el("li", { class: "note" }, el("span", { class: "soft small" }, timeOf(one.at) + (one.hint ? " · hint" : "")), el("br"), one.text)));
  if (newest !== undefined && newest.number > dismissed) {
    note("newest", (newest.hint ? "Hint: " : "") + newest.text);
  }
}

// ---- what the learner does

byId("hand").addEventListener("click", () => order(byId("hand").getAttribute("aria-pressed") === "true" ? "lower-hand" : "raise-hand"));
byId("look-allow").addEventListener("click", () => order("allow-look"));
byId("look-deny").addEventListener("click", () => order("deny-look"));
byId("look-stop").addEventListener("click", () => order("deny-look"));
byId("newest-close").addEventListener("click", () => { dismissed = seenAnnouncement; note("newest", null); });
byId("messages").addEventListener("click", () => byId("messages-dialog").showModal());
byId("menu").addEventListener("click", () => byId("menu-dialog").showModal());
byId("help").addEventListener("click", () => byId("help-dialog").showModal());
byId("joined-close").addEventListener("click", () => { byId("joined").hidden = true; terminal?.term.focus(); });
byId("copy-key").addEventListener("click", async () => say(await copyText(byId("return-key-shown").textContent) ? "Copied." : "The browser didn't allow copying."));
byId("smaller").addEventListener("click", () => terminal?.zoom(-1));
byId("larger").addEventListener("click", () => terminal?.zoom(1));
toggle("show-keys", on => byId("key-row").classList.toggle("shown", on));
toggle("reader", on => { if (terminal !== undefined) terminal.term.options.screenReaderMode = on; });
byId("leave").addEventListener("click", async () => {
  byId("menu-dialog").close();
  if (!await ask({ title: "Leave the workshop?", text: "Your lab is deleted, and others get your seat. To come back later, close the tab instead: the seat stays yours.", yes: "Leave", danger: true })) return;
  try {
    await post("/seat/command", { do: "leave" });
    leaving = true;
    events.end();
    terminal?.close("You have left.");
    location.assign("/");
  } catch (problem) { tell(problem); }
});
closeButtons();

function toggle(id, act) {
  byId(id).addEventListener("click", () => {
    const on = byId(id).getAttribute("aria-pressed") !== "true";
    byId(id).setAttribute("aria-pressed", String(on));
    act(on);
  });
}

// Ctrl-W is a habit in terminals, and closes tabs in browsers
addEventListener("beforeunload", event => { if (!leaving && terminal !== undefined) event.preventDefault(); });

function end(why) {
  leaving = true;
  events.end();
  terminal?.close(why);
  document.title = "Seat closed – Deckhand workshop";
  const dialog = el("dialog", { "aria-labelledby": "end-title" }, el("h2", { id: "end-title" }, "This seat is closed"), el("p", {}, why),
    el("div", { class: "actions" }, el("a", { class: "button", href: "/" }, "To the start page")));
  document.body.append(dialog);
  dialog.showModal();
}

// ---- panes

function showTab(name) {
  byId("panes").dataset.tab = name;
  for (const one of ["lesson", "terminal"]) {
    byId("tab-" + one).setAttribute("aria-selected", String(one === name));
    byId("tab-" + one).tabIndex = one === name ? 0 : -1;
  }
  if (name === "terminal") requestAnimationFrame(() => { terminal?.refit(true); terminal?.term.focus(); });
}
for (const name of ["lesson", "terminal"]) {
  byId("tab-" + name).addEventListener("click", () => showTab(name));
  byId("tab-" + name).addEventListener("keydown", event => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = name === "lesson" ? "terminal" : "lesson";
    byId("tab-" + other).focus();
    showTab(other);
    byId("tab-" + other).focus();
  });
}

const divider = byId("divider"), panes = byId("panes");
function widen(percent) {
  const left = Math.min(75, Math.max(15, Math.round(percent)));
  panes.style.setProperty("--left", left + "fr");
  panes.style.setProperty("--right", 100 - left + "fr");
  divider.setAttribute("aria-valuenow", String(left));
}
divider.addEventListener("pointerdown", event => {
  divider.setPointerCapture(event.pointerId);
  panes.classList.add("dragging");
});
divider.addEventListener("pointermove", event => {
  if (!panes.classList.contains("dragging")) return;
  const box = panes.getBoundingClientRect();
  widen((event.clientX - box.left) / box.width * 100);
});
for (const name of ["pointerup", "pointercancel"]) divider.addEventListener(name, () => panes.classList.remove("dragging"));
divider.addEventListener("keydown", event => {
  const by = { ArrowLeft: -4, ArrowRight: 4, Home: -100, End: 100 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  widen(Number(divider.getAttribute("aria-valuenow")) + by);
});

// ---- the beginning

get("/me").then(me => {
  const isNew = location.hash === "#joined";
  history.replaceState(null, "", location.pathname);
  if (me.seat === undefined) {
    if (isNew) throw cookieProblem();
    leaving = true;
    location.replace("/");
    return;
  }
  if (me.returnKey !== undefined) {
    byId("return-key-shown").textContent = byId("joined-key").textContent = me.returnKey;
    byId("joined").hidden = !isNew;
  }
}).catch(tell);
