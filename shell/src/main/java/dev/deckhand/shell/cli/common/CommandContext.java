package dev.deckhand.shell.cli.common;

import dev.deckhand.check.Judge;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.LeftoverResources;
import dev.deckhand.lab.WorkspaceFactory;
import dev.deckhand.lesson.CourseLibrary;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What commands work with; each is made when it is first asked for, since most need few of them.
 */
public interface CommandContext {

  ProgramEnvironment environment();

  StateFolder state();

  /**
   * The same for one of several learners on this account.
   *
   * @param name as it was typed; empty for whoever gives none
   * @throws IllegalArgumentException if it cannot be a learner's name, or is too much like
   *     another's
   */
  CommandContext forLearner(String name) throws IOException;

  CourseLibrary library();

  /** Describes all commands of the program, for completion. */
  CommandSpec commandSpec();

  Journal journal();

  Judge judge();

  LabFactory labs();

  WorkspaceFactory workspaces();

  SessionFolders sessionFolders();

  /** What this machine can run, and how it gets what it lacks. */
  Provisioner provisioner();

  /** How much memory could be taken now without pushing others out, in bytes, where it is known. */
  OptionalLong availableMemory();

  /** Where faults of our own are written down. */
  FaultLog faultLog();

  /** Runs Helm with these arguments, and returns its exit code. */
  int runHelm(List<String> arguments) throws IOException, InterruptedException;

  /**
   * What Deckhand made on the machine's engine.
   *
   * @throws dev.deckhand.lab.LabFault if the engine does not answer
   */
  LeftoverResources leftovers();

  /** The folder of archives that images are loaded from; empty where there is none. */
  Optional<Path> imageArchives();

  /** Removes what sessions left behind that do not live; best effort. */
  void removeStale(Predicate<String> live);
}
