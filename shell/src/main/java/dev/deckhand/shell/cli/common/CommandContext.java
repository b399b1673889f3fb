package dev.deckhand.shell.cli.common;

import dev.deckhand.check.Judge;
import dev.deckhand.lab.ImageExchange;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What commands work with. Each part is created on first use, since most commands need only a few.
 */
public interface CommandContext {

  ProgramEnvironment environment();

  StateFolder state();

  /**
   * Returns the context of one of several learners on this account.
   *
   * @param name the name as typed; empty for the default learner
   * @throws IllegalArgumentException if it isn't a valid name, or too similar to another learner's
   */
  CommandContext forLearner(String name) throws IOException;

  /** Returns the same context with its state in another folder: nothing of the two is shared. */
  CommandContext inFolder(Path folder);

  /** Returns the same context with other values of some environment variables. */
  CommandContext withVariables(Map<String, String> changed);

  CourseLibrary library();

  /** Describes all commands of the program, for completion. */
  CommandSpec commandSpec();

  Journal journal();

  Judge judge();

  LabFactory labs();

  WorkspaceFactory workspaces();

  SessionFolders sessionFolders();

  /** Finds out what this machine can run, and installs what is missing. */
  Provisioner provisioner();

  /** Returns the available memory in bytes; empty if unknown. */
  OptionalLong availableMemory();

  /** The log of internal errors. */
  FaultLog faultLog();

  /**
   * What Deckhand created on the machine's engine.
   *
   * @throws dev.deckhand.lab.LabFault if the engine doesn't answer
   */
  LeftoverResources leftovers();

  /**
   * Exports and imports the images of labs.
   *
   * @throws dev.deckhand.lab.LabFault if the engine doesn't answer
   */
  ImageExchange imageExchange();

  /** The folder of image archives; empty if there is none. */
  Optional<Path> imageArchives();

  /** Removes the remains of dead sessions; best effort. */
  void removeStale(Predicate<String> live);
}
