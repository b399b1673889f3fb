package dev.deckhand.shell.cli;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.lesson.Entries;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.shell.grade.PlainScreen;
import dev.deckhand.shell.grade.ScriptBridge;
import dev.deckhand.shell.grade.ScriptSource;
import dev.deckhand.shell.journal.Entry;
import dev.deckhand.shell.journal.Progress;
import dev.deckhand.shell.loop.Bridge;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.Whereabouts;
import dev.deckhand.shell.repl.PlainBridge;
import dev.deckhand.shell.repl.TerminalBridge;
import dev.deckhand.shell.view.Surroundings;
import dev.deckhand.shell.view.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** Opens a terminal or a script for a lesson. */
final class OpenBridges implements Bridges {

  /** A script is text that somebody wrote: more than that is a mistake. */
  private static final int LONGEST_SCRIPT = 1 << 20;

  /** How long nothing may change before a script gives a check up. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Ports ports;
  private final Voice voice;

  OpenBridges(Ports ports, Voice voice) {
    this.ports = ports;
    this.voice = voice;
  }

  /** What keeps a script from being read; empty where nothing does. */
  Optional<String> problem(Learn.Options options) {
    String script = options.script();
    if (script == null || script.equals("-")) {
      return Optional.empty();
    }
    Path file = Path.of(script);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return Optional.of("The script \"" + script + "\" cannot be read.");
    }
    return Optional.empty();
  }

  @Override
  public Bridge open(
      Lesson lesson,
      Inbox inbox,
      Whereabouts whereabouts,
      Supplier<Optional<JavaShell>> java,
      Learn.Options options)
      throws IOException {
    return options.script() == null
        ? terminal(lesson, inbox, whereabouts, java)
        : script(lesson, inbox, options.script());
  }

  private Bridge script(Lesson lesson, Inbox inbox, String name) throws IOException {
    var screen = new PlainScreen(ports.outside().out(), voice.look(), () -> surroundings(lesson));
    String prompt = lesson.id().lesson() + " $ ";
    var lines =
        new ScriptSource(
            Entries.of(text(name).lines().toList()).entries(),
            PATIENCE,
            inbox,
            ports.outside().clock(),
            line -> screen.typed(prompt, line));
    return new ScriptBridge(screen, lines);
  }

  private String text(String name) throws IOException {
    try (InputStream in =
        name.equals("-") ? ports.outside().in() : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(LONGEST_SCRIPT + 1);
      if (bytes.length > LONGEST_SCRIPT) {
        throw new IOException("the script is longer than 1 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Bridge terminal(
      Lesson lesson, Inbox inbox, Whereabouts whereabouts, Supplier<Optional<JavaShell>> java)
      throws IOException {
    Terminal terminal = voice.terminal();
    if (!voice.canRedraw()) {
      return PlainBridge.open(
          terminal,
          voice.theme(),
          voice.words(),
          () -> surroundings(lesson),
          inbox,
          ports.outside().clock());
    }
    return at(terminal, voice.theme(), lesson, inbox, whereabouts, java);
  }

  /** Opens a terminal, whichever it is. */
  Bridge at(
      Terminal terminal,
      Theme theme,
      Lesson lesson,
      Inbox inbox,
      Whereabouts whereabouts,
      Supplier<Optional<JavaShell>> java) {
    return TerminalBridge.open(
        terminal,
        theme,
        voice.words(),
        ports.state().history(lesson.id()),
        () -> surroundings(lesson),
        whereabouts,
        java,
        rows -> voice.easel(name -> ports.library().picture(lesson.id().course(), name), rows),
        inbox,
        ports.outside().clock());
  }

  private Surroundings surroundings(Lesson lesson) {
    var done = new LinkedHashMap<LessonId, Integer>();
    try {
      List<Entry> entries = ports.journal().outline();
      for (LessonCard card : ports.library().lessons()) {
        var own = entries.stream().filter(entry -> entry.lesson().equals(card.id())).toList();
        if (!own.isEmpty()) {
          done.put(card.id(), Progress.of(own).outcomes().size());
        }
      }
    } catch (IOException unread) {
      // the catalogue is shown without marks
    }
    return new Surroundings(
        ports.library().courses(),
        Map.copyOf(done),
        ports.state().notes(lesson.id()).resolve("notes.adoc").toString(),
        ports.state().attic(lesson.id()).toString());
  }
}
