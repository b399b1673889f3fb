package dev.deckhand.shell.cli.machine;

import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deckhand clean}. */
@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    description = {
      "Remove what Deckhand made: containers, networks, volumes, and the files of sessions.",
      "Your progress, notes and files stay unless --work is given; the images stay unless --images."
          + " What a running shell needs is left, and named."
    })
public final class CleanCommand implements Callable<Integer> {

  @Option(names = "--work", description = "Your progress, notes and files of all lessons too.")
  boolean work;

  @Option(
      names = "--images",
      description = "The images that Deckhand built too; they take minutes to build again.")
  boolean images;

  @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "Print JSON, for programs.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public CleanCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, UserError {
    var console = deckhand.console(context);
    var options = new Cleanup.Options(work, images, context.state().learner());
    try (var cleanup = new Cleanup(context, options)) {
      cleanup.plan(new CleanupFiles(context.environment().temporary()));
      boolean something = !cleanup.planned().isEmpty();
      if (something && !dryRun && !confirmed(console, cleanup)) {
        return notConfirmed(console).code();
      }
      if (!dryRun) {
        cleanup.execute();
      }
      report(console, cleanup);
      return (cleanup.engineFault().isPresent() ? ExitCode.NO_LAB : ExitCode.OK).code();
    }
  }

  private boolean confirmed(CommandConsole console, Cleanup cleanup) {
    if (deckhand.yes) {
      return true;
    }
    if (!context.environment().interactive()) {
      return false;
    }
    list(console, "This will be removed:", cleanup.planned());
    return console.confirm("Remove it?");
  }

  private ExitCode notConfirmed(CommandConsole console) throws UserError {
    if (!context.environment().interactive()) {
      throw new UserError(
          "Nothing was removed: there is no terminal to ask on.",
          "Add --yes, or look first with --dry-run.");
    }
    console.print("Nothing was removed.");
    return ExitCode.OK;
  }

  private void report(CommandConsole console, Cleanup cleanup) throws IOException {
    List<CleanupItem> done = dryRun ? cleanup.planned() : cleanup.removed();
    if (json) {
      context.environment().out().println(PrettyJson.of(fields(cleanup, done)));
      return;
    }
    if (done.isEmpty()) {
      console.print("There is nothing to remove.");
    } else {
      list(console, dryRun ? "This would be removed:" : "Removed:", done);
    }
    if (!cleanup.remaining().isEmpty()) {
      list(console, "Left:", cleanup.remaining());
    }
    cleanup
        .engineFault()
        .ifPresent(fault ->
            console.error(
                fault.problem() + " Whether containers are left is not known.",
                fault.remedy() + " Then clean again."));
    if (!work) {
      console.print(
          "Your progress, notes and files are in "
              + context.state().root()
              + "; --work removes them.");
    }
  }

  private static void list(CommandConsole console, String title, List<CleanupItem> items) {
    console.print(title);
    items.forEach(
        item -> console.print("  " + item.kind() + " " + item.name() + " (" + item.why() + ")"));
  }

  private Map<String, Object> fields(Cleanup cleanup, List<CleanupItem> done) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("dryRun", dryRun);
    fields.put("removed", done);
    fields.put("left", cleanup.remaining());
    fields.put("engine", cleanup.engineFault().isEmpty() ? "asked" : "not reached");
    return fields;
  }
}
