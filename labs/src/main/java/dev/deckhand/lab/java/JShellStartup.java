package dev.deckhand.lab.java;

import dev.deckhand.lesson.LabKind;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The initial state of Java: the lab's clients as variables, the imports for using them, and their
 * jars. A client is defined if the lab has the server that it talks to.
 */
record JShellStartup(Set<LabKind> labs, Map<String, String> environment) {

  /** What the jshell tool imports, so that examples from elsewhere work here. */
  private static final List<String> DEFAULT_IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*");

  private static final List<String> DOCKER_IMPORTS =
      List.of("com.github.dockerjava.api.*", "com.github.dockerjava.api.model.*");

  private static final List<String> KUBERNETES_IMPORTS =
      List.of(
          "io.fabric8.kubernetes.api.model.*",
          "io.fabric8.kubernetes.api.model.apps.*",
          "io.fabric8.kubernetes.client.*",
          "dev.deckhand.lab.java.bound.*");

  private static final String SHARED_JARS = "jackson-.*|slf4j-.*|jspecify-.*";
  private static final Pattern DOCKER_JARS =
      Pattern.compile(
          SHARED_JARS
              + "|commons-.*|docker-java-.*|duct-tape-.*|kubernetes-client-api-.*|testcontainers-\\d.*|jna-\\d.*");
  private static final Pattern KUBERNETES_JARS =
      Pattern.compile(SHARED_JARS + "|kubernetes-.*|snakeyaml-engine-.*|zjsonpatch-.*");

  JShellStartup {
    labs = Set.copyOf(labs);
    environment = Map.copyOf(environment);
  }

  /** The names of the variables. */
  List<String> variableNames() {
    return Stream.concat(
            has(LabKind.DOCKER) ? Stream.of("docker") : Stream.empty(),
            has(LabKind.KUBERNETES) ? Stream.of("kubernetes", "helm") : Stream.empty())
        .toList();
  }

  /** The source that runs before the first snippet. */
  List<String> startupSnippets() {
    var lines = new ArrayList<String>();
    imports().forEach(name -> lines.add("import " + name + ";"));
    lines.add("dev.deckhand.lab.java.bound.ProcessGuard.install();");
    if (has(LabKind.DOCKER)) {
      lines.add(
          "DockerClient docker = dev.deckhand.lab.java.bound.EngineClientFactory.docker(%s, %s);"
              .formatted(quoted("DOCKER_HOST"), quoted("DOCKER_CERT_PATH")));
    }
    if (has(LabKind.KUBERNETES)) {
      lines.add(
          "KubernetesClient kubernetes = dev.deckhand.lab.java.bound.ClusterClientFactory.kubernetes(%s);"
              .formatted(quoted("KUBECONFIG")));
      lines.add("Helm helm = dev.deckhand.lab.java.bound.ClusterClientFactory.helm();");
    }
    return lines;
  }

  List<String> imports() {
    return Stream.of(
            DEFAULT_IMPORTS,
            has(LabKind.DOCKER) ? DOCKER_IMPORTS : List.<String>of(),
            has(LabKind.KUBERNETES) ? KUBERNETES_IMPORTS : List.<String>of())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The class path of snippets, a part of this program's own.
   *
   * @param own the class path of this program
   */
  String classPath(String own) {
    return Stream.concat(
            Stream.of(ownCodeLocation()),
            Stream.of(own.split(File.pathSeparator, -1)).filter(entry -> needs(Path.of(entry))))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Where our own classes are. */
  private static String ownCodeLocation() {
    try {
      return Path.of(
              JShellStartup.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean needs(Path entry) {
    Path name = entry.getFileName();
    String jar = name == null ? "" : name.toString();
    return (has(LabKind.DOCKER) && DOCKER_JARS.matcher(jar).matches())
        || (has(LabKind.KUBERNETES) && KUBERNETES_JARS.matcher(jar).matches());
  }

  private boolean has(LabKind kind) {
    return labs.contains(kind);
  }

  /** An environment variable's value as a Java literal; empty if it isn't set. */
  private String quoted(String variable) {
    return environment
        .getOrDefault(variable, "")
        .chars()
        .mapToObj(c ->
            c == '"' || c == '\\'
                ? "\\" + (char) c
                : c < ' ' ? "\\%03o".formatted(c) : String.valueOf((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
