package dev.deckhand.shell.repl.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.repl.VirtualScreen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.Test;

class TerminalConsoleTest {

  private final List<String> unread = new ArrayList<>();

  @Test
  void ctrlCBelongsToTheCommandWhileItHasTheTerminal() throws Exception {
    try (var screen = new VirtualScreen(40, 10)) {
      var interrupts = new AtomicInteger();
      screen.terminal().handle(Signal.INT, _ -> interrupts.incrementAndGet());
      var console = new TerminalConsole(screen.terminal(), unread::add);

      console.begin();
      // JLine raises it when it reads the key in raw mode
      screen.terminal().raise(Signal.INT);
      screen.press("\003");
      var keys = new byte[16];
      assertThat(console.read(keys, Duration.ofSeconds(5))).isEqualTo(1);
      assertThat(keys[0]).isEqualTo((byte) 3);
      assertThat(interrupts).hasValue(0);

      console.end();
      screen.terminal().raise(Signal.INT);
      assertThat(interrupts).hasValue(1);
    }
  }

  @Test
  void ctrlCDropsWhatWasTypedAheadOfIt() throws Exception {
    try (var screen = new VirtualScreen(40, 10)) {
      var console = new TerminalConsole(screen.terminal(), unread::add);

      console.unread("ls\003\003".getBytes(StandardCharsets.UTF_8));
      console.unread("rm x\003pwd\r".getBytes(StandardCharsets.UTF_8));

      assertThat(unread).containsExactly("pwd\r");
    }
  }
}
