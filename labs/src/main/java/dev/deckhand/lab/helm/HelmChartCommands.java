package dev.deckhand.lab.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.ShowCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that work on charts and need no cluster. */
final class HelmChartCommands {

  private HelmChartCommands() {}

  static List<Object> of(HelmRootCommand helm) {
    HelmContext context = helm.context();
    return List.of(
        new Create(context),
        new Lint(context),
        new Template(helm),
        new Pack(context),
        new Show(context));
  }

  @Command(name = "create", description = "create a new chart")
  static final class Create implements Callable<String> {

    @Parameters(paramLabel = "NAME", description = "name or path of the chart")
    String name = "";

    private final HelmContext context;

    Create(HelmContext context) {
      this.context = context;
    }

    @Override
    public String call() {
      Path chart = context.path(name);
      Path parent = chart.getParent();
      Helm.create()
          .withName(String.valueOf(chart.getFileName()))
          .withDir(parent == null ? context.folder() : parent)
          .call();
      return "Creating " + name + "\n";
    }
  }

  @Command(name = "lint", description = "look for mistakes in a chart")
  static final class Lint implements Callable<String> {

    @Parameters(paramLabel = "CHART", arity = "0..1", description = "the chart's folder")
    String chart = ".";

    @Option(names = "--strict", description = "fail on warnings")
    boolean strict;

    @Option(names = "--quiet", description = "print warnings and errors only")
    boolean quiet;

    private final HelmContext context;

    Lint(HelmContext context) {
      this.context = context;
    }

    @Override
    public String call() {
      var lint = new Helm(context.path(chart)).lint();
      when(strict, lint::strict);
      when(quiet, lint::quiet);
      LintResult result = lint.call();
      String report =
          "==> Linting " + chart + "\n" + String.join("\n", result.getMessages()) + "\n\n";
      if (result.isFailed()) {
        throw new HelmCommandException(report + "1 chart(s) linted, 1 chart(s) failed");
      }
      return report + "1 chart(s) linted, 0 chart(s) failed\n";
    }
  }

  @Command(name = "template", description = "render a chart without installing it")
  static final class Template implements Callable<String> {

    @Mixin private final NameAndChart arguments = new NameAndChart();
    @Mixin private final ChartValueOptions values = new ChartValueOptions();

    @Option(names = "--version", paramLabel = "VERSION", description = "version of the chart")
    @Nullable String version;

    @Option(names = "--kube-version", paramLabel = "VERSION", description = "Kubernetes version")
    @Nullable String kubeVersion;

    @Option(names = "--skip-crds", description = "leave out CRDs")
    boolean skipCrds;

    @Option(names = "--dependency-update", description = "update the chart's dependencies first")
    boolean dependencyUpdate;

    private final HelmRootCommand helm;

    Template(HelmRootCommand helm) {
      this.helm = helm;
    }

    @Override
    public String call() {
      HelmContext context = helm.context();
      var template = Helm.template(context.chart(arguments.chart()));
      ifGiven(arguments.name(), template::withName);
      ifGiven(helm.namespace, template::withNamespace);
      ifGiven(version, template::withVersion);
      ifGiven(kubeVersion, template::withKubeVersion);
      when(skipCrds, template::skipCrds);
      when(dependencyUpdate, template::dependencyUpdate);
      return values.callWith(
          context, template::withValuesFile, template::set, template::setFile, template::call);
    }
  }

  @Command(name = "package", description = "pack a chart into an archive")
  static final class Pack implements Callable<String> {

    @Parameters(paramLabel = "CHART", description = "the chart's folder")
    String chart = "";

    @Option(
        names = {"-d", "--destination"},
        paramLabel = "DIR",
        description = "folder for the archive")
    String destination = ".";

    private final HelmContext context;

    Pack(HelmContext context) {
      this.context = context;
    }

    @Override
    public String call() {
      Path folder = context.path(destination);
      new Helm(context.path(chart)).packageIt().withDestination(folder).call();
      return "Successfully packaged chart and saved it to: " + folder + "\n";
    }
  }

  @Command(name = "show", aliases = "inspect", description = "show information about a chart")
  static final class Show {

    private final HelmContext context;

    Show(HelmContext context) {
      this.context = context;
    }

    @Command(description = "show everything")
    String all(@Parameters(paramLabel = "CHART") String chart) {
      return show(chart, ShowCommand::all);
    }

    @Command(description = "show Chart.yaml")
    String chart(@Parameters(paramLabel = "CHART") String chart) {
      return show(chart, ShowCommand::chart);
    }

    @Command(description = "show the default values")
    String values(@Parameters(paramLabel = "CHART") String chart) {
      return show(chart, ShowCommand::values);
    }

    @Command(description = "show the README")
    String readme(@Parameters(paramLabel = "CHART") String chart) {
      return show(chart, ShowCommand::readme);
    }

    @Command(description = "show the CRDs")
    String crds(@Parameters(paramLabel = "CHART") String chart) {
      return show(chart, ShowCommand::crds);
    }

    private String show(String chart, Function<ShowCommand, ShowCommand.ShowSubcommand> part) {
      return part.apply(Helm.show(context.chart(chart))).call();
    }
  }

  /** {@code [NAME] CHART}. */
  static final class NameAndChart {

    @Parameters(index = "0", paramLabel = "NAME", description = "name of the release")
    String first = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "CHART", description = "the chart")
    @Nullable String second;

    @Nullable String name() {
      return second == null ? null : first;
    }

    String chart() {
      return second == null ? first : second;
    }
  }

  /** Calls a setter if its flag was given. */
  static void when(boolean given, Runnable setter) {
    if (given) {
      setter.run();
    }
  }

  static void ifGiven(@Nullable String value, Consumer<String> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
