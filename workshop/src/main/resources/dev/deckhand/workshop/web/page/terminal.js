// A seat's terminal in this page: xterm.js, a WebSocket, and what happens when the network is gone.
import "./terminal-policy.js";
import { Terminal } from "./vendor/xterm.mjs";
import { FitAddon } from "./vendor/addon-fit.mjs";
import { Keys } from "./terminal-keys.js";
import { ask, say } from "./shared.js";

const PROBE_EVERY = 2000, FIRST_PATIENCE = 2500, LONGEST_PATIENCE = 30000, CONNECT_TIME = 3000, GOOD_AFTER = 20000;
const ACK_BYTES = 16384, ACK_AFTER = 250, TYPED_PIECE = 4096, PASTE_LIMIT = 512 * 1024;
const THEME = {
  background: "#1b1f24", foreground: "#d9dfe5", cursor: "#e8edf2", cursorAccent: "#1b1f24", selectionBackground: "#3d5a80", selectionForeground: "#ffffff",
  black: "#2b3138", red: "#ff8f85", green: "#8ccf92", yellow: "#e8c872", blue: "#8fbcee", magenta: "#d7a6e6", cyan: "#7fd0d6", white: "#d9dfe5",
  brightBlack: "#8b96a2", brightRed: "#ffb1a9", brightGreen: "#aee3b2", brightYellow: "#f4dda0", brightBlue: "#b5d4f7", brightMagenta: "#e9c8f2", brightCyan: "#a8e5e9", brightWhite: "#ffffff",
};
const encoder = new TextEncoder();

export class TerminalView {
  /**
   * @param parts screen: where the terminal is drawn; notice: where it says that it's disconnected; keys: the row of keys
   * @param options path of the WebSocket; owner: whether it sets the terminal's size; onState(state): "open", "lost", "ended"
   */
  constructor(parts, { path, owner, onState = () => {} }) {
    this.parts = parts;
    this.path = path;
    this.owner = owner;
    this.onState = onState;
    this.access = null;
    this.state = "new";
    this.attempts = 0;
    this.patience = FIRST_PATIENCE;
    this.life = new AbortController();
    const { signal } = this.life;
    this.term = new Terminal({
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--mono"), fontSize: this.fontSize(), lineHeight: 1.15,
      scrollback: 5000, theme: THEME, minimumContrastRatio: 4.5, cursorBlink: false, allowProposedApi: false, macOptionIsMeta: true,
      disableStdin: true, rightClickSelectsWord: false, linkHandler: { activate: (_, address) => this.openLink(address) },
    });
    this.fit = new FitAddon();
    this.term.loadAddon(this.fit);
    this.leaveQuestionsToTheServer();
    this.term.open(parts.screen);
    this.term.textarea.setAttribute("aria-label", owner ? "Terminal" : "The learner's terminal");
    this.keys = new Keys(this, parts);
    this.term.onData(data => this.type(this.keys.apply(data)));
    this.term.onBinary(data => this.typeBytes(Uint8Array.from(data, one => one.charCodeAt(0))));
    this.resizes = new ResizeObserver(() => this.refit());
    this.resizes.observe(parts.screen);
    // the window that was typed in last sets the size of the terminal
    this.term.textarea.addEventListener("focus", () => this.refit(true));
    addEventListener("online", () => this.hurry(), { signal });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.hurry(); }, { signal });
    this.probing = setInterval(() => this.probe(), PROBE_EVERY);
    this.connect();
  }

  fontSize() { return matchMedia("(max-width: 40rem)").matches ? 12 : 14; }

  zoom(by) {
    this.term.options.fontSize = Math.min(32, Math.max(8, this.term.options.fontSize + by));
    this.refit(true);
  }

  /** Programs ask terminals what they are. The server answers: there may be several windows like this one, or none. */
  leaveQuestionsToTheServer() {
    const parser = this.term.parser, yes = () => true;
    for (const id of [{ final: "c" }, { prefix: ">", final: "c" }, { prefix: "=", final: "c" }, { final: "n" }, { prefix: "?", final: "n" }, { prefix: ">", final: "q" },
      { intermediates: "$", final: "p" }, { prefix: "?", intermediates: "$", final: "p" }, { final: "t" }, { prefix: "?", final: "u" }]) parser.registerCsiHandler(id, yes);
    parser.registerDcsHandler({ intermediates: "$", final: "q" }, yes);
    parser.registerDcsHandler({ intermediates: "+", final: "q" }, yes);
    for (const number of [4, 10, 11, 12]) parser.registerOscHandler(number, data => data.includes("?"));
    // a program must not write into the clipboard
    parser.registerOscHandler(52, yes);
  }

  async openLink(address) {
    let target;
    try { target = new URL(address); } catch { return; }
    if (!/^https?:$/.test(target.protocol)) return;
    if (await ask({ title: "Open this address?", text: "A program in the terminal wrote it: " + target.href, yes: "Open it" })) {
      window.open(target.href, "_blank", "noopener,noreferrer");
    }
  }

  // ---- the connection

  connect() {
    clearTimeout(this.timer);
    if (this.state === "ended") return;
    this.access = null;
    this.received = this.shown = this.acknowledged = 0;
    const socket = this.socket = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + this.path);
    socket.binaryType = "arraybuffer";
    const tooLong = setTimeout(() => { if (socket.readyState === WebSocket.CONNECTING) this.drop(socket); }, CONNECT_TIME + 500 * Math.min(this.attempts, 10));
    socket.onopen = () => {
      clearTimeout(tooLong);
      this.heard = this.openedAt = Date.now();
      this.probed = 0;
      this.size = null;
      this.refit(true);
    };
    socket.onmessage = event => {
      if (socket !== this.socket) return;
      this.heard = Date.now();
      if (typeof event.data === "string") this.told(JSON.parse(event.data));
      else this.show(new Uint8Array(event.data), socket);
    };
    socket.onclose = () => { clearTimeout(tooLong); if (socket === this.socket) this.lost(); };
  }

  /** Doesn't wait for the socket to notice that it's dead. */
  drop(socket) {
    if (socket !== this.socket) return;
    socket.onclose = socket.onmessage = socket.onopen = null;
    socket.close();
    this.lost();
  }

  lost() {
    if (this.state === "ended") return;
    this.access = null;
    this.term.options.disableStdin = true;
    this.socket = null;
    // one that broke soon after it was opened is slow rather than dead
    const lasted = this.openedAt === undefined ? 0 : Date.now() - this.openedAt;
    this.patience = lasted > GOOD_AFTER ? FIRST_PATIENCE : Math.min(LONGEST_PATIENCE, this.patience * (lasted > 0 ? 2 : 1));
    this.openedAt = undefined;
    this.change("lost");
    const pause = [0, 250, 500][this.attempts] ?? (this.attempts < 60 ? 1000 : 4000) * (0.8 + 0.4 * Math.random());
    this.attempts++;
    this.timer = setTimeout(() => this.connect(), pause);
  }

  /** The network may be back: tries at once, or asks whether the server is still there. */
  hurry() {
    if (this.state === "ended") return;
    if (this.socket === null) {
      this.attempts = 0;
      this.connect();
    } else if (this.socket.readyState === WebSocket.OPEN) {
      this.ask(1000);
    }
  }

  probe() {
    if (document.hidden || this.socket?.readyState !== WebSocket.OPEN) return;
    if (this.probed !== 0 && Date.now() - Math.max(this.heard, this.probed) > this.patience) this.drop(this.socket);
    else this.ask(0);
  }

  ask(within) {
    const socket = this.socket, before = this.heard;
    if (this.probed === 0) this.probed = Date.now();
    socket.send('{"probe":1}');
    if (within > 0) setTimeout(() => { if (this.heard === before) this.drop(socket); }, within);
  }

  told(message) {
    if (message.probe !== undefined) {
      this.probed = 0;
    } else if (message.size !== undefined) {
      this.size = message.size;
      this.fitToSize();
    } else if (message.access !== undefined) {
      this.access = message.access;
      this.attempts = 0;
      this.term.options.disableStdin = message.access === "SEES";
      this.refit(this.owner && document.hasFocus());
      this.change("open");
    } else if (message.ended !== undefined) {
      this.term.options.disableStdin = true;
      this.endedWhy = message.ended;
      if (!message.ended.includes("can't be shown now")) this.change("ended");
    }
  }

  change(state) {
    const before = this.state;
    this.state = state;
    const { notice, frame } = this.parts;
    frame.dataset.state = state;
    notice.hidden = state === "open";
    if (state === "lost" && before !== "lost") {
      notice.textContent = before === "new" ? "Connecting to the terminal …"
        : "The connection is lost; the page tries again and again. Your programs go on. What you type now isn't sent.";
      if (before !== "new") say("The connection to the terminal is lost. The page tries to connect again.");
    } else if (state === "ended") {
      notice.textContent = this.endedWhy;
      say(this.endedWhy);
    } else if (state === "open" && before === "lost") {
      say("The terminal is connected.");
    }
    if (state !== before) this.onState(state, this.access);
  }

  /** Ends it from here: nothing is tried any more. */
  close(why = "") {
    this.endedWhy = why;
    this.change("ended");
    clearTimeout(this.timer);
    clearInterval(this.probing);
    this.life.abort();
    this.socket?.close();
  }

  /** Takes it out of the page as well. */
  dispose() {
    this.close();
    this.resizes.disconnect();
    this.term.dispose();
  }

  // ---- bytes

  show(bytes, socket) {
    this.received += bytes.length;
    this.term.write(bytes, () => {
      if (socket !== this.socket) return;
      this.shown += bytes.length;
      if (this.shown - this.acknowledged >= ACK_BYTES) this.acknowledge();
      else if (this.ackTimer === undefined) this.ackTimer = setTimeout(() => this.acknowledge(), ACK_AFTER);
    });
  }

  /** The server sends no more than we can show; that's how it knows. */
  acknowledge() {
    clearTimeout(this.ackTimer);
    this.ackTimer = undefined;
    if (this.socket?.readyState !== WebSocket.OPEN || this.shown === this.acknowledged) return;
    this.acknowledged = this.shown;
    this.socket.send(JSON.stringify({ ack: this.shown }));
  }

  type(text) { this.typeBytes(encoder.encode(text)); }

  typeBytes(bytes) {
    if (this.access === null || this.access === "SEES") return;
    if (bytes.length > PASTE_LIMIT) {
      say("That's too much to paste.");
      return;
    }
    for (let from = 0; from < bytes.length; from += TYPED_PIECE) this.socket.send(bytes.subarray(from, from + TYPED_PIECE));
    // what is typed into a dead connection shows that it's dead sooner than the next probe
    if (bytes.length > 0 && this.probed === 0) this.ask(0);
  }

  paste(text) {
    this.term.paste(text);
    this.term.focus();
  }

  /** Starts anew with this text on the command line, without Enter. */
  typeCommand(text) { this.paste(text); }

  // ---- size

  refit(send = false) {
    if (this.parts.screen.clientWidth === 0 || this.parts.screen.clientHeight === 0) return;
    if (!this.owner) {
      this.fitToSize();
      return;
    }
    const mine = this.fit.proposeDimensions();
    if (mine === undefined || Number.isNaN(mine.cols) || Number.isNaN(mine.rows)) return;
    const cols = Math.min(500, Math.max(10, mine.cols)), rows = Math.min(200, Math.max(5, mine.rows));
    const isOther = this.size !== null && this.size !== undefined && (this.size[0] !== cols || this.size[1] !== rows);
    if (this.socket?.readyState === WebSocket.OPEN && (send || document.hasFocus() || this.size === null) && (isOther || this.size === null)) {
      this.socket.send(JSON.stringify({ resize: [cols, rows] }));
    }
    if (this.size === null || this.size === undefined) this.term.resize(cols, rows);
  }

  /** The terminal has one size, in every window that shows it. */
  fitToSize() {
    if (this.size === null || this.size === undefined) return;
    const [cols, rows] = this.size;
    this.term.resize(cols, rows);
    if (!this.owner) {
      // as large as possible, all of it visible
      const { clientWidth, clientHeight } = this.parts.screen, font = this.term.options.fontSize;
      const screen = this.parts.screen.querySelector(".xterm-screen");
      if (screen.offsetWidth === 0 || screen.offsetHeight === 0) return;
      const fits = Math.floor(font * Math.min((clientWidth - 24) / screen.offsetWidth, (clientHeight - 8) / screen.offsetHeight));
      const size = Math.min(18, Math.max(6, fits));
      if (size !== font) this.term.options.fontSize = size;
    }
  }
}
