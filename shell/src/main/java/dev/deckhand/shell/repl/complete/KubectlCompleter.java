package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Completes kinds and names in kubectl's arguments. */
final class KubectlCompleter implements ArgumentCompleter {

  /** Commands whose arguments are a kind and names of that kind. */
  private static final Set<String> OF_KINDS =
      Set.of(
          "get",
          "describe",
          "delete",
          "edit",
          "label",
          "annotate",
          "patch",
          "wait",
          "scale",
          "autoscale",
          "expose",
          "explain");

  private static final Set<String> OF_PODS =
      Set.of("logs", "exec", "port-forward", "attach", "debug");

  private static final Set<String> OF_NODES = Set.of("drain", "cordon", "uncordon", "taint");

  private static final List<String> OUTPUTS =
      List.of("wide", "yaml", "json", "name", "jsonpath=", "custom-columns=", "go-template=");

  /** For when the cluster doesn't answer. */
  private static final List<String> COMMON_KINDS =
      List.of(
          "configmaps",
          "cronjobs",
          "daemonsets",
          "deployments",
          "endpoints",
          "events",
          "ingresses",
          "jobs",
          "namespaces",
          "networkpolicies",
          "nodes",
          "persistentvolumeclaims",
          "persistentvolumes",
          "pods",
          "replicasets",
          "secrets",
          "serviceaccounts",
          "services",
          "statefulsets",
          "storageclasses");

  private final LabNameCompleter names;
  private final FileCompleter files;

  KubectlCompleter(LabNameCompleter names, FileCompleter files) {
    this.names = names;
    this.files = files;
  }

  @Override
  public String tool() {
    return "kubectl";
  }

  /** After {@code --} there is a command of the container. */
  @Override
  public List<Suggestion> of(List<String> words, String current) {
    return words.contains("--") ? files.of(current) : ArgumentCompleter.super.of(words, current);
  }

  @Override
  public List<Suggestion> value(ToolArguments line) {
    return switch (line.openFlag()) {
      case "-n", "--namespace" -> names.suggest(new NameQuery.Objects("namespaces", ""));
      case "-o", "--output" ->
          OUTPUTS.stream().map(one -> new Suggestion(one, "", !one.endsWith("="))).toList();
      case "-f", "--filename", "-k", "--kustomize", "--from-file", "--from-env-file" ->
          files.of(line.current());
      case "-c", "--container" -> names.suggest(containers(line));
      case "--serviceaccount" -> objects("serviceaccounts", line);
      default -> List.of();
    };
  }

  private NameQuery containers(ToolArguments line) {
    String pod = line.positionalAt(1).replaceFirst("^(pods?|po)/", "");
    return new NameQuery.PodContainers(pod.isEmpty() ? "-" : pod, namespace(line));
  }

  @Override
  public List<Suggestion> named(ToolArguments line) {
    String verb = line.positionalAt(0);
    int at = line.positional().size();
    if (OF_KINDS.contains(verb)) {
      return kindOrName(line, 1);
    }
    if (OF_PODS.contains(verb)) {
      return at == 1
          ? podOrKind(line)
          : verb.equals("logs") ? names.suggest(containers(line)) : List.of();
    }
    if (OF_NODES.contains(verb)) {
      return names.suggest(new NameQuery.Objects("nodes", ""));
    }
    return switch (verb) {
      case "rollout", "set" -> at == 1 ? List.of() : kindOrName(line, 2);
      case "top" -> at == 1 ? List.of() : objects(line.positionalAt(1), line);
      case "cp" -> podsAndFiles(line);
      default -> List.of();
    };
  }

  /** {@code KIND NAME}, {@code KIND/NAME}, {@code KIND,KIND NAME}. */
  private List<Suggestion> kindOrName(ToolArguments line, int kindAt) {
    String current = line.current();
    int slash = current.indexOf('/');
    if (slash > 0) {
      return within(current.substring(0, slash), line);
    }
    if (line.positional().size() > kindAt) {
      return line.positionalAt(kindAt).contains("/")
          ? List.of()
          : objects(line.positionalAt(kindAt), line);
    }
    int comma = current.lastIndexOf(',');
    String before = current.substring(0, comma + 1);
    return kinds().stream().map(kind -> Suggestion.of(before + kind)).toList();
  }

  private List<String> kinds() {
    List<String> live = names.of(new NameQuery.Kinds());
    return live.isEmpty() ? COMMON_KINDS : live;
  }

  private List<Suggestion> podOrKind(ToolArguments line) {
    int slash = line.current().indexOf('/');
    if (slash > 0) {
      return within(line.current().substring(0, slash), line);
    }
    var all = new ArrayList<>(objects("pods", line));
    for (String kind : List.of("deployment/", "service/", "job/", "statefulset/")) {
      all.add(new Suggestion(kind, "", false));
    }
    return all;
  }

  private List<Suggestion> within(String kind, ToolArguments line) {
    return objects(kind, line).stream()
        .map(one -> Suggestion.of(kind + "/" + one.value()))
        .toList();
  }

  private List<Suggestion> podsAndFiles(ToolArguments line) {
    var all = new ArrayList<Suggestion>();
    objects("pods", line).forEach(pod -> all.add(new Suggestion(pod.value() + ":", "", false)));
    all.addAll(files.of(line.current()));
    return all;
  }

  private List<Suggestion> objects(String kinds, ToolArguments line) {
    return Suggestion.all(
        List.of(kinds.split(",", -1)).stream()
            .filter(kind -> !kind.isEmpty() && !kind.equals("all"))
            .flatMap(kind -> names.of(new NameQuery.Objects(kind, namespace(line))).stream())
            .toList());
  }

  private static String namespace(ToolArguments line) {
    return line.value("-n", "--namespace");
  }
}
