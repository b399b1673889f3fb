package dev.deckhand.lab.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import com.marcnuri.helm.Release;
import com.marcnuri.helm.UpgradeCommand;
import java.util.List;

/** The commands that change releases. */
record HelmReleases(HelmScene scene) {

  private static final int USUAL_SECONDS = 300;

  Release install(HelmLine line) {
    boolean unnamed = line.has("generate-name");
    String chart =
        scene.chart(unnamed ? line.word(1, "a chart") : line.word(2, "a name and a chart"));
    InstallCommand install = Helm.install(chart).withKubeConfig(scene.kubeconfig());
    install.withNamespace(scene.namespace(line)).withTimeout(line.seconds(USUAL_SECONDS));
    if (unnamed) {
      install.generateName();
    } else {
      install.withName(line.word(1, "a name and a chart"));
    }
    line.value("version").ifPresent(install::withVersion);
    line.value("description").ifPresent(install::withDescription);
    line.values("values").forEach(file -> install.withValuesFile(scene.path(file)));
    line.assignments("set").forEach(install::set);
    line.assignments("set-file").forEach((key, file) -> install.setFile(key, scene.path(file)));
    when(line, "create-namespace", install::createNamespace);
    when(line, "wait", install::waitReady);
    when(line, "atomic", install::atomic);
    when(line, "dry-run", install::dryRun);
    when(line, "skip-crds", install::skipCrds);
    when(line, "devel", install::devel);
    when(line, "dependency-update", install::dependencyUpdate);
    try (var strings = StringValues.of(line)) {
      strings.give(install::setFile);
      return install.call();
    }
  }

  Release upgrade(HelmLine line) {
    String name = line.word(1, "a name and a chart");
    String chart = scene.chart(line.word(2, "a name and a chart"));
    UpgradeCommand upgrade = upgrade(name, chart, scene.namespace(line));
    upgrade.withTimeout(line.seconds(USUAL_SECONDS));
    line.value("version").ifPresent(upgrade::withVersion);
    line.value("description").ifPresent(upgrade::withDescription);
    line.values("values").forEach(file -> upgrade.withValuesFile(scene.path(file)));
    line.assignments("set").forEach(upgrade::set);
    line.assignments("set-file").forEach((key, file) -> upgrade.setFile(key, scene.path(file)));
    when(line, "install", upgrade::install);
    when(line, "create-namespace", upgrade::createNamespace);
    when(line, "wait", upgrade::waitReady);
    when(line, "atomic", upgrade::atomic);
    when(line, "dry-run", upgrade::dryRun);
    when(line, "force", upgrade::force);
    when(line, "reuse-values", upgrade::reuseValues);
    when(line, "reset-values", upgrade::resetValues);
    when(line, "reset-then-reuse-values", upgrade::resetThenReuseValues);
    when(line, "cleanup-on-fail", upgrade::cleanupOnFail);
    when(line, "skip-crds", upgrade::skipCrds);
    try (var strings = StringValues.of(line)) {
      strings.give(upgrade::setFile);
      return upgrade.call();
    }
  }

  private UpgradeCommand upgrade(String name, String chart, String namespace) {
    return Helm.upgrade(chart)
        .withKubeConfig(scene.kubeconfig())
        .withName(name)
        .withNamespace(namespace);
  }

  /**
   * Helm's library has no rollback: what is rolled back to is written out again and upgraded to.
   */
  Release rollback(HelmLine line, StoredRelease stored) {
    try (UnpackedChart chart = UnpackedChart.of(stored)) {
      UpgradeCommand upgrade =
          upgrade(stored.name(), chart.folder().toString(), scene.namespace(line));
      upgrade.withTimeout(line.seconds(USUAL_SECONDS));
      upgrade.resetValues().withValuesFile(chart.values());
      upgrade.withDescription("Rollback to " + stored.revision());
      when(line, "wait", upgrade::waitReady);
      return upgrade.call();
    }
  }

  /** Runs the tests that came with a release's chart, and waits until they have ended. */
  Release test(HelmLine line) {
    return Helm.test(line.word(1, "the name of a release"))
        .withKubeConfig(scene.kubeconfig())
        .withNamespace(scene.namespace(line))
        .withTimeout(line.seconds(USUAL_SECONDS))
        .call();
  }

  String uninstall(HelmLine line) {
    var said = new StringBuilder();
    List<String> names = line.words().subList(1, line.words().size());
    if (names.isEmpty()) {
      throw new HelmTrouble("\"helm uninstall\" wants the name of a release.");
    }
    for (String name : names) {
      var uninstall = Helm.uninstall(name).withKubeConfig(scene.kubeconfig());
      uninstall.withNamespace(scene.namespace(line));
      when(line, "keep-history", uninstall::keepHistory);
      when(line, "ignore-not-found", uninstall::ignoreNotFound);
      when(line, "no-hooks", uninstall::noHooks);
      when(line, "dry-run", uninstall::dryRun);
      uninstall.call();
      said.append("release \"").append(name).append("\" uninstalled\n");
    }
    return said.toString();
  }

  /** Calls what a switch stands for. */
  static void when(HelmLine line, String flag, Runnable then) {
    if (line.has(flag)) {
      then.run();
    }
  }
}
