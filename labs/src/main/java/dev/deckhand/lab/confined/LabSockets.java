package dev.deckhand.lab.confined;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder with the sockets that lead to a lab, for containers that have no network.
 *
 * @param folder of this machine
 * @param variables for commands in the containers, as {@code NAME=VALUE}
 * @param beforeFirstProcess bash that a container starts with
 * @param open what is closed with it
 */
public record LabSockets(
    Path folder, List<String> variables, String beforeFirstProcess, List<AutoCloseable> open)
    implements AutoCloseable {

  private static final int API_PORT = 6443;
  private static final String ENGINE_SOCKET = "docker.sock";
  private static final String API_SOCKET = "kubernetes.sock";

  /** kubectl speaks to addresses only, so a program in the container listens on one. */
  private static final String FORWARD_API =
      "socat TCP-LISTEN:"
          + API_PORT
          + ",bind=127.0.0.1,reuseaddr,fork,max-children=32 UNIX-CONNECT:"
          + ConfinedContainer.SOCKETS
          + "/"
          + API_SOCKET
          + " & ";

  public LabSockets {
    variables = List.copyOf(variables);
    open = List.copyOf(open);
  }

  /**
   * Opens the sockets of a lab.
   *
   * @param folder is created
   * @param lab the variables that point at the lab on this machine: {@code DOCKER_HOST} and {@code
   *     KUBECONFIG}, if it has an engine and a cluster
   */
  public static LabSockets open(Path folder, Map<String, String> lab) {
    var open = new ArrayList<AutoCloseable>();
    var variables =
        new ArrayList<>(
            List.of(
                "HOME=/tmp",
                "LANG=C.UTF-8",
                "TERM=dumb",
                "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                "KUBECTL_KUBERC=false",
                "DOCKER_CONTEXT=",
                "DOCKER_HOST=unix://" + ConfinedContainer.SOCKETS + "/" + ENGINE_SOCKET,
                "KUBECONFIG=" + ConfinedContainer.SOCKETS + "/kubeconfig"));
    var forward = new StringBuilder();
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      String engine = lab.getOrDefault("DOCKER_HOST", "");
      if (engine.startsWith("unix://")) {
        open.add(
            GuestSocket.open(
                folder.resolve(ENGINE_SOCKET),
                GatedConnection.to(Path.of(engine.substring("unix://".length())))));
      }
      if (lab.containsKey("KUBECONFIG")) {
        open.add(cluster(folder, Path.of(lab.get("KUBECONFIG"))));
        forward.append(FORWARD_API);
      }
    } catch (IOException | RuntimeException failure) {
      closeAll(open);
      throw failure instanceof IOException full
          ? new UncheckedIOException(full)
          : (RuntimeException) failure;
    }
    return new LabSockets(folder, variables, forward.toString(), open);
  }

  private static AutoCloseable cluster(Path folder, Path kubeconfig) throws IOException {
    Config config = KubeConfigUtils.parseConfigFromString(Files.readString(kubeconfig));
    var server = config.getClusters().getFirst().getCluster();
    int port = URI.create(server.getServer()).getPort();
    server.setServer("https://127.0.0.1:" + API_PORT);
    Path file = folder.resolve("kubeconfig");
    Files.writeString(file, Serialization.asYaml(config));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    return GuestSocket.open(folder.resolve(API_SOCKET), new PortRelay(port));
  }

  private static void closeAll(List<AutoCloseable> open) {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (Exception alreadyClosed) {
        // nothing is left to close
      }
    }
  }

  @Override
  public void close() {
    closeAll(open);
  }
}
