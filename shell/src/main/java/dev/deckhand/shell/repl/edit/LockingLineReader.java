package dev.deckhand.shell.repl.edit;

import java.util.Map;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/** A line reader that lets others draw between two of its own strokes. */
public class LockingLineReader extends LineReaderImpl {

  LockingLineReader(Terminal terminal, String name, Map<String, Object> variables) {
    super(terminal, name, variables);
    // "!" and braces belong to bash, not to the line editor
    setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    setOpt(LineReader.Option.AUTO_FRESH_LINE);
  }

  /** Draws something that leaves the cursor where it is, while the reader holds still. */
  public final void drawLocked(Runnable drawing) {
    lock.lock();
    try {
      drawing.run();
    } finally {
      lock.unlock();
    }
  }
}
