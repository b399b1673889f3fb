package dev.deckhand.lab.workspace.local;

import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.workspace.BashWorkspace;
import dev.deckhand.lab.workspace.LearnerEnvironment;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Opens workspaces whose shell is the machine's bash.
 *
 * @param machine the variables of the person's shell; only harmless ones are passed on to the
 *     learner's commands
 * @param random a secure source: programs must not be able to forge the shell's markers
 */
public record LocalWorkspaceFactory(Map<String, String> machine, RandomGenerator random) {

  public LocalWorkspaceFactory {
    machine = Map.copyOf(machine);
  }

  /**
   * Opens a session's workspace. The shell starts with the first command.
   *
   * @param lab the variables that point at the lab
   */
  public Workspace open(SessionFolder sessionFolder, Map<String, String> lab) {
    var environment = LearnerEnvironment.of(machine, sessionFolder, lab);
    return new BashWorkspace(
        new BashStarter(sessionFolder.root(), sessionFolder.workspace(), environment, this::nonce));
  }

  private String nonce() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
