package dev.deckhand.shell.repl;

import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** A line reader that lets others draw between two of its own strokes. */
class HeedfulReader extends LineReaderImpl {

  HeedfulReader(Terminal terminal, String name, Map<String, Object> variables) {
    super(terminal, name, variables);
    // "!" and braces belong to bash, not to the line editor
    setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    setOpt(LineReader.Option.AUTO_FRESH_LINE);
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
