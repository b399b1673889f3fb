package dev.deckhand.lab.helm;

import com.marcnuri.helm.Helm;
import dev.deckhand.lab.kube.KubeGone;
import dev.deckhand.lab.kube.KubeRefusal;
import java.util.List;

/** Helm's commands, for whoever types {@code helm} on a machine that has none. */
public record DeckhandHelm(HelmScene scene) {

  /**
   * What came of a command.
   *
   * @param exitCode 0, or 1 where it failed
   */
  public record Outcome(int exitCode, String output, String errors) {}

  /** Runs what was typed after {@code helm}; never throws. */
  public Outcome run(List<String> arguments) {
    try {
      HelmLine line = HelmLine.of(arguments);
      return new Outcome(0, line.has("help") ? help() : output(line), "");
    } catch (HelmTrouble trouble) {
      return new Outcome(1, "", "Error: " + trouble.getMessage() + "\n");
    } catch (KubeGone gone) {
      return new Outcome(1, "", "Error: the cluster does not answer (" + gone.why() + ")\n");
    } catch (KubeRefusal | IllegalStateException | IllegalArgumentException refused) {
      return new Outcome(1, "", "Error: " + String.valueOf(refused.getMessage()).strip() + "\n");
    }
  }

  private String output(HelmLine line) {
    var charts = new HelmCharts(scene);
    var queries = new HelmQueries(scene);
    var releases = new HelmReleases(scene);
    return switch (line.command()) {
      case "create" -> charts.create(line);
      case "lint" -> charts.lint(line);
      case "template" -> charts.template(line);
      case "package" -> charts.pack(line);
      case "show", "inspect" -> charts.show(line);
      case "install" -> HelmQueries.written(line, releases.install(line));
      case "upgrade" -> HelmQueries.written(line, releases.upgrade(line));
      case "uninstall", "delete", "un" -> releases.uninstall(line);
      case "rollback" -> {
        releases.rollback(line, queries.target(line));
        yield "Rollback was a success! Happy Helming!\n";
      }
      case "test" -> HelmQueries.written(line, releases.test(line));
      case "list", "ls" -> queries.list(line);
      case "status" -> queries.status(line);
      case "history", "hist" -> queries.history(line);
      case "get" -> queries.get(line);
      case "version" -> Helm.version().call() + "\n";
      case "help" -> help();
      default -> throw HelmTrouble.notHere("\"helm " + line.command() + "\"");
    };
  }

  private static String help() {
    return """
    This helm stands in for the real one, which is not on this machine. It is Helm's own code, and knows:
      create NAME                     make the folder of a new chart
      lint, template, package, show   look at a chart, render it, pack it
      install NAME CHART              and upgrade, test, rollback, uninstall
      list, status, history, get      what is installed, and how it came to be
    with -n, --create-namespace, -f, --set, --version, --wait, --timeout, -o and the like.
    """;
  }
}
