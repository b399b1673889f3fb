package dev.deckhand.lab.cluster;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.container.LabContainer;
import dev.deckhand.lab.docker.ContainerRemoval;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
import java.util.Map;

/**
 * Helm in a cluster's container. Our own image has it; into {@code rancher/k3s}, which has none, it
 * is copied from an image of Helm.
 */
final class HelmProgram {

  private static final String FOLDER = "/usr/local/bin";

  /** Its place in the image {@code alpine/helm}. */
  static final String PATH_IN_IMAGE = "/usr/bin/helm";

  private HelmProgram() {}

  static boolean isIn(LabContainer container) {
    return container.run("sh", "-c", "command -v helm").exitCode() == 0;
  }

  /**
   * Copies a program of an image into the container, through a container that is never started.
   *
   * @param image a tag on the container's engine
   * @param path the program's path in the image
   * @param labels identify the session's containers, so that a killed process leaves none behind
   */
  static void copy(
      EngineApi api, String image, String path, String container, Map<String, String> labels) {
    String source =
        api.post(
                "/containers/create",
                Map.of("Image", image, "Cmd", new String[] {path}, "Labels", labels))
            .path("Id")
            .asText();
    try (StreamedResponse archive = api.open(Request.Method.GET, archive(source, path), null)) {
      api.open(Request.Method.PUT, archive(container, FOLDER), archive.body()).close();
    } finally {
      ContainerRemoval.remove(api, source);
    }
  }

  private static String archive(String container, String path) {
    return "/containers/" + container + "/archive?path=" + EngineApi.urlEncode(path);
  }

  /** Copies Helm into a container that has none. */
  static void copyInto(LabContainer container, String image, Map<String, String> labels) {
    if (!isIn(container)) {
      container.run("mkdir", "-p", FOLDER);
      copy(container.host().api(), image, PATH_IN_IMAGE, container.id(), labels);
    }
  }
}
