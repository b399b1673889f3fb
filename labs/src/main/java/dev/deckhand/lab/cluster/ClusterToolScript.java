package dev.deckhand.lab.cluster;

import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.container.LabContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * A small script in a session's {@code bin} that runs a program of the cluster's container, on a
 * machine that has none that fits.
 *
 * @param engineCommand the command, quoted for a shell, that talks to the container's engine
 * @param container the container's id
 */
record ClusterToolScript(SessionFolder folder, String engineCommand, String container) {

  /** The API server's address in the container. */
  private static final String SERVER = "https://127.0.0.1:6443";

  static ClusterToolScript of(SessionFolder folder, LabContainer container, HostPrograms programs) {
    var address = container.host().api().address();
    return new ClusterToolScript(
        folder, programs.engineCommand(address, folder.dockerConfig()), container.id());
  }

  /** Writes the script that runs a program of the container, {@code kubectl} or {@code helm}. */
  void install(String program) {
    write(program, template("cluster-tool.sh") + "\n" + template(program + ".sh"));
  }

  /** Writes a script that says how to get Helm. */
  void installHelmAdvice() {
    write("helm", template("helm-missing.sh"));
  }

  private void write(String program, String template) {
    Path script = remove(program);
    try {
      Files.writeString(script, filledIn(template));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Removes an earlier lab's script, and returns its path. */
  Path remove(String program) {
    Path script = folder.bin().resolve(program);
    try {
      Files.deleteIfExists(script);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
    return script;
  }

  private String filledIn(String template) {
    return template
        .replace("@ENGINE@", engineCommand)
        .replace("@WORKSPACE@", shellQuote(folder.workspace().toString()))
        .replace("@CONTAINER@", container)
        .replace("@SERVER@", SERVER)
        .replace("@KUBECONFIG@", folder.kubeconfig().toString())
        .replace("@HELM@", shellQuote(folder.helm().toString()))
        .replace("@SCRATCH@", folder.kube().toString());
  }

  private static String template(String name) {
    try (InputStream in = ClusterToolScript.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String shellQuote(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
