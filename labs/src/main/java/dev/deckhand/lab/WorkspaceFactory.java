package dev.deckhand.lab;

import java.util.Map;

/** Opens workspaces. */
public interface WorkspaceFactory {

  /**
   * Opens a shell in the room's workspace folder.
   *
   * @param labEnvironment variables that point commands at the lab
   * @throws LabFault if no shell can be had
   */
  Workspace open(SessionFolder sessionFolder, Map<String, String> labEnvironment);
}
