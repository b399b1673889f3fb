package dev.deckhand.shell.cli.workshop;

import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.CourseIdCandidates;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand workshop serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serve a workshop: learners join with a code, in a browser or by SSH.",
      "Each learner gets a lab of their own, and a container in which their commands run."
          + " Prints the address to join, and a link for the instructor that works once.",
      "Started again with the same name, everyone goes on at the same step, with the same lab."
    })
public final class WorkshopServeCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "COURSE",
      completionCandidates = CourseIdCandidates.class,
      description = "The course, for instance kubernetes.")
  String course = "";

  @Option(
      names = "--seats",
      paramLabel = "N",
      required = true,
      description = "How many learners work at a time; who comes later waits in a queue.")
  int seats;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Names the workshop, and the folder that keeps it. Default: the course's name.")
  String name = "";

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "The address to listen at. Default: ${DEFAULT-VALUE}, all of the machine's.")
  String address = "0.0.0.0";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "For browsers; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  int port = 8080;

  @Option(
      names = "--ssh-port",
      paramLabel = "PORT",
      description = "For SSH clients; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  int sshPort = 2222;

  @Option(names = "--no-ssh", description = "Serve browsers alone.")
  boolean noSsh;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = {
        "A further name under which browsers reach the server; may be repeated.",
        "Requests for other names are refused."
      })
  List<String> hosts = new ArrayList<>();

  @Option(
      names = "--public-address",
      paramLabel = "URL",
      description = "What learners type, where a proxy is between: https://class.example.org")
  String publicAddress = "";

  @Option(
      names = "--behind-proxy",
      description = "Take the learners' addresses from X-Forwarded-For, which the proxy sets.")
  boolean behindProxy;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "postgresql://USER@HOST/DATABASE; DECKHAND_DATABASE_PASSWORD has the password.",
        "Default: a SQLite file in the workshop's folder."
      })
  String database = "";

  @Option(
      names = "--trust-learners",
      description = {
        "Offer lessons with a Docker engine for each learner. Such an engine runs as root on this"
            + " machine's kernel: whoever breaks out of it has the machine."
      })
  boolean trustLearners;

  @Option(
      names = "--isolation",
      paramLabel = "namespace|cluster",
      completionCandidates = IsolationCandidates.class,
      description = {
        "What each learner of Kubernetes gets: a cluster, or a namespace of a cluster that the class"
            + " shares. A cluster takes some 600 MB of memory, a namespace some 30 MB; lessons that"
            + " aren't bound to a namespace need a cluster each. Default: ${DEFAULT-VALUE}."
      })
  String isolation = "cluster";

  @Option(
      names = "--stuck-after",
      paramLabel = "SECONDS",
      description =
          "A learner who hasn't passed a check after this time is shown as stuck on it. Default:"
              + " ${DEFAULT-VALUE}.")
  int stuckAfter = 120;

  @Option(names = "--json", description = "Print the addresses as JSON.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public WorkshopServeCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  /** The values of {@code --isolation}. */
  static final class IsolationCandidates extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    IsolationCandidates() {
      super(List.of("namespace", "cluster"));
    }
  }

  private WorkshopServeOptions.Isolation isolation() throws UserError {
    return switch (isolation) {
      case "cluster" -> WorkshopServeOptions.Isolation.CLUSTER;
      case "namespace" -> WorkshopServeOptions.Isolation.NAMESPACE;
      default ->
          throw new UserError(
              "\"" + isolation + "\" isn't an isolation.",
              "Choose --isolation namespace or --isolation cluster.");
    };
  }

  @Override
  public Integer call() throws IOException, InterruptedException, UserError {
    if (seats < 1 || seats > 1000) {
      throw new UserError("There can be 1 to 1000 seats.", "For instance: --seats 30");
    }
    for (int one : new int[] {port, sshPort}) {
      if (one < 0 || one > 65_535) {
        throw new UserError("A port is a number from 0 to 65535.", "For instance: --port 8080");
      }
    }
    if (stuckAfter < 0 || stuckAfter > 86_400) {
      throw new UserError(
          "--stuck-after is a number of seconds from 0 to 86400.",
          "For instance: --stuck-after 120");
    }
    String own = name.isEmpty() ? course : name;
    var options =
        new WorkshopServeOptions(
            own,
            course,
            seats,
            address,
            port,
            noSsh ? -1 : sshPort,
            hosts,
            publicAddress,
            behindProxy,
            database,
            trustLearners,
            isolation(),
            Duration.ofSeconds(stuckAfter),
            json);
    return WorkshopProgram.load()
        .serve(context, deckhand.console(context), WorkshopCommand.folder(context, own), options)
        .code();
  }
}
