package dev.deckhand.lab.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.UpgradeCommand;
import java.util.List;

/** The commands that change releases. */
record HelmReleaseCommands(HelmContext context) {

  private static final int DEFAULT_TIMEOUT_SECONDS = 300;

  Release install(HelmArguments line) {
    boolean unnamed = line.hasFlag("generate-name");
    String chart =
        context.chart(
            unnamed ? line.positional(1, "a chart") : line.positional(2, "a name and a chart"));
    InstallCommand install = Helm.install(chart).withKubeConfig(context.kubeconfig());
    install
        .withNamespace(context.namespace(line))
        .withTimeout(line.timeoutSeconds(DEFAULT_TIMEOUT_SECONDS));
    if (unnamed) {
      install.generateName();
    } else {
      install.withName(line.positional(1, "a name and a chart"));
    }
    line.value("version").ifPresent(install::withVersion);
    line.value("description").ifPresent(install::withDescription);
    line.values("values").forEach(file -> install.withValuesFile(context.path(file)));
    line.assignments("set").forEach(install::set);
    line.assignments("set-file").forEach((key, file) -> install.setFile(key, context.path(file)));
    ifFlag(line, "create-namespace", install::createNamespace);
    ifFlag(line, "wait", install::waitReady);
    ifFlag(line, "atomic", install::atomic);
    ifFlag(line, "dry-run", install::dryRun);
    ifFlag(line, "skip-crds", install::skipCrds);
    ifFlag(line, "devel", install::devel);
    ifFlag(line, "dependency-update", install::dependencyUpdate);
    try (var strings = SetStringFiles.of(line)) {
      strings.forEach(install::setFile);
      return install.call();
    }
  }

  Release upgrade(HelmArguments line) {
    String name = line.positional(1, "a name and a chart");
    String chart = context.chart(line.positional(2, "a name and a chart"));
    UpgradeCommand upgrade = upgrade(name, chart, context.namespace(line));
    upgrade.withTimeout(line.timeoutSeconds(DEFAULT_TIMEOUT_SECONDS));
    line.value("version").ifPresent(upgrade::withVersion);
    line.value("description").ifPresent(upgrade::withDescription);
    line.values("values").forEach(file -> upgrade.withValuesFile(context.path(file)));
    line.assignments("set").forEach(upgrade::set);
    line.assignments("set-file").forEach((key, file) -> upgrade.setFile(key, context.path(file)));
    ifFlag(line, "install", upgrade::install);
    ifFlag(line, "create-namespace", upgrade::createNamespace);
    ifFlag(line, "wait", upgrade::waitReady);
    ifFlag(line, "atomic", upgrade::atomic);
    ifFlag(line, "dry-run", upgrade::dryRun);
    ifFlag(line, "force", upgrade::force);
    ifFlag(line, "reuse-values", upgrade::reuseValues);
    ifFlag(line, "reset-values", upgrade::resetValues);
    ifFlag(line, "reset-then-reuse-values", upgrade::resetThenReuseValues);
    ifFlag(line, "cleanup-on-fail", upgrade::cleanupOnFail);
    ifFlag(line, "skip-crds", upgrade::skipCrds);
    try (var strings = SetStringFiles.of(line)) {
      strings.forEach(upgrade::setFile);
      return upgrade.call();
    }
  }

  private UpgradeCommand upgrade(String name, String chart, String namespace) {
    return Helm.upgrade(chart)
        .withKubeConfig(context.kubeconfig())
        .withName(name)
        .withNamespace(namespace);
  }

  /**
   * Helm's library has no rollback: what is rolled back to is written out again and upgraded to.
   */
  Release rollback(HelmArguments line, StoredRelease stored) {
    try (UnpackedChart chart = UnpackedChart.of(stored)) {
      UpgradeCommand upgrade =
          upgrade(stored.name(), chart.folder().toString(), context.namespace(line));
      upgrade.withTimeout(line.timeoutSeconds(DEFAULT_TIMEOUT_SECONDS));
      upgrade.resetValues().withValuesFile(chart.values());
      upgrade.withDescription("Rollback to " + stored.revision());
      ifFlag(line, "wait", upgrade::waitReady);
      return upgrade.call();
    }
  }

  /** Runs the tests that came with a release's chart, and waits until they have ended. */
  Release test(HelmArguments line) {
    return Helm.test(line.positional(1, "the name of a release"))
        .withKubeConfig(context.kubeconfig())
        .withNamespace(context.namespace(line))
        .withTimeout(line.timeoutSeconds(DEFAULT_TIMEOUT_SECONDS))
        .call();
  }

  String uninstall(HelmArguments line) {
    var said = new StringBuilder();
    List<String> names = line.positionals().subList(1, line.positionals().size());
    if (names.isEmpty()) {
      throw new HelmCommandException("\"helm uninstall\" wants the name of a release.");
    }
    for (String name : names) {
      var uninstall = Helm.uninstall(name).withKubeConfig(context.kubeconfig());
      uninstall.withNamespace(context.namespace(line));
      ifFlag(line, "keep-history", uninstall::keepHistory);
      ifFlag(line, "ignore-not-found", uninstall::ignoreNotFound);
      ifFlag(line, "no-hooks", uninstall::noHooks);
      ifFlag(line, "dry-run", uninstall::dryRun);
      uninstall.call();
      said.append("release \"").append(name).append("\" uninstalled\n");
    }
    return said.toString();
  }

  /** Calls what a switch stands for. */
  static void ifFlag(HelmArguments line, String flag, Runnable then) {
    if (line.hasFlag(flag)) {
      then.run();
    }
  }
}
