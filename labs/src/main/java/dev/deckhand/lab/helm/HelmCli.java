package dev.deckhand.lab.helm;

import com.marcnuri.helm.Helm;
import dev.deckhand.lab.api.ApiError;
import dev.deckhand.lab.api.ApiUnavailable;
import java.util.List;

/** Helm's commands, for whoever types {@code helm} on a machine that has none. */
public record HelmCli(HelmContext context) {

  /**
   * What came of a command.
   *
   * @param exitCode 0, or 1 where it failed
   */
  public record Result(int exitCode, String output, String errors) {}

  /** Runs what was typed after {@code helm}; never throws. */
  public Result run(List<String> arguments) {
    try {
      HelmArguments line = HelmArguments.of(arguments);
      return new Result(0, line.hasFlag("help") ? help() : output(line), "");
    } catch (HelmCommandException trouble) {
      return new Result(1, "", "Error: " + trouble.getMessage() + "\n");
    } catch (ApiUnavailable gone) {
      return new Result(1, "", "Error: the cluster does not answer (" + gone.message() + ")\n");
    } catch (ApiError | IllegalStateException | IllegalArgumentException refused) {
      return new Result(1, "", "Error: " + String.valueOf(refused.getMessage()).strip() + "\n");
    }
  }

  private String output(HelmArguments line) {
    var charts = new HelmChartCommands(context);
    var queries = new HelmQueryCommands(context);
    var releases = new HelmReleaseCommands(context);
    return switch (line.command()) {
      case "create" -> charts.create(line);
      case "lint" -> charts.lint(line);
      case "template" -> charts.template(line);
      case "package" -> charts.pack(line);
      case "show", "inspect" -> charts.show(line);
      case "install" -> HelmQueryCommands.format(line, releases.install(line));
      case "upgrade" -> HelmQueryCommands.format(line, releases.upgrade(line));
      case "uninstall", "delete", "un" -> releases.uninstall(line);
      case "rollback" -> {
        releases.rollback(line, queries.rollbackTarget(line));
        yield "Rollback was a success! Happy Helming!\n";
      }
      case "test" -> HelmQueryCommands.format(line, releases.test(line));
      case "list", "ls" -> queries.list(line);
      case "status" -> queries.status(line);
      case "history", "hist" -> queries.history(line);
      case "get" -> queries.get(line);
      case "version" -> Helm.version().call() + "\n";
      case "help" -> help();
      default -> throw HelmCommandException.unsupported("\"helm " + line.command() + "\"");
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
