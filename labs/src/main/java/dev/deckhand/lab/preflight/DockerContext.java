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
 * The engine that the person's {@code docker} command uses, according to its configuration. The
 * configuration is only read.
 *
 * @param candidate the engine of the current context; empty for the default context, and when the
 *     context can't be read
 * @param problem why the context can't be read, as part of a sentence; empty if it can
 */
record DockerContext(Optional<EngineCandidate> candidate, String problem) {

  /** The prefix of the sources of candidates from contexts. */
  static final String SOURCE = "docker context ";

  private static final JsonMapper JSON = new JsonMapper();
  private static final DockerContext DEFAULT = new DockerContext(Optional.empty(), "");

  /** Reads the current context: {@code DOCKER_CONTEXT}, or the one in {@code config.json}. */
  static DockerContext current(HostMachine hostMachine) {
    String chosen = hostMachine.variable("DOCKER_CONFIG");
    Path folder = chosen.isEmpty() ? hostMachine.home().resolve(".docker") : Path.of(chosen);
    Path config = folder.resolve("config.json");
    String name = hostMachine.variable("DOCKER_CONTEXT");
    String rule = "DOCKER_CONTEXT names";
    if (name.isEmpty()) {
      try {
        name = readJson(config).path("currentContext").asText();
      } catch (JsonProcessingException malformed) {
        return unreadable(config + " isn't valid JSON");
      }
      rule = config + " names";
    }
    if (name.isEmpty() || name.equals("default")) {
      return DEFAULT;
    }
    return read(folder, name, rule);
  }

  private static DockerContext read(Path folder, String name, String rule) {
    String id = digest(name);
    Path meta = folder.resolve("contexts/meta").resolve(id).resolve("meta.json");
    if (Files.notExists(meta)) {
      return unreadable(rule + " the context \"" + name + "\", which doesn't exist");
    }
    try {
      String host = readJson(meta).path("Endpoints").path("docker").path("Host").asText();
      if (host.isEmpty()) {
        return unreadable("the context \"" + name + "\" has no address (" + meta + ")");
      }
      Path keys = folder.resolve("contexts/tls").resolve(id).resolve("docker");
      return new DockerContext(
          Optional.of(
              new EngineCandidate(SOURCE + name, host, Files.isDirectory(keys) ? keys : null)),
          "");
    } catch (JsonProcessingException malformed) {
      return unreadable("the context \"" + name + "\" isn't valid JSON (" + meta + ")");
    }
  }

  private static DockerContext unreadable(String problem) {
    return new DockerContext(Optional.empty(), problem);
  }

  private static JsonNode readJson(Path file) throws JsonProcessingException {
    return JSON.readTree(HostMachine.read(file).orElse("{}"));
  }

  /** The docker command names a context's folder after the SHA-256 of the context's name. */
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
