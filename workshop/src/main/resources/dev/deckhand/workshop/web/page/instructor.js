// The instructor's page.
import { LiveEvents } from "./events.js";
import { SeatList, stateWords } from "./instructor-seats.js";
import { TerminalView } from "./terminal.js";
import { ago, ask, byId, closeButtons, cookieProblem, el, get, post, say, setServerTime, showProblem, showTimer } from "./shared.js";

const list = new SeatList(openSeat);
let room, chosen, looking, hands = 0;

async function order(body, done) {
  try {
    await post("/instructor/command", body);
    showProblem(byId("problem"), null);
    if (done !== undefined) say(done);
    return true;
  } catch (problem) {
    showProblem(byId("problem"), problem);
    byId("problem").scrollIntoView({ block: "nearest" });
    // a dialog would hide it
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
    return false;
  }
}

// ---- the one-time key of the address

async function begin() {
  const key = location.hash.slice(1);
  // at once: neither the history nor a look over the shoulder keeps it
  history.replaceState(null, "", location.pathname);
  try {
    if (key !== "") await post("/instructor/redeem", { key: decodeURIComponent(key) });
    const me = await get("/me");
    if (!me.instructor && key !== "") throw cookieProblem();
    if (!me.instructor) {
      byId("redeem-text").textContent = "This browser isn't the instructor's. Open the address that the server printed; it works once.";
      return;
    }
    byId("course").textContent = me.course;
    document.title = "Instructor – " + me.course;
    await invite();
    byId("redeem").hidden = true;
    byId("page").hidden = false;
    listen();
  } catch (problem) {
    byId("redeem-text").textContent = problem.message + " " + (problem.remedy ?? "");
  }
}

async function invite() {
  const { address, code } = await get("/instructor/invitation");
  byId("join-address").textContent = address.replace(/\/$/, "");
  byId("join-address").href = address;
  byId("join-code").textContent = code;
  byId("qr").src = "/instructor/join.svg";
}

// ---- what the server says

function listen() {
  new LiveEvents("/instructor/events", {
    beat: ({ now }) => setServerTime(now),
    room: showRoom,
    seats: showSeats,
    lost: () => byId("offline").hidden = false,
    found: () => byId("offline").hidden = true,
  });
}

function showRoom(next) {
  const held = room?.heldAt;
  room = next;
  byId("counts").textContent = next.present + " of " + next.capacity + " seats" + (next.queue > 0 ? ", " + next.queue + " in the queue" : "") + (next.closed ? " · the workshop is over" : "");
  showTimer(byId("timer"), next.timer);
  byId("stop-timer").disabled = next.timer === undefined;
  byId("release").disabled = next.heldAt === undefined;
  byId("lab-problems").hidden = next.problems.length === 0;
  byId("lab-problems").replaceChildren(
    ...next.problems.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }),
  );
  byId("held").hidden = next.heldAt === undefined;
  byId("held").textContent = "The class is held at step " + next.heldAt + ".";
  byId("close-workshop").disabled = next.closed;
  if (held !== next.heldAt) list.hold(next.heldAt);
  const select = byId("lesson");
  if (select.options.length !== next.lessons.length) {
    select.replaceChildren(...next.lessons.map((one, index) => el("option", { value: one.id }, index + 1 + ". " + one.title)));
    select.value = next.lesson;
  }
  if (select.dataset.open !== next.lesson) {
    select.dataset.open = select.value = next.lesson;
    showSlides(next.lesson);
  }
  byId("next-lesson").disabled = nextLesson() === undefined;
  byId("sent").hidden = next.announcements.length === 0;
  byId("sent").replaceChildren(...[...next.announcements].reverse().map(one =>
    el("li", {}, el("span", { class: "soft" }, new Date(one.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
      + (one.hint ? " hint" : "") + (one.seat === undefined ? "" : " to " + (list.seats.get(one.seat)?.name ?? "somebody who left")) + ": "), one.text)));
}

/** Not every lesson has slides. */
async function showSlides(lesson) {
  const link = byId("slides");
  link.hidden = true;
  link.href = "/instructor/slides/" + lesson;
  try { link.hidden = !(await fetch(link.href, { method: "HEAD", credentials: "same-origin" })).ok; } catch { /* no link, then */ }
}

function nextLesson() {
  const index = room.lessons.findIndex(one => one.id === room.lesson);
  return index < 0 ? undefined : room.lessons[index + 1];
}

function showSeats(changes) {
  list.update(changes, room?.heldAt);
  const up = [...list.seats.values()].filter(one => one.hand !== undefined).length;
  if (up > hands) say(up === 1 ? "A hand is up." : up + " hands are up.");
  hands = up;
  if (chosen !== undefined) showChosen();
}

// ---- one seat

function openSeat(id) {
  chosen = id;
  byId("hint").value = "";
  showChosen();
  byId("seat-dialog").showModal();
}

const LOOK_WORDS = {
  NONE: "The learner decides whether you see the terminal.", ASKED_TO_SEE: "You have asked to see it. The learner hasn't answered yet.",
  ASKED_TO_TYPE: "You have asked to see it and to type. The learner hasn't answered yet.", MAY_SEE: "You may see it.", MAY_TYPE: "You may see it, and type in it.",
};

function showChosen() {
  const seat = list.seats.get(chosen);
  if (seat === undefined) {
    byId("seat-dialog").close();
    return;
  }
  byId("seat-name").textContent = seat.name;
  const facts = [["State", stateWords(seat)]];
  if (seat.steps > 0) facts.push(["Step", seat.step + " of " + seat.steps]);
  if (seat.hand !== undefined) facts.push(["Hand up for", ago(seat.hand)]);
  if (seat.stuck !== undefined) facts.push(["Stuck on", "step " + seat.stuck.step + ": " + seat.stuck.check + ", for " + ago(seat.stuck.since)], ["Because", seat.stuck.verdict]);
  if (seat.active !== undefined) facts.push(["Last active", ago(seat.active) + " ago"]);
  facts.push(["Terminal open", seat.connections > 0 ? "in " + seat.connections + (seat.connections === 1 ? " place" : " places") : "nowhere"]);
  byId("seat-facts").replaceChildren(...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  const look = seat.look ?? "NONE", may = look === "MAY_SEE" || look === "MAY_TYPE";
  if (byId("seat-look").textContent !== LOOK_WORDS[look]) byId("seat-look").textContent = LOOK_WORDS[look];
  byId("ask-see").hidden = look !== "NONE";
  byId("ask-type").hidden = look === "ASKED_TO_TYPE" || look === "MAY_TYPE";
  byId("look-open").hidden = !may;
  byId("look-stop").hidden = look === "NONE";
  byId("ask-see").disabled = byId("ask-type").disabled = !seat.admitted;
  byId("lower-hand").hidden = seat.hand === undefined;
}

const seatOrder = (name, more = {}) => order({ do: name, seat: chosen, ...more });
byId("ask-see").addEventListener("click", () => seatOrder("ask-to-look", { typing: false }));
byId("ask-type").addEventListener("click", () => seatOrder("ask-to-look", { typing: true }));
byId("look-stop").addEventListener("click", () => seatOrder("stop-looking"));
byId("lower-hand").addEventListener("click", () => seatOrder("lower-hand"));
byId("hint-form").addEventListener("submit", async event => {
  event.preventDefault();
  if (await order({ do: "hint", seat: chosen, text: byId("hint").value }, "The hint is sent.")) byId("hint").value = "";
});
byId("remove").addEventListener("click", async () => {
  const id = chosen, name = list.seats.get(id)?.name;
  byId("seat-dialog").close();
  if (await ask({ title: "Remove the seat of " + name + "?", text: "The lab is deleted, and what was done in it. The learner is told, and has to join again.", yes: "Remove", danger: true })) {
    await order({ do: "remove-seat", seat: id }, "The seat is removed.");
  }
});
byId("look-open").addEventListener("click", () => {
  const seat = list.seats.get(chosen);
  byId("seat-dialog").close();
  byId("look-title").textContent = "Terminal of " + seat.name + (seat.look === "MAY_TYPE" ? "" : ", to look at");
  byId("look-screen").replaceChildren();
  byId("look-dialog").showModal();
  looking = new TerminalView({ frame: byId("look-terminal"), screen: byId("look-screen"), notice: byId("look-notice") }, { path: "/instructor/terminal/" + seat.seat, owner: false });
});
byId("look-dialog").addEventListener("close", () => {
  looking?.dispose();
  looking = undefined;
});
byId("seat-dialog").addEventListener("close", () => chosen = undefined);
// Escape belongs to the terminal there
byId("look-dialog").addEventListener("cancel", event => event.preventDefault());

// ---- the class

byId("open-lesson").addEventListener("click", () => openLesson(byId("lesson").value));
byId("next-lesson").addEventListener("click", () => openLesson(nextLesson().id));
async function openLesson(id) {
  const title = room.lessons.find(one => one.id === id)?.title;
  if (id !== room.lesson && await ask({ title: "Open “" + title + "” for all?", text: "Everybody leaves the present lesson, also those who haven't finished it.", yes: "Open it" })) {
    await order({ do: "open-lesson", lesson: id }, "The lesson is open.");
  }
}
byId("hold-form").addEventListener("submit", event => {
  event.preventDefault();
  order({ do: "hold", step: Number(byId("hold-step").value) }, "The class is held.");
});
byId("release").addEventListener("click", () => order({ do: "release" }, "The class goes on."));
byId("message-form").addEventListener("submit", async event => {
  event.preventDefault();
  if (await order({ do: event.submitter?.value === "hint" ? "hint" : "broadcast", text: byId("message").value }, "It's sent.")) byId("message").value = "";
});
byId("timer-form").addEventListener("submit", event => {
  event.preventDefault();
  order({ do: "start-timer", seconds: Math.round(Number(byId("minutes").value) * 60) });
});
byId("stop-timer").addEventListener("click", () => order({ do: "stop-timer" }));
byId("close-workshop").addEventListener("click", async () => {
  if (await ask({ title: "End the workshop?", text: "Nobody can join any more, and all labs are deleted. Export the results first.", yes: "End it", danger: true })) {
    await order({ do: "close-workshop" }, "The workshop is over.");
  }
});
closeButtons();
begin();
