package dev.deckhand.lab.workspace;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.WorkspaceLookup;
import java.util.Map;
import java.util.Optional;

/** Starts the shells of a workspace, one after another. */
public interface ShellStarter {

  /**
   * Starts a shell in a folder, or in {@link #home} if that folder is gone.
   *
   * @throws LabFault if it doesn't start
   */
  BashProcess start(String folder, int columns, int rows) throws InterruptedException;

  /** The folder that the first shell starts in. */
  String home();

  /** The variables of the shell and its commands. */
  Map<String, String> environment();

  /** Looks around where the commands run; empty if that is this machine. */
  Optional<WorkspaceLookup> lookup();

  /**
   * Called after a command that failed.
   *
   * @throws LabFault if it can only have failed because there is no room on the disk
   */
  void checkDisk();
}
