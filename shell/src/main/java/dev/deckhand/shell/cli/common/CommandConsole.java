package dev.deckhand.shell.cli.common;

import dev.deckhand.lesson.Png;
import dev.deckhand.shell.picture.GraphicsPictureRenderer;
import dev.deckhand.shell.view.style.ImageDisplay;
import dev.deckhand.shell.view.style.NoticeView;
import dev.deckhand.shell.view.style.RenderContext;
import dev.deckhand.shell.view.style.TextBundle;
import dev.deckhand.shell.view.style.Theme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp;

/** The output of commands outside lessons: styled on a terminal, plain elsewhere. */
public final class CommandConsole {

  private static final Set<String> KNOWN_TERMINALS =
      Set.of("xterm", "xterm-256color", "screen", "screen-256color");

  /** For terminals that don't know their size, such as a serial line. */
  private static final Size USUAL_SIZE = Size.of(80, 24);

  private final ProgramEnvironment environment;
  private final boolean plain;
  private final TextBundle texts = TextBundle.in(Locale.getDefault());

  public CommandConsole(ProgramEnvironment environment, boolean plain) {
    this.environment = environment;
    this.plain = plain;
  }

  public TextBundle texts() {
    return texts;
  }

  public Theme theme() {
    return new ThemeDetector(environment).detect(plain || !environment.outputIsTerminal());
  }

  /** JLine runs infocmp even for terminals that it knows, which is slow. */
  private static void preloadCapabilities(String type) {
    if (KNOWN_TERMINALS.contains(type)) {
      InfoCmp.setLoadedInfoCmp(type, InfoCmp.getDefaultInfoCmp(type));
    }
  }

  /** Opens the user's terminal. */
  public Terminal terminal() throws IOException {
    preloadCapabilities(environment.variable("TERM"));
    Terminal terminal = openSystemTerminal();
    Size size = terminal.getSize();
    if (size.getColumns() <= 0 || size.getRows() <= 0) {
      terminal.setSize(USUAL_SIZE);
    }
    return terminal;
  }

  /**
   * JLine's own native library opens a terminal in a tenth of the time that foreign functions take,
   * whose call code the JVM generates at each start. They serve where the library can't be loaded.
   */
  private Terminal openSystemTerminal() throws IOException {
    try {
      return terminalBuilder().ffm(false).dumb(false).build();
    } catch (IOException | IllegalStateException | LinkageError notLoaded) {
      return terminalBuilder().build();
    }
  }

  private TerminalBuilder terminalBuilder() {
    // without "exec", which runs other programs for what the JVM can find out by itself
    var builder = TerminalBuilder.builder().system(true).exec(false).graphemeCluster(false);
    // a dumb terminal has neither a size nor a raw mode, which commands need
    return canRedraw() ? builder : builder.type("ansi");
  }

  /**
   * Returns the display for a lesson's pictures.
   *
   * @param pictures by their names
   * @param rows the height of the screen
   */
  public ImageDisplay imageDisplay(Function<String, Optional<Png>> pictures, int rows) {
    if (!canRedraw()) {
      return ImageDisplay.NONE;
    }
    return new ImageProtocolDetector(environment)
        .detect()
        .<ImageDisplay>map(
            graphicsProtocol -> new GraphicsPictureRenderer(graphicsProtocol, pictures, rows))
        .orElse(ImageDisplay.NONE);
  }

  public RenderContext renderContext() {
    return new RenderContext(theme(), texts, columns());
  }

  private int columns() {
    try {
      return Math.clamp(Integer.parseInt(environment.variable("COLUMNS")), 20, 500);
    } catch (NumberFormatException notSaid) {
      return 80;
    }
  }

  /** Prints an error and its remedy to standard error. */
  public void error(String what, String next) {
    print(environment.err(), new NoticeView(renderContext()).error(what, next));
  }

  /** Prints a plain line. */
  public void print(String text) {
    print(environment.out(), new NoticeView(renderContext()).text(text));
  }

  /** Prints styled lines. */
  public void printLines(List<AttributedString> lines) {
    print(environment.out(), lines);
  }

  /** Asks a yes-or-no question; Enter means yes. */
  public boolean confirm(String question) {
    environment.out().print(question + " [Y/n] ");
    environment.out().flush();
    try {
      var line =
          new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8))
              .readLine();
      return line != null
          && (line.isBlank() || line.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    } catch (IOException nobody) {
      return false;
    }
  }

  /** Returns whether lines can be redrawn. */
  public boolean canRedraw() {
    return environment.outputIsTerminal() && !plain && !environment.variable("TERM").equals("dumb");
  }

  /** Redraws the current line. */
  public void redraw(AttributedString line) {
    environment.out().print("\r\033[K" + line.toAnsi());
    environment.out().flush();
  }

  /** Erases the current line. */
  public void erase() {
    redraw(AttributedString.EMPTY);
  }

  private void print(java.io.PrintStream to, List<AttributedString> lines) {
    boolean styled = environment.outputIsTerminal() && !plain;
    lines.forEach(line -> to.println(styled ? line.toAnsi() : line.toString()));
    to.flush();
  }
}
