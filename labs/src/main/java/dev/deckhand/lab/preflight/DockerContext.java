package dev.deckhand.lab.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads which engine the person's own {@code docker} command uses.
 *
 * <p>Read to find the engine, and for nothing else; nothing is ever written there.
 */
final class DockerContext {

  private static final JsonMapper JSON = new JsonMapper();

  private DockerContext() {}

  /** Returns the engine of the current context; empty for the default one. */
  static Optional<EngineCandidate> current(HostMachine hostMachine) {
    String chosen = hostMachine.variable("DOCKER_CONFIG");
    Path folder = chosen.isEmpty() ? hostMachine.home().resolve(".docker") : Path.of(chosen);
    String name = hostMachine.variable("DOCKER_CONTEXT");
    if (name.isEmpty()) {
      name = readJson(folder.resolve("config.json")).path("currentContext").asText();
    }
    if (name.isEmpty() || name.equals("default")) {
      return Optional.empty();
    }
    String id = digest(name);
    String host =
        readJson(folder.resolve("contexts/meta").resolve(id).resolve("meta.json"))
            .path("Endpoints")
            .path("docker")
            .path("Host")
            .asText();
    Path keys = folder.resolve("contexts/tls").resolve(id).resolve("docker");
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EngineCandidate(
                "docker context " + name, host, Files.isDirectory(keys) ? keys : null));
  }

  private static JsonNode readJson(Path file) {
    try {
      return JSON.readTree(HostMachine.read(file).orElse("{}"));
    } catch (JsonProcessingException broken) {
      return JSON.createObjectNode();
    }
  }

  /** The docker command names a context's folder so. */
  private static String digest(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
