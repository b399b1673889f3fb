package dev.deckhand.lab.image;

import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.EngineExec;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The images of a cluster's containerd, reached through its container.
 *
 * @param container the id of the cluster's container on the machine's engine
 */
public record ClusterImageStore(EngineApi host, String container) implements ImageStore {

  @Override
  public void load(InputStream tar) throws IOException {
    // the command stops at the end of the tar; it doesn't need the end of its input
    requireSuccess(
        EngineExec.run(host, container, List.of("k3s", "ctr", "images", "import", "-"), tar));
  }

  @Override
  public void rename(List<HostImage> images) {
    String script =
        images.stream()
            .filter(HostImage::isSubstitute)
            .map(ClusterImageStore::renameCommands)
            .collect(Collectors.joining("\n"));
    if (!script.isEmpty()) {
      try {
        requireSuccess(EngineExec.run(host, container, List.of("sh", "-ec", script)));
      } catch (IOException refused) {
        throw new java.io.UncheckedIOException(refused);
      }
    }
  }

  private static String renameCommands(HostImage image) {
    String from = ImageName.of(image.tag()).full();
    String to = image.name().full();
    return "k3s ctr images tag --force "
        + from
        + " "
        + to
        + " >/dev/null\nk3s ctr images rm "
        + from
        + " >/dev/null";
  }

  private static void requireSuccess(EngineExec exec) throws IOException {
    if (exec.exitCode() != 0) {
      throw new IOException((exec.errors() + exec.output()).strip());
    }
  }
}
