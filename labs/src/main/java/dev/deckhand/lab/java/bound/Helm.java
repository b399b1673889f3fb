package dev.deckhand.lab.java.bound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the session's {@code helm}: each method is one of its commands, run in the lesson's folder
 * against the lab's cluster. If it fails, all methods throw {@link HelmException} with its message.
 */
public final class Helm {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path NO_INPUT = Path.of("/dev/null");

  private final String namespace;

  /**
   * @param namespace the releases' namespace; empty for that of the kubeconfig
   */
  Helm(String namespace) {
    this.namespace = namespace;
  }

  /** Returns Helm for another namespace. */
  public Helm inNamespace(String name) {
    return new Helm(name);
  }

  /**
   * Installs a chart.
   *
   * @param chart the chart's folder or archive
   * @return the new release
   */
  public HelmRelease install(String release, String chart) {
    return install(release, chart, Map.of());
  }

  /**
   * Installs a chart with values that override its defaults.
   *
   * @param values as in a {@code values.yaml}: maps, lists, strings, numbers, booleans
   */
  public HelmRelease install(String release, String chart, Map<String, ?> values) {
    withValues(values, "install", release, chart);
    return status(release);
  }

  /** Upgrades a release to a chart. */
  public HelmRelease upgrade(String release, String chart) {
    return upgrade(release, chart, Map.of());
  }

  /** Upgrades a release to a chart, with values that override its defaults. */
  public HelmRelease upgrade(String release, String chart, Map<String, ?> values) {
    withValues(values, "upgrade", release, chart);
    return status(release);
  }

  /**
   * Returns a release to an earlier revision, which creates a new revision.
   *
   * @param revision counted from 1
   */
  public HelmRelease rollback(String release, int revision) {
    run("rollback", release, Integer.toString(revision));
    return status(release);
  }

  /** Removes a release and everything that it installed. */
  public void uninstall(String release) {
    run("uninstall", release);
  }

  /** Returns the releases of the namespace, including failed and pending ones. */
  public List<HelmRelease> list() {
    return read(run("list", "--max", "0", "--output", "json"), new TypeReference<>() {});
  }

  /** Returns the current state of a release. */
  public HelmRelease status(String release) {
    return list().stream()
        .filter(one -> one.name().equals(release))
        .findFirst()
        .orElseThrow(() -> new HelmException("helm status " + release, 1, "release: not found"));
  }

  /** Returns the revisions of a release, the oldest first. */
  public List<HelmRevision> history(String release) {
    return read(run("history", release, "--output", "json"), new TypeReference<>() {});
  }

  /** Returns the values that were set for a release, without its chart's defaults. */
  public Map<String, Object> values(String release) {
    Map<String, Object> values =
        read(run("get", "values", release, "--output", "json"), new TypeReference<>() {});
    return values == null ? Map.of() : values;
  }

  /** Returns the objects that a release installed, as YAML. */
  public String manifest(String release) {
    return run("get", "manifest", release);
  }

  /** Renders a chart without installing it, as YAML. */
  public String template(String release, String chart, Map<String, ?> values) {
    return withValues(values, "template", release, chart);
  }

  /**
   * Runs any helm command.
   *
   * @return what it wrote
   */
  public String run(String... arguments) {
    return HelmCommand.run(command(List.of(arguments)), NO_INPUT);
  }

  private List<String> command(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add("helm");
    command.addAll(arguments);
    if (!namespace.isEmpty()) {
      command.addAll(List.of("--namespace", namespace));
    }
    return command;
  }

  private String withValues(Map<String, ?> values, String... arguments) {
    if (values.isEmpty()) {
      return run(arguments);
    }
    try {
      Path file = Files.createTempFile("values", ".json");
      try {
        Files.write(file, JSON.writeValueAsBytes(values));
        var all = new ArrayList<>(List.of(arguments));
        // a helm in the cluster's container doesn't see the file
        all.addAll(List.of("--values", "-"));
        return HelmCommand.run(command(all), file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException unwritable) {
      throw new HelmException(
          "helm " + String.join(" ", arguments),
          1,
          "the values can't be written to a file: " + unwritable.getMessage());
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException malformed) {
      throw new HelmException("helm", 0, "helm's output is not valid JSON: " + text);
    }
  }

  @Override
  public String toString() {
    return "Helm" + (namespace.isEmpty() ? "" : ", in namespace " + namespace);
  }
}
