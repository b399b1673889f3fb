package dev.deckhand.lab.helm;

import static dev.deckhand.lab.helm.HelmChartCommands.ifGiven;
import static dev.deckhand.lab.helm.HelmChartCommands.when;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.UpgradeCommand;
import dev.deckhand.lab.helm.HelmChartCommands.NameAndChart;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that change releases. */
final class HelmReleaseCommands {

  private HelmReleaseCommands() {}

  static List<Object> of(HelmRootCommand helm) {
    return List.of(
        new Install(helm),
        new Upgrade(helm),
        new Rollback(helm),
        new Test(helm),
        new Uninstall(helm));
  }

  /** The flags that {@code install} and {@code upgrade} share. */
  static final class DeployOptions {

    @Option(names = "--version", paramLabel = "VERSION", description = "version of the chart")
    @Nullable String version;

    @Option(names = "--description", paramLabel = "TEXT", description = "note for the history")
    @Nullable String description;

    @Option(names = "--create-namespace", description = "create the namespace if it's missing")
    boolean createNamespace;

    @Option(names = "--wait", description = "wait until everything is ready")
    boolean wait;

    @Option(names = "--atomic", description = "undo the command if it fails")
    boolean atomic;

    @Option(names = "--dry-run", description = "only simulate the command")
    boolean dryRun;

    @Option(names = "--skip-crds", description = "leave out CRDs")
    boolean skipCrds;

    @Option(names = "--devel", description = "accept development versions, too")
    boolean devel;

    @Option(names = "--dependency-update", description = "update the chart's dependencies first")
    boolean dependencyUpdate;
  }

  @Command(name = "install", description = "install a chart")
  static final class Install implements Callable<String> {

    @Mixin private final NameAndChart arguments = new NameAndChart();
    @Mixin private final ChartValueOptions values = new ChartValueOptions();
    @Mixin private final DeployOptions options = new DeployOptions();
    @Mixin private final TimeoutOption timeout = new TimeoutOption();
    @Mixin private final OutputOption output = new OutputOption();

    @Option(
        names = {"-g", "--generate-name"},
        description = "let Helm choose the release's name")
    boolean generateName;

    private final HelmRootCommand helm;

    Install(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      HelmContext context = helm.context();
      String name = arguments.name();
      if (generateName == (name != null)) {
        throw new HelmCommandException(
            "\"helm install\" expects a name and a chart, or --generate-name and a chart.");
      }
      var install =
          Helm.install(context.chart(arguments.chart()))
              .withKubeConfig(context.kubeconfig())
              .withNamespace(helm.namespace())
              .withTimeout(timeout.seconds());
      when(generateName, install::generateName);
      ifGiven(name, install::withName);
      ifGiven(options.version, install::withVersion);
      ifGiven(options.description, install::withDescription);
      when(options.createNamespace, install::createNamespace);
      when(options.wait, install::waitReady);
      when(options.atomic, install::atomic);
      when(options.dryRun, install::dryRun);
      when(options.skipCrds, install::skipCrds);
      when(options.devel, install::devel);
      when(options.dependencyUpdate, install::dependencyUpdate);
      return output.print(
          values.callWith(
              context, install::withValuesFile, install::set, install::setFile, install::call));
    }
  }

  @Command(name = "upgrade", description = "upgrade a release to another chart or other values")
  static final class Upgrade implements Callable<String> {

    @Parameters(index = "0", paramLabel = "RELEASE", description = "name of the release")
    String release = "";

    @Parameters(index = "1", paramLabel = "CHART", description = "the chart")
    String chart = "";

    @Mixin private final ChartValueOptions values = new ChartValueOptions();
    @Mixin private final DeployOptions options = new DeployOptions();
    @Mixin private final TimeoutOption timeout = new TimeoutOption();
    @Mixin private final OutputOption output = new OutputOption();

    @Option(
        names = {"-i", "--install"},
        description = "install the release if it doesn't exist")
    boolean install;

    @Option(names = "--force", description = "replace objects that can't be changed")
    boolean force;

    @Option(names = "--reuse-values", description = "keep the last revision's values")
    boolean reuseValues;

    @Option(names = "--reset-values", description = "start from the chart's values")
    boolean resetValues;

    @Option(
        names = "--reset-then-reuse-values",
        description = "start from the chart's values, then apply the last revision's")
    boolean resetThenReuseValues;

    @Option(names = "--cleanup-on-fail", description = "delete new objects if the upgrade fails")
    boolean cleanupOnFail;

    private final HelmRootCommand helm;

    Upgrade(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      HelmContext context = helm.context();
      var upgrade = upgrade(helm, context.chart(chart), release, timeout);
      ifGiven(options.version, upgrade::withVersion);
      ifGiven(options.description, upgrade::withDescription);
      when(options.createNamespace, upgrade::createNamespace);
      when(options.wait, upgrade::waitReady);
      when(options.atomic, upgrade::atomic);
      when(options.dryRun, upgrade::dryRun);
      when(options.skipCrds, upgrade::skipCrds);
      when(options.devel, upgrade::devel);
      when(options.dependencyUpdate, upgrade::dependencyUpdate);
      when(install, upgrade::install);
      when(force, upgrade::force);
      when(reuseValues, upgrade::reuseValues);
      when(resetValues, upgrade::resetValues);
      when(resetThenReuseValues, upgrade::resetThenReuseValues);
      when(cleanupOnFail, upgrade::cleanupOnFail);
      return output.print(
          values.callWith(
              context, upgrade::withValuesFile, upgrade::set, upgrade::setFile, upgrade::call));
    }
  }

  private static UpgradeCommand upgrade(
      HelmRootCommand helm, String chart, String release, TimeoutOption timeout) {
    return Helm.upgrade(chart)
        .withKubeConfig(helm.context().kubeconfig())
        .withName(release)
        .withNamespace(helm.namespace())
        .withTimeout(timeout.seconds());
  }

  /** Helm's library has no rollback, so the earlier revision is unpacked and upgraded to. */
  @Command(name = "rollback", description = "go back to an earlier revision")
  static final class Rollback implements Callable<String> {

    @Parameters(index = "0", paramLabel = "RELEASE", description = "name of the release")
    String release = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "REVISION",
        description = "the previous one if not given")
    int revision;

    @Mixin private final TimeoutOption timeout = new TimeoutOption();

    @Option(names = "--wait", description = "wait until everything is ready")
    boolean wait;

    @Option(names = "--dry-run", description = "only simulate the command")
    boolean dryRun;

    private final HelmRootCommand helm;

    Rollback(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      StoredRelease target = StoredRelease.find(helm, release, revision);
      if (revision == 0) {
        target = StoredRelease.find(helm, release, target.revision() - 1);
      }
      try (UnpackedChart chart = UnpackedChart.of(target)) {
        var upgrade = upgrade(helm, chart.folder().toString(), target.name(), timeout);
        upgrade.resetValues().withValuesFile(chart.values());
        upgrade.withDescription("Rollback to " + target.revision());
        when(wait, upgrade::waitReady);
        when(dryRun, upgrade::dryRun);
        upgrade.call();
        return "Rollback was a success! Happy Helming!\n";
      }
    }
  }

  @Command(name = "test", description = "run the tests of a release's chart")
  static final class Test implements Callable<String> {

    @Parameters(paramLabel = "RELEASE", description = "name of the release")
    String release = "";

    @Mixin private final TimeoutOption timeout = new TimeoutOption();

    private final HelmRootCommand helm;

    Test(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      return new OutputOption()
          .print(
              Helm.test(release)
                  .withKubeConfig(helm.context().kubeconfig())
                  .withNamespace(helm.namespace())
                  .withTimeout(timeout.seconds())
                  .call());
    }
  }

  @Command(
      name = "uninstall",
      aliases = {"delete", "del", "un"},
      description = "remove releases")
  static final class Uninstall implements Callable<String> {

    @Parameters(paramLabel = "RELEASE", arity = "1..*", description = "names of releases")
    List<String> releases = List.of();

    @Mixin private final TimeoutOption timeout = new TimeoutOption();

    @Option(names = "--wait", description = "wait until the objects are deleted")
    boolean wait;

    @Option(names = "--keep-history", description = "keep the revisions")
    boolean keepHistory;

    @Option(names = "--ignore-not-found", description = "don't fail if a release doesn't exist")
    boolean ignoreNotFound;

    @Option(names = "--no-hooks", description = "don't run hooks")
    boolean noHooks;

    @Option(names = "--dry-run", description = "only simulate the command")
    boolean dryRun;

    private final HelmRootCommand helm;

    Uninstall(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      var output = new StringBuilder();
      for (String release : releases) {
        DeletionWait deletion =
            wait && !dryRun ? DeletionWait.prepare(helm, release) : DeletionWait.NONE;
        var uninstall =
            Helm.uninstall(release)
                .withKubeConfig(helm.context().kubeconfig())
                .withNamespace(helm.namespace());
        when(keepHistory, uninstall::keepHistory);
        when(ignoreNotFound, uninstall::ignoreNotFound);
        when(noHooks, uninstall::noHooks);
        when(dryRun, uninstall::dryRun);
        uninstall.call();
        deletion.await(helm, timeout.timeout);
        output.append("release \"").append(release).append("\" uninstalled\n");
      }
      return output.toString();
    }
  }
}
