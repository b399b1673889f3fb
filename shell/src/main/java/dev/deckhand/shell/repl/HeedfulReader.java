package dev.deckhand.shell.repl;

import java.util.Map;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** A line reader that lets others draw between two of its own strokes. */
final class HeedfulReader extends LineReaderImpl {

  HeedfulReader(Terminal terminal, String name, Map<String, Object> variables) {
    super(terminal, name, variables);
  }

  /** Draws something that leaves the cursor where it is, while the reader holds still. */
  void meanwhile(Runnable drawing) {
    lock.lock();
    try {
      drawing.run();
    } finally {
      lock.unlock();
    }
  }
}
