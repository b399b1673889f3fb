package dev.deckhand.shell.grade;

import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;

/** A learner who is a script. */
public final class ScriptBridge implements Bridge {

  private final PlainScreen screen;
  private final ScriptSource lines;

  public ScriptBridge(PlainScreen screen, ScriptSource lines) {
    this.screen = screen;
    this.lines = lines;
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public LineSource lines() {
    return lines;
  }

  @Override
  public void start() {
    lines.start();
  }

  @Override
  public void close() {
    lines.close();
  }
}
