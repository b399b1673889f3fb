package dev.deckhand.shell.repl;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.Console;
import dev.deckhand.session.Scene;
import dev.deckhand.session.Session;
import dev.deckhand.shell.loop.Screen;
import dev.deckhand.shell.view.Boot;
import dev.deckhand.shell.view.Look;
import dev.deckhand.shell.view.Messages;
import dev.deckhand.shell.view.SceneView;
import dev.deckhand.shell.view.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** A terminal that is only ever written on, line by line. Commands still get all of it. */
final class PlainTerminal implements Screen {

  private final Supplier<Look> look;
  private final PlainLines lines;
  private final Supplier<Surroundings> surroundings;
  private final TerminalConsole console;

  PlainTerminal(
      Terminal terminal,
      Supplier<Look> look,
      PlainLines lines,
      Supplier<Surroundings> surroundings) {
    this.look = look;
    this.lines = lines;
    this.surroundings = surroundings;
    this.console = new TerminalConsole(terminal, lines::unread);
  }

  @Override
  public void show(Session session, Scene scene) {
    print(new SceneView(look.get()).draw(scene, surroundings.get()));
  }

  @Override
  public void trouble(String what, String next) {
    print(new Messages(look.get()).trouble(what, next));
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

  /** Each step is told when it begins and when it is done, and not in between. */
  @Override
  public BootProgress progress() {
    return new BootProgress() {
      @Override
      public void began(String step) {
        print(List.of(new Boot(look.get()).plainBegan(step)));
      }

      @Override
      public void advanced(String step, long done, long total, String unit) {}

      @Override
      public void finished(String step, Duration took) {
        print(List.of(new Boot(look.get()).plainDone(step, took)));
      }
    };
  }
}
