package dev.deckhand.lab;

import java.util.Map;

/** Opens workspaces. */
public interface WorkspaceFactory {

  /**
   * Opens a shell in the session's workspace folder.
   *
   * @param labEnvironment variables that point commands at the lab
   * @throws LabFault if no shell can be started
   */
  Workspace open(SessionFolder sessionFolder, Map<String, String> labEnvironment);
}
