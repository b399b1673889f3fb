package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.docker.EngineAddress;
import dev.deckhand.lab.time.BoundedCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The programs of this machine.
 *
 * @param path the folders to search, in this order
 */
public record HostPrograms(List<Path> path) {

  private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(5);
  private static final JsonMapper JSON = new JsonMapper();

  public HostPrograms {
    path = List.copyOf(path);
  }

  /** Finds a program by name. */
  public Optional<Path> find(String name) {
    return path.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Returns the minor version of this machine's kubectl, or empty if there is none that runs. */
  Optional<Integer> kubectlMinorVersion() {
    return find("kubectl").flatMap(kubectl -> minorVersion(kubectl, VERSION_TIMEOUT));
  }

  /** Empty if the program fails or hangs. */
  static Optional<Integer> minorVersion(Path kubectl, Duration limit) {
    return output(limit, kubectl.toString(), "version", "--client", "-o", "json")
        .flatMap(HostPrograms::minorVersion);
  }

  private static Optional<Integer> minorVersion(String answer) {
    try {
      String minor = JSON.readTree(answer).path("clientVersion").path("minor").asText();
      String digits = minor.replaceAll("\\D", "");
      return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(digits));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** Returns the version of this machine's helm, or empty if there is none that runs. */
  public Optional<HelmVersion> helmVersion() {
    return find("helm")
        .flatMap(helm -> output(VERSION_TIMEOUT, helm.toString(), "version", "--short"))
        .flatMap(HelmVersion::parse);
  }

  /** What a program writes; empty if it can't be started or hangs. */
  private static Optional<String> output(Duration limit, String... command) {
    var asking =
        new ProcessBuilder(command)
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(Path.of("/dev/null").toFile());
    // the version doesn't depend on anybody's configuration
    asking.environment().put("KUBECONFIG", "/dev/null");
    asking.environment().put("KUBECTL_KUBERC", "false");
    asking.environment().put("HELM_PLUGINS", "/dev/null");
    try {
      Process process = asking.start();
      try {
        // a program that hangs, or a child of it, may keep the output open
        byte[] said =
            BoundedCall.run(
                "program-version", limit, () -> process.getInputStream().readAllBytes());
        return Optional.of(new String(said, StandardCharsets.UTF_8));
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException | ExecutionException | TimeoutException doesNotRun) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Returns the command, quoted for a shell, that talks to an engine. */
  String engineCommand(EngineAddress address, Path config) {
    Optional<Path> docker = find("docker");
    Optional<Path> podman = find("podman");
    String host = ClusterToolScript.shellQuote(address.toString());
    if (docker.isEmpty() && podman.isPresent()) {
      return ClusterToolScript.shellQuote(podman.get().toString()) + " --url " + host;
    }
    String program = docker.map(Path::toString).orElse("docker");
    String keys = address.certificates() == null ? "" : tlsOptions(address.certificates());
    return ClusterToolScript.shellQuote(program)
        + " --config "
        + ClusterToolScript.shellQuote(config.toString())
        + keys
        + " --host "
        + host;
  }

  private static String tlsOptions(Path folder) {
    return " --tlsverify --tlscacert "
        + ClusterToolScript.shellQuote(folder.resolve("ca.pem").toString())
        + " --tlscert "
        + ClusterToolScript.shellQuote(folder.resolve("cert.pem").toString())
        + " --tlskey "
        + ClusterToolScript.shellQuote(folder.resolve("key.pem").toString());
  }
}
