package dev.deckhand.shell.repl.screen;

import dev.deckhand.shell.loop.FileEditor;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;

/** JLine's nano, for machines without an editor, or with one that beginners can't leave. */
final class NanoEditor implements FileEditor {

  private final Terminal terminal;

  NanoEditor(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void edit(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    var nano = new Nano(terminal, folder == null ? file : folder);
    nano.title = "edit";
    // nano takes a name that begins with a plus for a line number
    nano.open("./" + file.getFileName());
    nano.run();
  }
}
