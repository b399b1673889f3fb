package dev.deckhand.shell.repl;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;

/** A line reader that lets others draw between two of its own strokes. */
class HeedfulReader extends LineReaderImpl {

  HeedfulReader(Terminal terminal, String name, Map<String, Object> variables) {
    super(terminal, name, variables);
    // "!" and braces belong to bash, not to the line editor
    setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    setOpt(LineReader.Option.AUTO_FRESH_LINE);
  }

  /** Makes a plain one that remembers its lines in a file. */
  static HeedfulReader of(Terminal terminal, String name, Path history) {
    var reader =
        new HeedfulReader(terminal, name, new HashMap<>(Map.of(LineReader.HISTORY_FILE, history)));
    reader.setHistory(new DefaultHistory(reader));
    return reader;
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
