package dev.deckhand.lab.helm;

import static dev.deckhand.lab.helm.HelmChartCommands.when;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.ReleaseHistory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that show releases. */
final class HelmQueryCommands {

  private HelmQueryCommands() {}

  static List<Object> of(HelmRootCommand helm) {
    return List.of(
        new ListReleases(helm), new Status(helm), new History(helm), new Get(helm), new Version());
  }

  @Command(name = "list", aliases = "ls", description = "list releases")
  static final class ListReleases implements Callable<String> {

    @Mixin private final OutputOption output = new OutputOption();

    @Option(
        names = {"-A", "--all-namespaces"},
        description = "releases of all namespaces")
    boolean allNamespaces;

    @Option(
        names = {"-a", "--all"},
        description = "releases in every state")
    boolean all;

    @Option(names = "--deployed", description = "deployed releases")
    boolean deployed;

    @Option(names = "--failed", description = "failed releases")
    boolean failed;

    @Option(names = "--pending", description = "pending releases")
    boolean pending;

    @Option(names = "--superseded", description = "superseded releases")
    boolean superseded;

    @Option(names = "--uninstalled", description = "uninstalled releases with a kept history")
    boolean uninstalled;

    @Option(
        names = {"-q", "--short"},
        description = "names only")
    boolean names;

    private final HelmRootCommand helm;

    ListReleases(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      var list = Helm.list().withKubeConfig(helm.context().kubeconfig());
      if (allNamespaces) {
        list.allNamespaces();
      } else {
        list.withNamespace(helm.namespace());
      }
      when(all, list::all);
      when(deployed, list::deployed);
      when(failed, list::failed);
      when(pending, list::pending);
      when(superseded, list::superseded);
      when(uninstalled, list::uninstalled);
      List<Release> releases = list.call();
      var data = JsonNodeFactory.instance.arrayNode();
      releases.forEach(release -> data.add(ReleaseJson.of(release)));
      return names
          ? releases.stream().map(release -> release.getName() + "\n").collect(Collectors.joining())
          : output.print(data, () -> table(releases));
    }

    private static String table(List<Release> releases) {
      var table =
          HelmTable.withHeadings(
              "NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION");
      for (Release release : releases) {
        table.add(
            release.getName(),
            release.getNamespace(),
            release.getRevision(),
            String.valueOf(release.getLastDeployed()),
            release.getStatus(),
            release.getChart(),
            release.getAppVersion());
      }
      return table.render();
    }
  }

  @Command(name = "status", description = "show the state of a release")
  static final class Status implements Callable<String> {

    @Parameters(paramLabel = "RELEASE", description = "name of the release")
    String release = "";

    @Mixin private final OutputOption output = new OutputOption();

    @Option(names = "--revision", paramLabel = "N", description = "the newest if not given")
    int revision;

    private final HelmRootCommand helm;

    Status(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      var status =
          Helm.status(release)
              .withKubeConfig(helm.context().kubeconfig())
              .withNamespace(helm.namespace());
      when(revision > 0, () -> status.withRevision(revision));
      return output.print(status.call());
    }
  }

  @Command(name = "history", aliases = "hist", description = "list the revisions of a release")
  static final class History implements Callable<String> {

    @Parameters(paramLabel = "RELEASE", description = "name of the release")
    String release = "";

    @Mixin private final OutputOption output = new OutputOption();

    @Option(names = "--max", paramLabel = "N", description = "how many revisions at most")
    int max;

    private final HelmRootCommand helm;

    History(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      var history =
          Helm.history(release)
              .withKubeConfig(helm.context().kubeconfig())
              .withNamespace(helm.namespace());
      when(max > 0, () -> history.withMax(max));
      List<ReleaseHistory> revisions = history.call();
      var data = JsonNodeFactory.instance.arrayNode();
      revisions.forEach(revision -> data.add(ReleaseJson.of(revision)));
      return output.print(data, () -> table(revisions));
    }

    private static String table(List<ReleaseHistory> revisions) {
      var table =
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
  }

  @Command(name = "get", description = "show what a release was installed with")
  static final class Get {

    private final HelmRootCommand helm;

    Get(HelmRootCommand helm) {
      this.helm = helm;
    }

    /** The arguments that all parts take. */
    static final class ReleaseRevision {

      @Parameters(paramLabel = "RELEASE", description = "name of the release")
      String release = "";

      @Option(names = "--revision", paramLabel = "N", description = "the newest if not given")
      int revision;

      StoredRelease find(HelmRootCommand helm) {
        return StoredRelease.find(helm, release, revision);
      }
    }

    @Command(description = "show the rendered objects")
    String manifest(@Mixin ReleaseRevision of) {
      return of.find(helm).manifest().strip() + "\n";
    }

    @Command(description = "show the hooks")
    String hooks(@Mixin ReleaseRevision of) {
      return of.find(helm).hooks();
    }

    @Command(description = "show the notes")
    String notes(@Mixin ReleaseRevision of) {
      return "NOTES:\n" + of.find(helm).notes().strip() + "\n";
    }

    @Command(description = "show the values")
    String values(
        @Mixin ReleaseRevision of,
        @Mixin OutputOption output,
        @Option(
                names = {"-a", "--all"},
                description = "the chart's values, too")
            boolean all) {
      StoredRelease stored = of.find(helm);
      var values = all ? stored.computedValues() : stored.values();
      String heading = all ? "COMPUTED VALUES:\n" : "USER-SUPPLIED VALUES:\n";
      return output.print(values, () -> heading + UnpackedChart.yaml(values));
    }

    @Command(description = "show everything")
    String all(@Mixin ReleaseRevision of) {
      StoredRelease stored = of.find(helm);
      return UnpackedChart.yaml(stored.values())
          + stored.manifest().strip()
          + "\n"
          + stored.notes()
          + "\n";
    }
  }

  @Command(name = "version", description = "show Helm's version")
  static final class Version implements Callable<String> {

    @Override
    public String call() {
      return Helm.version().call() + "\n";
    }
  }
}
