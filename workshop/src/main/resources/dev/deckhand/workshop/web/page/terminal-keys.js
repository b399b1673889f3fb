// Keys of the terminal that browsers keep for themselves, keys that tablets and phones don't have, and copy and paste.
import { byId, copyText, el, say } from "./shared.js";

// browsers close tabs and open windows with these, whatever the page says
const SUBSTITUTES = { KeyW: "\x17", KeyN: "\x0e", KeyT: "\x14" };

const ROW = [
  ["Esc", "\x1b", "Escape"], ["Tab", "\t", "Tab"], ["Ctrl", null, "Control, for the next key"], ["^C", "\x03", "Control C"], ["^W", "\x17", "Control W"],
  ["←", "\x1b[D", "Left"], ["↑", "\x1b[A", "Up"], ["↓", "\x1b[B", "Down"], ["→", "\x1b[C", "Right"],
  ["|", "|", "Pipe"], ["/", "/", "Slash"], ["-", "-", "Hyphen"], ["~", "~", "Tilde"],
];

export class Keys {
  constructor(view, parts) {
    this.view = view;
    this.control = false;
    view.term.attachCustomKeyEventHandler(event => this.handle(event));
    if (parts.keys !== undefined) this.addRow(parts.keys);
    parts.copy?.addEventListener("click", () => this.copy());
    parts.paste?.addEventListener("click", () => this.paste());
    byId("paste-send")?.addEventListener("click", () => {
      const field = byId("paste-text");
      view.paste(field.value);
      field.value = "";
      byId("paste-dialog").close();
    });
  }

  /** Returns whether the terminal gets the key. */
  handle(event) {
    const control = event.ctrlKey && event.shiftKey && !event.altKey && !event.metaKey;
    if ((control && event.code === "KeyC") || (event.ctrlKey && event.code === "Insert")) {
      if (event.type === "keydown") this.copy();
      event.preventDefault();
      return false;
    }
    // the browser pastes into the terminal's field, also where scripts may not read the clipboard
    if ((control && event.code === "KeyV") || (event.shiftKey && event.code === "Insert")) return false;
    if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && SUBSTITUTES[event.code] !== undefined) {
      if (event.type === "keydown") this.view.type(SUBSTITUTES[event.code]);
      event.preventDefault();
      return false;
    }
    // a way out for who has no mouse: the terminal keeps Tab
    if (control && event.code === "KeyM") {
      if (event.type === "keydown") (byId("hand") ?? byId("look-close"))?.focus();
      event.preventDefault();
      return false;
    }
    return true;
  }

  addRow(place) {
    for (const [label, bytes, name] of ROW) {
      const button = el("button", { type: "button", "aria-label": name }, label);
      // the terminal keeps the focus, and a phone its keyboard
      button.addEventListener("pointerdown", event => event.preventDefault());
      button.addEventListener("click", () => {
        if (bytes === null) this.setControl(!this.control);
        else this.send(bytes);
        this.view.term.focus();
      });
      if (bytes === null) {
        this.controlButton = button;
        button.setAttribute("aria-pressed", "false");
      }
      place.append(button);
    }
  }

  send(bytes) {
    const arrow = /^\x1b\[([A-D])$/.exec(bytes);
    // programs on the whole screen want the other kind of arrow
    this.view.type(arrow !== null && this.view.term.modes.applicationCursorKeysMode ? "\x1bO" + arrow[1] : bytes);
  }

  setControl(on) {
    this.control = on;
    this.controlButton?.setAttribute("aria-pressed", String(on));
  }

  /** What is typed, with the Control of the key row. */
  apply(data) {
    if (!this.control || data.length !== 1) return data;
    this.setControl(false);
    const code = data.toUpperCase().charCodeAt(0);
    return code >= 0x40 && code < 0x60 ? String.fromCharCode(code & 0x1f) : data;
  }

  async copy() {
    const text = this.view.term.getSelection();
    if (text === "") {
      say("Nothing is selected in the terminal.");
      return;
    }
    say(await copyText(text) ? "Copied." : "The browser didn't allow copying.");
    this.view.term.focus();
  }

  async paste() {
    try {
      this.view.paste(await navigator.clipboard.readText());
    } catch {
      // no clipboard for scripts, as on pages without https: the browser pastes into a field
      byId("paste-dialog")?.showModal();
      byId("paste-text")?.focus();
    }
  }
}
