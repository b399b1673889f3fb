package dev.deckhand.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.lab.Console;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlainScreenTest {

  private final AtomicInteger closings = new AtomicInteger();
  private final ClosablePipe pipe = new ClosablePipe();
  private final PlainScreen screen =
      new PlainScreen(
          new PrintStream(pipe, false, StandardCharsets.UTF_8),
          new RenderContext(Theme.plain(), TextBundle.english(), 80),
          () -> new DisplayContext(List.of(), Map::of, Map::of, "notes", "attic"),
          closings::incrementAndGet);

  @Test
  void aClosedOutputIsNoticedOnce() {
    screen.showFault("One.", "");
    assertThat(closings).hasValue(0);

    pipe.closed = true;
    screen.showFault("Two.", "");
    screen.showFault("Three.", "");

    assertThat(closings).hasValue(1);
  }

  @Test
  void aCommandIsToldThatNobodyReadsItsOutput() throws IOException {
    Console console = screen.handOver();
    byte[] output = "hello\n".getBytes(StandardCharsets.UTF_8);
    console.write(output, 0, output.length);
    pipe.closed = true;

    assertThatThrownBy(() -> console.write(output, 0, output.length))
        .isInstanceOf(IOException.class);
    assertThat(closings).hasValue(1);
  }

  /** A pipe whose reader may go away. */
  private static final class ClosablePipe extends OutputStream {

    private boolean closed;

    @Override
    public void write(int b) throws IOException {
      if (closed) {
        throw new IOException("Broken pipe");
      }
    }
  }
}
