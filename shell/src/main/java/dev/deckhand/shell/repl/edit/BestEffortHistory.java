package dev.deckhand.shell.repl.edit;

import java.io.IOException;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed, in a file. One that cannot be read or written is done without, silently. */
final class BestEffortHistory extends DefaultHistory {

  @Override
  public void load() {
    try {
      super.load();
    } catch (IOException | RuntimeException broken) {
      // a lesson does not stop for it
    }
  }

  @Override
  public void save() {
    try {
      super.save();
    } catch (IOException | RuntimeException unwritable) {
      // the lines are there until the shell is left
    }
  }
}
