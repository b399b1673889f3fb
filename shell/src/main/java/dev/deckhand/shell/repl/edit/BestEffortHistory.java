package dev.deckhand.shell.repl.edit;

import java.io.IOException;
import org.jline.reader.impl.history.DefaultHistory;

/** The typed lines, kept in a file. A file that can't be read or written is ignored. */
final class BestEffortHistory extends DefaultHistory {

  @Override
  public void load() {
    try {
      super.load();
    } catch (IOException | RuntimeException broken) {
      // a lesson works without it
    }
  }

  @Override
  public void save() {
    try {
      super.save();
    } catch (IOException | RuntimeException unwritable) {
      // the lines stay in memory until the program ends
    }
  }
}
