package dev.deckhand.lab;

import java.util.Collection;
import java.util.List;

/**
 * A lab for commands that the machine must not trust, such as those of a submission. They run in a
 * container that has no network and reaches this lab alone. What the lesson's author wrote runs in
 * another container, and the lab is observed from neither.
 */
public interface ConfinedLab extends AutoCloseable {

  /** The lab, which observes the workspace's files and runs the checks' commands confined, too. */
  Lab lab();

  /** The images that the lab and the lesson use, each as {@code tag id}. */
  List<String> images();

  /** Runs the submission's commands. Interrupting it kills all that they left running. */
  Workspace submitted();

  /**
   * Opens a workspace with a terminal, for a learner. What an earlier one left in the folder is
   * still there.
   */
  Workspace terminal();

  /** Runs what the lesson's author wrote, in the same folder. */
  Workspace authored();

  /**
   * Writes files into the workspace.
   *
   * @throws LabFault if they don't fit
   */
  void write(Collection<WorkspaceContent> files);

  /**
   * Stops the submission's processes until its next command, so that nothing changes in the
   * workspace while checks look.
   */
  void pause();

  /**
   * Returns the lab and the workspace to the state in which they started, and makes sure that they
   * are.
   *
   * @throws LabFault if they aren't: then nobody may use the lab any more
   */
  void clear() throws InterruptedException;

  /** Removes everything. Safe to call twice; never throws. */
  @Override
  void close();
}
