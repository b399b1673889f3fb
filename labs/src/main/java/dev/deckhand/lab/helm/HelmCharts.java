package dev.deckhand.lab.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;

/** The commands that work on charts alone, and need no cluster. */
record HelmCharts(HelmScene scene) {

  String create(HelmLine line) {
    Path chart = scene.path(line.word(1, "a name for the chart"));
    Path parent = chart.getParent();
    Helm.create()
        .withName(String.valueOf(chart.getFileName()))
        .withDir(parent == null ? scene.folder() : parent)
        .call();
    return "Creating " + line.word(1, "a name") + "\n";
  }

  String lint(HelmLine line) {
    String written = line.words().size() > 1 ? line.words().get(1) : ".";
    var lint = new Helm(scene.path(written)).lint();
    HelmReleases.when(line, "strict", lint::strict);
    HelmReleases.when(line, "quiet", lint::quiet);
    LintResult result = lint.call();
    String said =
        "==> Linting " + written + "\n" + String.join("\n", result.getMessages()) + "\n\n";
    if (result.isFailed()) {
      throw new HelmTrouble(said + "1 chart(s) linted, 1 chart(s) failed");
    }
    return said + "1 chart(s) linted, 0 chart(s) failed\n";
  }

  String template(HelmLine line) {
    boolean named = line.words().size() > 2;
    var template = Helm.template(scene.chart(line.word(named ? 2 : 1, "a chart")));
    if (named) {
      template.withName(line.words().get(1));
    }
    line.value("namespace").ifPresent(template::withNamespace);
    line.value("version").ifPresent(template::withVersion);
    line.value("kube-version").ifPresent(template::withKubeVersion);
    line.values("values").forEach(file -> template.withValuesFile(scene.path(file)));
    line.assignments("set").forEach(template::set);
    line.assignments("set-file").forEach((key, file) -> template.setFile(key, scene.path(file)));
    HelmReleases.when(line, "skip-crds", template::skipCrds);
    try (var strings = StringValues.of(line)) {
      strings.give(template::setFile);
      return template.call();
    }
  }

  String pack(HelmLine line) {
    Path chart = scene.path(line.word(1, "the folder of a chart"));
    Path destination = scene.path(line.value("destination").orElse("."));
    new Helm(chart).packageIt().withDestination(destination).call();
    return "Successfully packaged chart and saved it to: " + destination + "\n";
  }

  String show(HelmLine line) {
    var show =
        Helm.show(
            scene.chart(line.word(2, "one of chart, values, readme, crds, all, and a chart")));
    return switch (line.word(1, "what to show")) {
      case "all" -> show.all().call();
      case "chart" -> show.chart().call();
      case "values" -> show.values().call();
      case "readme" -> show.readme().call();
      case "crds" -> show.crds().call();
      default -> throw HelmTrouble.notHere("\"helm show " + line.words().get(1) + "\"");
    };
  }
}
