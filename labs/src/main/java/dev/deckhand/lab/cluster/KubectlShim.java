package dev.deckhand.lab.cluster;

import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.docker.EngineAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * The kubectl of a session on a machine that has none that fits the cluster: a small script that
 * runs the cluster's own.
 */
record KubectlShim(SessionFolder folder, LabContainer container, HostPrograms programs) {

  private static final String SERVER = "https://127.0.0.1:6443";

  /** Installs it in the session's {@code bin} if it is needed, and removes an earlier lab's. */
  void install(K3sVersion version) {
    Path script = folder.bin().resolve("kubectl");
    try {
      Files.deleteIfExists(script);
      boolean fits = programs.kubectlMinorVersion().map(version::supportsKubectl).orElse(false);
      if (!fits) {
        Files.writeString(script, script());
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private String script() {
    return template()
        .replace("@ENGINE@", programs.engineCommand(address(), folder.dockerConfig()))
        .replace("@WORKSPACE@", shellQuote(folder.workspace().toString()))
        .replace("@CONTAINER@", container.id())
        .replace("@SERVER@", SERVER)
        .replace("@KUBECONFIG@", folder.kubeconfig().toString())
        .replace("@SCRATCH@", folder.kube().toString());
  }

  private EngineAddress address() {
    return container.host().api().address();
  }

  private static String template() {
    try (InputStream in = KubectlShim.class.getResourceAsStream("kubectl.sh")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String shellQuote(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
