package dev.deckhand.shell.grade.run;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.LabFactory;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.loop.SessionFolders;
import java.io.IOException;

/**
 * A lab to grade in, and the folder that it's opened in.
 *
 * @param folder locked by this process, so that a lab of a killed grader is swept
 */
record GradingLab(ConfinedLab lab, SessionFolders.LockedFolder folder) implements AutoCloseable {

  /**
   * Opens a new lab.
   *
   * @throws dev.deckhand.lab.LabFault if it can't be started
   */
  static GradingLab open(
      LabFactory labs, SessionFolders folders, LabNeeds needs, ConfinementLimits limits)
      throws IOException, InterruptedException {
    SessionFolders.LockedFolder folder = folders.openTemporary();
    try {
      return new GradingLab(
          labs.openConfined(needs, folder.folder(), limits, BootProgress.SILENT), folder);
    } catch (RuntimeException | Error | InterruptedException failure) {
      folder.close();
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      lab.close();
    } finally {
      folder.close();
    }
  }
}
