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
      "Remove what Deckhand created: containers, networks, volumes, and session files.",
      "Keeps your progress, notes and files unless --work is given, and the images unless"
          + " --images is given. Keeps and lists whatever a running shell needs."
    })
public final class CleanCommand implements Callable<Integer> {

  @Option(
      names = "--work",
      description = "Also remove your progress, notes and files of all lessons.")
  boolean work;

  @Option(
      names = "--images",
      description =
          "Also remove the images that Deckhand built; building them again takes minutes.")
  boolean images;

  @Option(names = "--dry-run", description = "List what would be removed, without removing it.")
  boolean dryRun;

  @Option(names = "--json", description = "Print the result as JSON.")
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
          "Nothing was removed: there's no terminal to ask on.",
          "Add --yes, or list it first with --dry-run.");
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
      console.print("There's nothing to remove.");
    } else {
      list(console, dryRun ? "This would be removed:" : "Removed:", done);
    }
    if (!cleanup.remaining().isEmpty()) {
      list(console, "Kept:", cleanup.remaining());
    }
    cleanup
        .engineFault()
        .ifPresent(fault ->
            console.error(
                fault.problem() + " There may still be containers.",
                fault.remedy() + " Then run \"deckhand clean\" again."));
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
