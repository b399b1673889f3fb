package dev.deckhand.shell.repl;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Display;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.repl.screen.TerminalConsole;
import dev.deckhand.shell.repl.screen.TerminalSetup;
import dev.deckhand.shell.view.lesson.DisplayRenderer;
import dev.deckhand.shell.view.report.BootProgressView;
import dev.deckhand.shell.view.style.NoticeView;
import java.time.Duration;
import java.util.List;
import org.jline.utils.AttributedString;

/** A screen that only appends lines and never redraws. Commands still get the whole terminal. */
final class AppendOnlyScreen implements Screen {

  private final TerminalSetup setup;
  private final CookedLineSource lines;
  private final TerminalConsole console;

  AppendOnlyScreen(TerminalSetup setup, CookedLineSource lines) {
    this.setup = setup;
    this.lines = lines;
    this.console = new TerminalConsole(setup.terminal(), lines::unread);
  }

  @Override
  public void show(Session session, Display display) {
    print(new DisplayRenderer(setup.renderContext()).render(display, setup.displayContext().get()));
  }

  @Override
  public void showFault(String what, String next) {
    print(new NoticeView(setup.renderContext()).error(what, next));
  }

  private void print(List<AttributedString> drawn) {
    if (!drawn.isEmpty()) {
      var text = new StringBuilder();
      drawn.forEach(line -> text.append(line).append('\n'));
      lines.print(text.toString());
    }
  }

  @Override
  public Console handOver() {
    console.begin();
    return console;
  }

  @Override
  public void takeBack() {
    console.end();
  }

  /** Reports when a step begins and ends, and nothing in between. */
  @Override
  public BootProgress progress() {
    return new BootProgress() {
      @Override
      public void began(String step) {
        print(List.of(new BootProgressView(setup.renderContext()).plainStarted(step)));
      }

      @Override
      public void advanced(String step, long done, long total, String unit) {}

      @Override
      public void finished(String step, Duration took) {
        print(List.of(new BootProgressView(setup.renderContext()).plainDone(step, took)));
      }
    };
  }
}
