// The seats on the instructor's page: those who need help first, and all of them by steps.
import { ago, byId, el, icon } from "./shared.js";

const STATES = {
  WAITING: "not here yet", STARTING: "lab starts", WORKING: "working", BUSY: "program runs", PARKED: "idle", FINISHED: "finished", BROKEN: "lab broken",
};
const LOOKS = { ASKED_TO_SEE: "asked", ASKED_TO_TYPE: "asked", MAY_SEE: "you may see it", MAY_TYPE: "you may type in it" };

export const stateWords = seat => !seat.admitted ? "in the queue, number " + seat.place : STATES[seat.state] ?? "not here yet";

export class SeatList {
  /** @param choose is called with the id of a seat that was chosen */
  constructor(choose) {
    this.choose = choose;
    this.seats = new Map();
    this.rows = new Map();
    setInterval(() => this.showAttention(), 30000);
  }

  update({ all, seats }, heldAt) {
    if (all) {
      this.seats.clear();
      this.rows.clear();
      byId("seats").replaceChildren();
    }
    for (const seat of seats) {
      if (seat.left) this.seats.delete(seat.seat);
      else this.seats.set(seat.seat, seat);
      this.showRow(seat, heldAt);
    }
    byId("nobody").hidden = this.seats.size > 0;
    byId("seats-part").hidden = this.seats.size === 0;
    this.showAttention();
  }

  hold(heldAt) {
    for (const seat of this.seats.values()) this.showRow(seat, heldAt);
  }

  /** Rows keep their places: one that moves below the pointer is the wrong one to be clicked. */
  showRow(seat, heldAt) {
    let row = this.rows.get(seat.seat);
    if (seat.left) {
      row?.remove();
      this.rows.delete(seat.seat);
      return;
    }
    if (row === undefined) {
      row = el("tr", {}, el("th", { scope: "row" }, el("button", { type: "button", class: "plain name", "data-seat": seat.seat, onclick: () => this.choose(seat.seat) })),
        el("td", { class: "steps" }), el("td", { class: "state" }));
      this.rows.set(seat.seat, row);
      byId("seats").append(row);
    }
    row.className = seat.hand !== undefined ? "hand" : seat.stuck !== undefined ? "stuck" : "";
    const [name, steps, state] = row.children;
    name.firstChild.replaceChildren(...seat.hand !== undefined ? [icon("hand"), el("span", { class: "unseen" }, "hand up: ")] : [], seat.name);
    steps.replaceChildren(this.cells(seat, heldAt));
    state.textContent = stateWords(seat) + (LOOKS[seat.look] === undefined ? "" : " · " + LOOKS[seat.look]);
  }

  cells(seat, heldAt) {
    const outcomes = seat.outcomes ?? {}, done = Object.keys(outcomes).length;
    const words = !seat.admitted || (seat.steps ?? 0) === 0 ? "no step yet"
      : "at step " + seat.step + " of " + seat.steps + ", " + done + " done" + (seat.stuck === undefined ? "" : ", stuck on " + seat.stuck.check);
    return el("div", {}, el("span", { class: "unseen" }, words), el("div", { class: "cells", "aria-hidden": "true", title: words },
      ...Array.from({ length: seat.admitted ? Math.min(seat.steps ?? 0, 60) : 0 }, (_, index) => {
        const number = index + 1, outcome = outcomes[number], here = number === seat.step && outcome === undefined;
        const stuck = seat.stuck !== undefined && seat.stuck.step === number;
        const kind = outcome ?? (here || stuck ? "now" + (stuck ? " bad" : "") : "");
        return el("i", { class: kind + (number === heldAt ? " held" : "") }, outcome === "DONE" ? "✓" : outcome !== undefined ? "–" : stuck ? "!" : here ? "•" : String(number));
      })));
  }

  showAttention() {
    const seats = [...this.seats.values()];
    const hands = seats.filter(one => one.hand !== undefined).sort((one, other) => one.hand - other.hand);
    const stuck = seats.filter(one => one.hand === undefined && one.stuck !== undefined).sort((one, other) => one.stuck.since - other.stuck.since);
    const broken = seats.filter(one => one.hand === undefined && one.stuck === undefined && one.state === "BROKEN");
    const shown = [...hands, ...stuck, ...broken];
    byId("attention-part").hidden = shown.length === 0;
    const text = shown.slice(0, 40).map(one => JSON.stringify([one.seat, one.name, one.hand && ago(one.hand), one.stuck, one.stuck && ago(one.stuck.since), one.state])).join();
    if (text === this.attentionShown) return;
    this.attentionShown = text;
    const focused = document.activeElement?.closest?.("#attention")?.contains(document.activeElement) ? document.activeElement.dataset.seat : undefined;
    byId("attention").replaceChildren(...shown.slice(0, 40).map(one => this.card(one)));
    if (focused !== undefined) byId("attention").querySelector("[data-seat='" + focused + "']")?.focus();
  }

  card(seat) {
    const kind = seat.hand !== undefined ? "hand" : seat.stuck !== undefined ? "stuck" : "broken";
    return el("li", { class: kind },
      el("div", { class: "row" }, el("span", { class: "name grow" }, kind === "hand" ? icon("hand") : null, " " + seat.name),
        el("button", { type: "button", "data-seat": seat.seat, "aria-label": "Help " + seat.name, onclick: () => this.choose(seat.seat) }, "Help")),
      kind === "hand" ? el("span", {}, "Hand up for " + ago(seat.hand)) : null,
      kind === "broken" ? el("span", {}, "The lab can't be used") : null,
      seat.stuck === undefined ? null : el("span", {}, "Step " + seat.stuck.step + ": " + seat.stuck.check + ", for " + ago(seat.stuck.since)),
      seat.stuck === undefined ? null : el("span", { class: "verdict" }, seat.stuck.verdict));
  }
}
