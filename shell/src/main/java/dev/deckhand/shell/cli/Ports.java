package dev.deckhand.shell.cli;

import dev.deckhand.check.Judge;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lab.WorkspaceFactory;
import dev.deckhand.lesson.Library;
import dev.deckhand.shell.journal.Journal;
import dev.deckhand.shell.journal.StateFolder;
import dev.deckhand.shell.loop.FaultLog;
import dev.deckhand.shell.loop.SessionRooms;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What commands work with; each is made when it is first asked for, since most need few of them.
 */
public interface Ports {

  Outside outside();

  StateFolder state();

  Library library();

  Journal journal();

  Judge judge();

  LabFactory labs();

  WorkspaceFactory workspaces();

  SessionRooms rooms();

  /** What this machine can run, and how it gets what it lacks. */
  Outfitter outfitter();

  /** How much memory could be taken now without pushing others out, in bytes, where it is known. */
  OptionalLong availableMemory();

  /** Where faults of our own are written down. */
  FaultLog faultLog();

  /** Runs Helm with these arguments, and returns its exit code. */
  int helm(List<String> arguments) throws IOException, InterruptedException;

  /** Removes what sessions left behind that do not live; best effort. */
  void sweep(Predicate<String> live);
}
