package dev.deckhand.shell.cli;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Printed;
import dev.deckhand.shell.grade.Rehearsal;
import dev.deckhand.shell.grade.Rehearsed;
import dev.deckhand.shell.grade.Selection;
import dev.deckhand.shell.grade.Trial;
import dev.deckhand.shell.loop.Berth;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionRooms;
import dev.deckhand.shell.loop.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rehearses one lesson, in a lab and a folder of its own. */
final class LessonRehearsal {

  private final Ports ports;
  private final Selection selection;
  private final boolean keepsOutput;

  /**
   * @param keepsOutput whether the commands that the steps offer are run too, and what they print
   *     is kept
   */
  LessonRehearsal(Ports ports, Selection selection, boolean keepsOutput) {
    this.ports = ports;
    this.selection = selection;
    this.keepsOutput = keepsOutput;
  }

  /**
   * Rehearses it. A fault of its lab is part of what came of it; so is one of ours, which is
   * written down.
   *
   * @param told each trial, as soon as it is over
   */
  Rehearsed run(Lesson lesson, BootProgress progress, Consumer<Trial> told)
      throws InterruptedException {
    long start = System.nanoTime();
    List<Trial> trials = new ArrayList<>();
    var printed = new ArrayList<Printed.Command>();
    LabFault fault = null;
    try {
      rehearse(
          lesson,
          progress,
          trial -> {
            trials.add(trial);
            told.accept(trial);
          },
          printed);
    } catch (LabFault broken) {
      fault = forAuthors(broken);
    } catch (IOException | RuntimeException ours) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      fault = ours(ours);
    }
    var took = Duration.ofNanos(System.nanoTime() - start);
    return new Rehearsed(lesson.id(), lesson.file(), trials, fault, took, new Printed(printed));
  }

  /** What stands for a lesson that was not begun. */
  static Rehearsed notBegun(Lesson lesson, LabFault why) {
    return new Rehearsed(lesson.id(), lesson.file(), List.of(), why, Duration.ZERO);
  }

  private void rehearse(
      Lesson lesson, BootProgress progress, Consumer<Trial> told, List<Printed.Command> printed)
      throws IOException, InterruptedException {
    Path files = Files.createTempDirectory("deckhand-test");
    try (SessionRooms.Held held = ports.rooms().open(files.resolve("work"))) {
      var workspace =
          new WorkspaceFiles(
              held.room().workspace(), files.resolve("attic"), ports.outside().clock());
      FaultLog log = ports.faultLog();
      try (var berth = new Berth(ports.labs(), ports.workspaces(), held.room(), workspace, log)) {
        var rehearsal = new Rehearsal(lesson, berth, ports.judge(), selection, told);
        (keepsOutput ? rehearsal.writingDown(printed::addAll) : rehearsal).run(progress);
      }
    } finally {
      WorkspaceFiles.delete(files);
    }
  }

  /** What a learner would do about a lost lab, an author has no shell to do in. */
  private static LabFault forAuthors(LabFault fault) {
    return fault.kind() == LabFault.Kind.LOST
        ? new LabFault(fault.kind(), fault.what(), "Test the lesson again.", fault)
        : fault;
  }

  private LabFault ours(Exception bug) {
    ports.faultLog().write(bug);
    return new LabFault(
        LabFault.Kind.LOST,
        "Something in Deckhand itself went wrong: " + bug,
        "The details are in " + ports.faultLog().file() + ".",
        bug);
  }
}
