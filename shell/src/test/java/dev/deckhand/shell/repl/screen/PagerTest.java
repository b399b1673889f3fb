package dev.deckhand.shell.repl.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.shell.repl.VirtualScreen;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagerTest {

  private static final List<AttributedString> LINES =
      IntStream.rangeClosed(1, 30).mapToObj(i -> new AttributedString("line " + i)).toList();

  private static CompletableFuture<String> show(VirtualScreen screen) {
    var pager =
        new Pager(screen.terminal(), new RenderContext(Theme.dark(), TextBundle.english(), 80));
    return CompletableFuture.supplyAsync(() -> pager.show(LINES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "Q", "\033", "\003", "\004", "  \r", "\033[F\r", "   "})
  void everyKeyThatOneWouldTryLeaves(String keys) throws Exception {
    try (var screen = new VirtualScreen(80, 12)) {
      CompletableFuture<String> shown = show(screen);
      screen.await("Lines 1 to 11 of 30 | Space: forward, Up: back, q: to the prompt");

      screen.press(keys);

      VirtualScreen.within(shown);
    }
  }

  @Test
  void goesOnAndBackAndFitsAnotherSize() throws Exception {
    try (var screen = new VirtualScreen(80, 12)) {
      CompletableFuture<String> shown = show(screen);
      screen.await("line 11").press(" ").await("line 21").press("\033[5~").await("line 1");
      screen
          .press("\033[B")
          .await("line 12")
          .press("\033[F")
          .await("Lines 20 to 30 of 30 | q or Enter: to the prompt");

      screen.resize(40, 6);
      screen.await(
          lines -> lines.getLast().matches("Lines .* of 30 \\| q.*"), "the last line in its place");
      assertThat(shown).isNotDone();
      screen.press("q");

      VirtualScreen.within(shown);
    }
  }

  @Test
  void whoeverBeginsToTypeIsAtThePrompt() throws Exception {
    try (var screen = new VirtualScreen(80, 12)) {
      CompletableFuture<String> shown = show(screen);
      screen.await("Lines 1 to 11 of 30 | Space: forward, Up: back, q: to the prompt");

      screen.press("h");

      VirtualScreen.within(shown);
      assertThat(shown.get()).isEqualTo("h");
    }
  }
}
