package dev.deckhand.shell.cli;

import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a lesson, gets what it needs, and walks it. */
final class LearnRun {

  private final Ports ports;
  private final Outside outside;
  private final boolean yes;
  private final boolean plain;

  LearnRun(Ports ports, boolean yes, boolean plain) {
    this.ports = ports;
    this.outside = ports.outside();
    this.yes = yes;
    this.plain = plain;
  }

  /** Opens the lesson that was left last. */
  ExitCode whereLeftOff() throws IOException, InterruptedException {
    return run(new NextLesson(ports.journal(), ports.library()).find().toString(), null, false);
  }

  ExitCode run(String name, @Nullable String script, boolean restart)
      throws IOException, InterruptedException {
    var voice = new Voice(outside, plain);
    Lesson lesson;
    try {
      lesson = new LessonFinder(ports.library()).find(name);
    } catch (LessonFinder.Unknown unknown) {
      voice.trouble(unknown.what(), unknown.next());
      return ExitCode.USAGE;
    }
    // what is typed into a pipe is a script, whether it is called one or not
    String from = script == null && !outside.interactive() ? "-" : script;
    var options = new Learn.Options(from, restart, plain);
    var bridges = new OpenBridges(ports, voice);
    Optional<String> unreadable = bridges.problem(options);
    if (unreadable.isPresent()) {
      voice.trouble(unreadable.get(), "Name a file that can be read, or - for standard input.");
      return ExitCode.USAGE;
    }
    LabFactory labs = outfitted(lesson, voice, from != null);
    return new Learn(ports, bridges).run(lesson, options, labs);
  }

  /**
   * The labs; where one cannot be had, labs that say why, so that the rest of the lesson is open.
   */
  private LabFactory outfitted(Lesson lesson, Voice voice, boolean scripted)
      throws InterruptedException {
    if (lesson.needs().labs().isEmpty()) {
      return ports.labs();
    }
    Optional<LabFault> lack =
        new Outfitting(ports.outfitter(), voice).ensure(lesson.needs(), yes, !scripted);
    if (lack.isEmpty()) {
      return ports.labs();
    }
    return (_, _, _) -> {
      throw lack.get();
    };
  }
}
