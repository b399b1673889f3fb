package dev.deckhand.shell.cli.learn;

import dev.deckhand.lab.JavaShell;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.LessonCard;
import dev.deckhand.lesson.LessonId;
import dev.deckhand.lesson.script.ScriptSplitter;
import dev.deckhand.session.Message;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.journal.JournalEntry;
import dev.deckhand.shell.journal.LessonProgress;
import dev.deckhand.shell.loop.CompletionContext;
import dev.deckhand.shell.loop.Inbox;
import dev.deckhand.shell.loop.LearnerTerminal;
import dev.deckhand.shell.repl.InteractiveLearnerTerminal;
import dev.deckhand.shell.repl.PlainLearnerTerminal;
import dev.deckhand.shell.repl.PromptServices;
import dev.deckhand.shell.repl.complete.Completion;
import dev.deckhand.shell.repl.complete.Suggestion;
import dev.deckhand.shell.repl.screen.TerminalSetup;
import dev.deckhand.shell.script.PlainScreen;
import dev.deckhand.shell.script.ScriptLineSource;
import dev.deckhand.shell.script.ScriptedLearnerTerminal;
import dev.deckhand.shell.view.lesson.DisplayContext;
import dev.deckhand.shell.view.prompt.BuiltinDescriptions;
import dev.deckhand.shell.view.style.Theme;
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
import java.util.stream.Collectors;
import org.jline.terminal.Terminal;

/** Opens a terminal or a script for a lesson. */
public final class TerminalOrScriptFactory implements LearnerTerminalFactory {

  /** The longest script; a longer one is probably the wrong file. */
  private static final int LONGEST_SCRIPT = 1 << 20;

  /** How long a script waits for a check while nothing changes. */
  private static final Duration SCRIPT_TIMEOUT = Duration.ofSeconds(15);

  private final CommandContext context;
  private final CommandConsole console;
  private final boolean pages;
  private final Optional<String> attic;

  public TerminalOrScriptFactory(CommandContext context, CommandConsole console) {
    this(context, console, true, Optional.empty());
  }

  private TerminalOrScriptFactory(
      CommandContext context, CommandConsole console, boolean pages, Optional<String> attic) {
    this.context = context;
    this.console = console;
    this.pages = pages;
    this.attic = attic;
  }

  /**
   * For a learner on another machine, with the lesson beside the terminal: what doesn't fit on the
   * screen scrolls.
   *
   * @param folder where a reset moves the learner's files, as the learner sees it
   */
  public TerminalOrScriptFactory forRemoteLearner(String folder) {
    return new TerminalOrScriptFactory(context, console, false, Optional.of(folder));
  }

  /** Refuses a script that can't be read. */
  void checkScript(LessonRunner.Options options) throws UserError {
    String script = options.script();
    if (script != null && !script.equals("-") && !isReadableFile(Path.of(script))) {
      throw new UserError(
          "The script \"" + script + "\" can't be read.",
          "Name a file that can be read, or - for standard input.");
    }
  }

  private static boolean isReadableFile(Path file) {
    return Files.isRegularFile(file) && Files.isReadable(file);
  }

  @Override
  public LearnerTerminal open(
      Lesson lesson,
      Inbox inbox,
      CompletionContext completionContext,
      Supplier<Optional<JavaShell>> java,
      LessonRunner.Options options)
      throws IOException {
    return options.script() == null
        ? terminal(lesson, inbox, completionContext, java)
        : script(lesson, inbox, options.script());
  }

  private LearnerTerminal script(Lesson lesson, Inbox inbox, String name) throws IOException {
    var screen =
        new PlainScreen(
            context.environment().out(),
            console.renderContext(),
            () -> displayContext(lesson),
            () -> inbox.post(new Message.InputEnded(context.environment().clock().instant())));
    String prompt = lesson.id().lesson() + " $ ";
    var lines =
        new ScriptLineSource(
            ScriptSplitter.split(text(name).lines().toList()).entries(),
            SCRIPT_TIMEOUT,
            inbox,
            context.environment().clock(),
            line -> screen.echo(prompt, line));
    return new ScriptedLearnerTerminal(screen, lines);
  }

  private String text(String name) throws IOException {
    try (InputStream in =
        name.equals("-") ? context.environment().in() : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(LONGEST_SCRIPT + 1);
      if (bytes.length > LONGEST_SCRIPT) {
        throw new IOException("the script is longer than 1 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private LearnerTerminal terminal(
      Lesson lesson,
      Inbox inbox,
      CompletionContext completionContext,
      Supplier<Optional<JavaShell>> java)
      throws IOException {
    Terminal terminal = console.terminal();
    return console.canRedraw()
        ? openTerminal(terminal, console.theme(), lesson, inbox, completionContext, java)
        : PlainLearnerTerminal.open(setup(terminal, console.theme(), lesson, inbox));
  }

  /** Opens a terminal of either kind. */
  public LearnerTerminal openTerminal(
      Terminal terminal,
      Theme theme,
      Lesson lesson,
      Inbox inbox,
      CompletionContext completionContext,
      Supplier<Optional<JavaShell>> java) {
    return InteractiveLearnerTerminal.open(
        setup(terminal, theme, lesson, inbox),
        new PromptServices(
            context.state().history(lesson.id()),
            completion(completionContext),
            java,
            rows ->
                console.imageDisplay(
                    name -> context.library().picture(lesson.id().course(), name), rows)));
  }

  private TerminalSetup setup(Terminal terminal, Theme theme, Lesson lesson, Inbox inbox) {
    return new TerminalSetup(
        terminal,
        theme,
        console.texts(),
        () -> displayContext(lesson),
        inbox,
        context.environment().clock(),
        pages,
        context.faultLog());
  }

  private Completion completion(CompletionContext completionContext) {
    return new Completion(
        completionContext,
        BuiltinDescriptions.from(console.texts()),
        () ->
            context.library().lessons().stream()
                .map(card -> new Suggestion(card.id().toString(), card.title(), true))
                .toList(),
        context::commandSpec);
  }

  private DisplayContext displayContext(Lesson lesson) {
    return new DisplayContext(
        context.library().courses(),
        this::stepsDone,
        this::misfits,
        context.state().notes(lesson.id()).resolve("notes.adoc").toString(),
        attic.orElseGet(() -> context.state().backups(lesson.id()).toString()));
  }

  private Map<LessonId, String> misfits() {
    try {
      return LessonMisfits.find(context).sentences();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private Map<LessonId, Integer> stepsDone() {
    var done = new LinkedHashMap<LessonId, Integer>();
    try {
      Map<LessonId, List<JournalEntry>> entries =
          context.journal().outline().stream().collect(Collectors.groupingBy(JournalEntry::lesson));
      for (LessonCard card : context.library().lessons()) {
        List<JournalEntry> own = entries.get(card.id());
        if (own != null) {
          done.put(card.id(), LessonProgress.of(own).outcomes().size());
        }
      }
    } catch (IOException unread) {
      // the catalogue is shown without progress
    }
    return done;
  }
}
