package dev.deckhand.shell.script;

import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.loop.LineSource;
import dev.deckhand.shell.loop.Screen;

/** The terminal of a script: lines come from a file or a pipe. */
public final class ScriptedLearnerTerminal implements LearnerTerminal {

  private final PlainScreen screen;
  private final ScriptLineSource lines;

  public ScriptedLearnerTerminal(PlainScreen screen, ScriptLineSource lines) {
    this.screen = screen;
    this.lines = lines;
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public LineSource lineSource() {
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
