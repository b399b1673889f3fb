package dev.deckhand.lab.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.ReleaseHistory;
import dev.deckhand.lab.kube.KubeApi;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Objects;

/** The commands that look at releases. */
record HelmQueryCommands(HelmContext context) {

  static String format(HelmArguments line, Release release) {
    return line.value("output")
        .map(format -> formatted(format, data(release)))
        .orElseGet(() -> release.getOutput().strip() + "\n");
  }

  String list(HelmArguments line) {
    var list = Helm.list().withKubeConfig(context.kubeconfig());
    if (line.hasFlag("all-namespaces")) {
      list.allNamespaces();
    } else {
      list.withNamespace(context.namespace(line));
    }
    HelmReleaseCommands.ifFlag(line, "all", list::all);
    HelmReleaseCommands.ifFlag(line, "deployed", list::deployed);
    HelmReleaseCommands.ifFlag(line, "failed", list::failed);
    HelmReleaseCommands.ifFlag(line, "pending", list::pending);
    HelmReleaseCommands.ifFlag(line, "superseded", list::superseded);
    HelmReleaseCommands.ifFlag(line, "uninstalled", list::uninstalled);
    List<Release> releases = list.call();
    if (line.value("output").filter(format -> !format.equals("table")).isPresent()) {
      var all = JsonNodeFactory.instance.arrayNode();
      releases.forEach(release -> all.add(data(release)));
      return formatted(line.value("output").orElseThrow(), all);
    }
    if (line.hasFlag("short")) {
      return releases.stream().map(release -> release.getName() + "\n").reduce("", String::concat);
    }
    HelmTable table =
        HelmTable.withHeadings(
            "NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION");
    releases.forEach(release ->
        table.add(
            release.getName(),
            release.getNamespace(),
            release.getRevision(),
            String.valueOf(release.getLastDeployed()),
            release.getStatus(),
            release.getChart(),
            release.getAppVersion()));
    return table.render();
  }

  String status(HelmArguments line) {
    var status =
        Helm.status(line.positional(1, "the name of a release"))
            .withKubeConfig(context.kubeconfig())
            .withNamespace(context.namespace(line));
    if (line.number("revision", 0) > 0) {
      status.withRevision(line.number("revision", 0));
    }
    return format(line, status.call());
  }

  String history(HelmArguments line) {
    var history =
        Helm.history(line.positional(1, "the name of a release"))
            .withKubeConfig(context.kubeconfig())
            .withNamespace(context.namespace(line));
    if (line.number("max", 0) > 0) {
      history.withMax(line.number("max", 0));
    }
    List<ReleaseHistory> revisions = history.call();
    if (line.value("output").filter(format -> !format.equals("table")).isPresent()) {
      var all = JsonNodeFactory.instance.arrayNode();
      revisions.forEach(revision -> all.add(data(revision)));
      return formatted(line.value("output").orElseThrow(), all);
    }
    HelmTable table =
        HelmTable.withHeadings(
            "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION", "DESCRIPTION");
    for (ReleaseHistory revision : revisions) {
      table.add(
          String.valueOf(revision.getRevision()),
          String.valueOf(revision.getUpdated()),
          revision.getStatus(),
          revision.getChart(),
          revision.getAppVersion(),
          revision.getDescription());
    }
    return table.render();
  }

  String get(HelmArguments line) {
    String what = line.positional(1, "one of manifest, hooks, values, notes, all, and a release");
    StoredRelease stored =
        stored(line, line.positional(2, "the name of a release"), line.number("revision", 0));
    return switch (what) {
      case "manifest" -> stored.manifest().strip() + "\n";
      case "hooks" -> stored.hooks();
      case "notes" -> "NOTES:\n" + stored.notes().strip() + "\n";
      case "values" ->
          line.value("output").filter("json"::equals).isPresent()
              ? formatted("json", stored.values())
              : "USER-SUPPLIED VALUES:\n" + UnpackedChart.yaml(stored.values());
      case "all" ->
          UnpackedChart.yaml(stored.values())
              + stored.manifest().strip()
              + "\n"
              + stored.notes()
              + "\n";
      default -> throw HelmCommandException.unsupported("\"helm get " + what + "\"");
    };
  }

  /** The revision to go back to: the one named, else the one before the current. */
  StoredRelease rollbackTarget(HelmArguments line) {
    String name = line.positional(1, "the name of a release");
    int wanted = 0;
    if (line.positionals().size() > 2) {
      if (!line.positionals().get(2).matches("\\d+")) {
        throw new HelmCommandException(
            "A revision is a number, not \"" + line.positionals().get(2) + "\".");
      }
      wanted = Integer.parseInt(line.positionals().get(2));
    }
    if (wanted > 0) {
      return stored(line, name, wanted);
    }
    int current = stored(line, name, 0).revision();
    return stored(line, name, current - 1);
  }

  private StoredRelease stored(HelmArguments line, String name, int revision) {
    try (KubeApi api = KubeApi.of(context.kubeconfigText())) {
      List<StoredRelease> history = StoredRelease.history(api, context.namespace(line), name);
      return revision == 0
          ? history.getLast()
          : history.stream()
              .filter(stored -> stored.revision() == revision)
              .findFirst()
              .orElseThrow(() ->
                  new HelmCommandException("release \"" + name + "\" has no revision " + revision));
    }
  }

  private static JsonNode data(Release release) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", release.getName())
        .put("namespace", release.getNamespace())
        .put("revision", release.getRevision())
        .put("updated", String.valueOf(release.getLastDeployed()))
        .put("status", release.getStatus())
        .put("chart", release.getChart())
        .put("app_version", Objects.requireNonNullElse(release.getAppVersion(), ""));
  }

  private static JsonNode data(ReleaseHistory revision) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("revision", revision.getRevision())
        .put("updated", String.valueOf(revision.getUpdated()))
        .put("status", revision.getStatus())
        .put("chart", revision.getChart())
        .put("app_version", Objects.requireNonNullElse(revision.getAppVersion(), ""))
        .put("description", revision.getDescription());
  }

  private static String formatted(String format, JsonNode data) {
    return switch (format) {
      case "json" -> data.toString() + "\n";
      case "yaml" -> Serialization.asYaml(data);
      default ->
          throw new HelmCommandException(
              "The output is table, json or yaml, not \"" + format + "\".");
    };
  }
}
