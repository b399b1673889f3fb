package dev.deckhand.lab.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.deckhand.lab.docker.EngineAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The programs of this machine.
 *
 * @param path where they are looked for, in this order
 * @param launcher the program itself
 */
public record Programs(List<Path> path, Path launcher) {

  private static final int SECONDS = 5;
  private static final JsonMapper JSON = new JsonMapper();

  public Programs {
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

  /**
   * Returns the minor version of this machine's kubectl, or empty where there is none that runs.
   */
  Optional<Integer> kubectlMinor() {
    return find("kubectl").flatMap(Programs::minorOf);
  }

  private static Optional<Integer> minorOf(Path kubectl) {
    var asking =
        new ProcessBuilder(kubectl.toString(), "version", "--client", "-o", "json")
            .redirectErrorStream(false)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(Path.of("/dev/null").toFile());
    // nobody's own configuration is read to learn a version
    asking.environment().put("KUBECONFIG", "/dev/null");
    asking.environment().put("KUBECTL_KUBERC", "false");
    try {
      Process process = asking.start();
      byte[] said = process.getInputStream().readAllBytes();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String minor = JSON.readTree(said).path("clientVersion").path("minor").asText();
      String digits = minor.replaceAll("\\D", "");
      return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(digits));
    } catch (IOException doesNotRun) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Returns the words by which a script speaks to an engine. */
  String engineCommand(EngineAddress address, Path config) {
    Optional<Path> docker = find("docker");
    Optional<Path> podman = find("podman");
    String host = KubectlShim.quoted(address.toString());
    if (docker.isEmpty() && podman.isPresent()) {
      return KubectlShim.quoted(podman.get().toString()) + " --url " + host;
    }
    String program = docker.map(Path::toString).orElse("docker");
    String keys = address.certificates() == null ? "" : keys(address.certificates());
    return KubectlShim.quoted(program)
        + " --config "
        + KubectlShim.quoted(config.toString())
        + keys
        + " --host "
        + host;
  }

  private static String keys(Path folder) {
    return " --tlsverify --tlscacert "
        + KubectlShim.quoted(folder.resolve("ca.pem").toString())
        + " --tlscert "
        + KubectlShim.quoted(folder.resolve("cert.pem").toString())
        + " --tlskey "
        + KubectlShim.quoted(folder.resolve("key.pem").toString());
  }
}
