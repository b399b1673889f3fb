package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What kubectl's words stand for. kubectl says its commands and flags itself; this knows names. */
final class KubectlLine {

  private static final Set<String> VALUED =
      Set.of(
          ("-n --namespace -o --output -l --selector -f --filename -c --container --context --cluster"
                  + " --user --image --replicas --type --port --target-port --tail --since --for"
                  + " --timeout -p --patch --from-literal --from-file --from-env-file --field-selector"
                  + " --sort-by -L --label-columns -k --kustomize --kubeconfig --server --token --as"
                  + " --revision --to-revision --env --labels --restart --overrides --dry-run --cascade"
                  + " --grace-period --field-manager --template --name --min --max --cpu-percent --verb"
                  + " --resource --role --clusterrole --serviceaccount --class --rule --schedule --limits"
                  + " --requests --hard --target -s --cert --key")
              .split(" ", -1));

  /** Take a kind and names of that kind. */
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

  /** For when the cluster does not say. */
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

  private final LabNames names;
  private final FileNames files;

  KubectlLine(LabNames names, FileNames files) {
    this.names = names;
    this.files = files;
  }

  /** What the lab has for the cursor's word. */
  List<Suggestion> of(List<String> words, String current) {
    List<String> own = words.subList(1, words.size());
    int end = own.indexOf("--");
    if (end >= 0) {
      return files.of(current);
    }
    var line = Arguments.of(own, current, VALUED);
    if (!line.open().isEmpty()) {
      return line.asTyped(value(line));
    }
    return line.isFlag() || line.positional().isEmpty() ? List.of() : named(line);
  }

  private List<Suggestion> value(Arguments line) {
    return switch (line.open()) {
      case "-n", "--namespace" -> names.suggest(new Things.Objects("namespaces", ""));
      case "-o", "--output" ->
          OUTPUTS.stream().map(one -> new Suggestion(one, "", !one.endsWith("="))).toList();
      case "-f", "--filename", "-k", "--kustomize", "--from-file", "--from-env-file" ->
          files.of(line.current());
      case "-c", "--container" -> names.suggest(containers(line));
      case "--serviceaccount" -> objects("serviceaccounts", line);
      default -> List.of();
    };
  }

  private Things containers(Arguments line) {
    String pod = line.word(1).replaceFirst("^(pods?|po)/", "");
    return new Things.PodContainers(pod.isEmpty() ? "-" : pod, namespace(line));
  }

  private List<Suggestion> named(Arguments line) {
    String verb = line.word(0);
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
      return names.suggest(new Things.Objects("nodes", ""));
    }
    return switch (verb) {
      case "rollout", "set" -> at == 1 ? List.of() : kindOrName(line, 2);
      case "top" -> at == 1 ? List.of() : objects(line.word(1), line);
      case "cp" -> podsAndFiles(line);
      default -> List.of();
    };
  }

  /** {@code KIND NAME}, {@code KIND/NAME}, {@code KIND,KIND NAME}. */
  private List<Suggestion> kindOrName(Arguments line, int kindAt) {
    String current = line.current();
    int slash = current.indexOf('/');
    if (slash > 0) {
      return within(current.substring(0, slash), line);
    }
    if (line.positional().size() > kindAt) {
      return line.word(kindAt).contains("/") ? List.of() : objects(line.word(kindAt), line);
    }
    int comma = current.lastIndexOf(',');
    String before = current.substring(0, comma + 1);
    return kinds().stream().map(kind -> Suggestion.of(before + kind)).toList();
  }

  private List<String> kinds() {
    List<String> live = names.of(new Things.Kinds());
    return live.isEmpty() ? COMMON_KINDS : live;
  }

  private List<Suggestion> podOrKind(Arguments line) {
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

  private List<Suggestion> within(String kind, Arguments line) {
    return objects(kind, line).stream()
        .map(one -> Suggestion.of(kind + "/" + one.value()))
        .toList();
  }

  private List<Suggestion> podsAndFiles(Arguments line) {
    var all = new ArrayList<Suggestion>();
    objects("pods", line).forEach(pod -> all.add(new Suggestion(pod.value() + ":", "", false)));
    all.addAll(files.of(line.current()));
    return all;
  }

  private List<Suggestion> objects(String kinds, Arguments line) {
    return Suggestion.all(
        List.of(kinds.split(",", -1)).stream()
            .filter(kind -> !kind.isEmpty() && !kind.equals("all"))
            .flatMap(kind -> names.of(new Things.Objects(kind, namespace(line))).stream())
            .toList());
  }

  private static String namespace(Arguments line) {
    return line.value("-n", "--namespace");
  }
}
