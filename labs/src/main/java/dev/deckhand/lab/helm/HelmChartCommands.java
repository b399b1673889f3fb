package dev.deckhand.lab.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;

/** The commands that work on charts alone, and need no cluster. */
record HelmChartCommands(HelmContext context) {

  String create(HelmArguments line) {
    Path chart = context.path(line.positional(1, "a name for the chart"));
    Path parent = chart.getParent();
    Helm.create()
        .withName(String.valueOf(chart.getFileName()))
        .withDir(parent == null ? context.folder() : parent)
        .call();
    return "Creating " + line.positional(1, "a name") + "\n";
  }

  String lint(HelmArguments line) {
    String written = line.positionals().size() > 1 ? line.positionals().get(1) : ".";
    var lint = new Helm(context.path(written)).lint();
    HelmReleaseCommands.ifFlag(line, "strict", lint::strict);
    HelmReleaseCommands.ifFlag(line, "quiet", lint::quiet);
    LintResult result = lint.call();
    String said =
        "==> Linting " + written + "\n" + String.join("\n", result.getMessages()) + "\n\n";
    if (result.isFailed()) {
      throw new HelmCommandException(said + "1 chart(s) linted, 1 chart(s) failed");
    }
    return said + "1 chart(s) linted, 0 chart(s) failed\n";
  }

  String template(HelmArguments line) {
    boolean named = line.positionals().size() > 2;
    var template = Helm.template(context.chart(line.positional(named ? 2 : 1, "a chart")));
    if (named) {
      template.withName(line.positionals().get(1));
    }
    line.value("namespace").ifPresent(template::withNamespace);
    line.value("version").ifPresent(template::withVersion);
    line.value("kube-version").ifPresent(template::withKubeVersion);
    line.values("values").forEach(file -> template.withValuesFile(context.path(file)));
    line.assignments("set").forEach(template::set);
    line.assignments("set-file").forEach((key, file) -> template.setFile(key, context.path(file)));
    HelmReleaseCommands.ifFlag(line, "skip-crds", template::skipCrds);
    try (var strings = SetStringFiles.of(line)) {
      strings.forEach(template::setFile);
      return template.call();
    }
  }

  String pack(HelmArguments line) {
    Path chart = context.path(line.positional(1, "the folder of a chart"));
    Path destination = context.path(line.value("destination").orElse("."));
    new Helm(chart).packageIt().withDestination(destination).call();
    return "Successfully packaged chart and saved it to: " + destination + "\n";
  }

  String show(HelmArguments line) {
    var show =
        Helm.show(
            context.chart(
                line.positional(2, "one of chart, values, readme, crds, all, and a chart")));
    return switch (line.positional(1, "what to show")) {
      case "all" -> show.all().call();
      case "chart" -> show.chart().call();
      case "values" -> show.values().call();
      case "readme" -> show.readme().call();
      case "crds" -> show.crds().call();
      default ->
          throw HelmCommandException.unsupported("\"helm show " + line.positionals().get(1) + "\"");
    };
  }
}
