package dev.deckhand.shell.repl;

import java.nio.file.Path;
import java.util.HashMap;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;

/** A line reader that lets others draw between two of its own strokes. */
class HeedfulReader extends LineReaderImpl {

  /**
   * Makes a reader.
   *
   * @param history the file where lines are remembered
   */
  HeedfulReader(Terminal terminal, String name, Path history) {
    super(terminal, name, new HashMap<>());
    setVariable(LineReader.HISTORY_FILE, history);
    // "!" and braces belong to bash, not to the line editor
    setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    setOpt(LineReader.Option.AUTO_FRESH_LINE);
    setHistory(new DefaultHistory(this));
  }

  /** Draws something that leaves the cursor where it is, while the reader holds still. */
  final void meanwhile(Runnable drawing) {
    lock.lock();
    try {
      drawing.run();
    } finally {
      lock.unlock();
    }
  }
}
