// Listens to a stream of events, and notices when it's dead: a browser alone waits for minutes after a lost network.

const SILENCE = 25000;

export class LiveEvents {
  /**
   * @param handlers by the events' names; "lost" and "found" are called when the stream stops and goes on
   */
  constructor(path, handlers) {
    this.path = path;
    this.handlers = handlers;
    this.lost = false;
    this.failures = 0;
    this.over = false;
    this.watch = setInterval(() => { if (Date.now() - this.heard > SILENCE) this.restart(); }, 5000);
    addEventListener("online", () => this.restart());
    // hidden pages don't listen: a browser has few connections for each server, and tabs share them
    document.addEventListener("visibilitychange", () => document.hidden ? this.stop() : this.restart());
    this.start();
  }

  start() {
    if (this.over || document.hidden) return;
    this.heard = Date.now();
    const source = this.source = new EventSource(this.path);
    for (const [name, handle] of Object.entries(this.handlers)) {
      if (name === "lost" || name === "found") continue;
      source.addEventListener(name, event => {
        if (source !== this.source) return;
        this.alive();
        if (name === "gone") this.end();
        handle(JSON.parse(event.data));
      });
    }
    source.addEventListener("error", () => {
      if (source !== this.source) return;
      this.fail();
      // a refused stream isn't tried again by the browser
      if (source.readyState === EventSource.CLOSED) {
        this.stop();
        this.again = setTimeout(() => this.restart(), Math.min(10000, 500 * 2 ** this.failures++));
        this.handlers.refused?.();
      }
    });
  }

  alive() {
    this.heard = Date.now();
    this.failures = 0;
    if (this.lost) {
      this.lost = false;
      this.handlers.found?.();
    }
  }

  fail() {
    if (!this.lost) {
      this.lost = true;
      this.handlers.lost?.();
    }
  }

  stop() {
    clearTimeout(this.again);
    this.source?.close();
    this.source = null;
    this.heard = Date.now();
  }

  restart() {
    this.stop();
    this.start();
  }

  end() {
    this.over = true;
    clearInterval(this.watch);
    this.stop();
  }
}
