package dev.deckhand.lab.confined;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.WorkspaceLookup;
import dev.deckhand.lab.api.ApiException;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.ExecTerminal;
import dev.deckhand.lab.time.TimedPart;
import dev.deckhand.lab.workspace.BashProcess;
import dev.deckhand.lab.workspace.BashScript;
import dev.deckhand.lab.workspace.ShellStarter;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Starts a learner's shells in a confined container, each with a terminal. */
final class ConfinedShellStarter implements ShellStarter {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(20);

  /** What tools keep for themselves isn't among the learner's files. */
  private static final List<String> OWN_VARIABLES =
      List.of(
          "TERM=xterm-256color",
          "HOME=" + ConfinedContainer.WORKSPACE,
          "HISTFILE=",
          "KUBECACHEDIR=/tmp/kube",
          "DOCKER_CONFIG=/tmp/docker",
          "HELM_CACHE_HOME=/tmp/helm/cache",
          "HELM_CONFIG_HOME=/tmp/helm/config",
          "HELM_DATA_HOME=/tmp/helm/data");

  private final ConfinementPlan plan;
  private final Supplier<ConfinedContainer> container;
  private final Supplier<String> nonces;

  /**
   * @param container starts the container at the first call
   * @param nonces supplies a secret word for each shell
   */
  ConfinedShellStarter(
      ConfinementPlan plan, Supplier<ConfinedContainer> container, Supplier<String> nonces) {
    this.plan = plan;
    this.container = container;
    this.nonces = nonces;
  }

  @Override
  public BashProcess start(String folder, int columns, int rows) throws InterruptedException {
    try (var _ = TimedPart.of("start a shell with a terminal")) {
      ConfinedContainer running = container.get();
      running.resume();
      running.restart();
      return start(running, startFolder(running, folder), columns, rows);
    } catch (IOException | TimeoutException | ApiException failure) {
      throw new LabFault(
          LabFault.Kind.LOST,
          "The shell of your workspace didn't start: " + failure.getMessage() + ".",
          "Type the command again. If that doesn't help, type \"reset\".",
          failure);
    }
  }

  private BashProcess start(ConfinedContainer running, String folder, int columns, int rows)
      throws IOException, TimeoutException, InterruptedException {
    EngineApi api = plan.context().host().api();
    String own = "/tmp/.deckhand-" + nonces.get().substring(0, 12);
    String nonce = nonces.get();
    TerminalControl control = TerminalControl.start(api, running, own);
    BashProcess bash = null;
    try {
      ExecTerminal terminal =
          ExecTerminal.start(
              api,
              running.id(),
              List.of("/bin/bash", "--noprofile", "--norc", "-c", startScript(own)),
              OWN_VARIABLES,
              folder,
              columns > 0 ? columns : 80,
              rows > 0 ? rows : 24);
      bash = new BashProcess(new ConfinedShellHost(terminal, control, running), nonce);
      bash.start(initScript(own, nonce), START_TIMEOUT);
      return bash;
    } catch (IOException | TimeoutException | InterruptedException | RuntimeException failure) {
      if (bash == null) {
        control.close();
      } else {
        bash.end();
      }
      throw failure;
    }
  }

  /** The terminal stays free for commands: bash reads its own from the pipe. */
  private static String startScript(String own) {
    return "exec \"$BASH\" --noprofile --norc --noediting -i <" + own + "/commands";
  }

  /** The shell first says where it is, for what is asked about it from outside. */
  private static String initScript(String own, String nonce) {
    return "printf '%s %s\\n' \"$$\" \"$(tty <&2)\" >"
        + own
        + "/shell\n"
        + BashScript.preparation(nonce, "$(tty <&2)");
  }

  private static String startFolder(ConfinedContainer running, String folder) {
    boolean known =
        folder.equals(ConfinedContainer.WORKSPACE)
            || running.run(List.of("/usr/bin/test", "-d", folder)).exitCode() == 0;
    return known ? folder : ConfinedContainer.WORKSPACE;
  }

  @Override
  public String home() {
    return ConfinedContainer.WORKSPACE;
  }

  @Override
  public Map<String, String> environment() {
    var variables = new LinkedHashMap<String, String>();
    for (String variable :
        Stream.concat(plan.variables().stream(), OWN_VARIABLES.stream()).toList()) {
      int equals = variable.indexOf('=');
      variables.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return variables;
  }

  @Override
  public Optional<WorkspaceLookup> lookup() {
    return Optional.of(new ContainerLookup(container));
  }

  @Override
  public void checkDisk() {
    // the workspace has a size of its own, and commands say themselves when it's full
  }
}
