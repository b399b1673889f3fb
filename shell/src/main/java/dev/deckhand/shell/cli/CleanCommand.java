package dev.deckhand.shell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code deckhand clean}. */
@Command(
    name = "clean",
    mixinStandardHelpOptions = true,
    description = {
      "Remove what Deckhand made: containers, networks, volumes, and the files of sessions.",
      "Your progress, notes and files stay unless --work is given; the images stay unless --images."
          + " What a running shell needs is left, and named."
    })
final class CleanCommand implements Callable<Integer> {

  @ParentCommand @Nullable DeckhandCommand parent;

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

  private final Ports ports;

  CleanCommand(Ports ports) {
    this.ports = ports;
  }

  @Override
  public Integer call() throws IOException {
    var voice = new Voice(ports.outside(), parent != null && parent.plain);
    var options = new Cleaning.Options(work, images, ports.state().learner());
    try (var cleaning = new Cleaning(ports, options)) {
      cleaning.plan(new CleanFiles(Path.of(System.getProperty("java.io.tmpdir", "/tmp"))));
      boolean something = !cleaning.planned().isEmpty();
      if (something && !dryRun && !agreed(voice, cleaning)) {
        return refused(voice);
      }
      if (!dryRun) {
        cleaning.carryOut();
      }
      tell(voice, cleaning);
      return (cleaning.noEngine().isPresent() ? ExitCode.NO_LAB : ExitCode.OK).code();
    }
  }

  private boolean agreed(Voice voice, Cleaning cleaning) {
    if (parent != null && parent.yes) {
      return true;
    }
    if (!ports.outside().interactive()) {
      return false;
    }
    list(voice, "This will be removed:", cleaning.planned());
    return voice.agrees("Remove it?");
  }

  private int refused(Voice voice) {
    if (ports.outside().interactive()) {
      voice.say("Nothing was removed.");
      return ExitCode.OK.code();
    }
    voice.trouble(
        "Nothing was removed: nobody can be asked here.",
        "Give --yes, or look first with --dry-run.");
    return ExitCode.USAGE.code();
  }

  private void tell(Voice voice, Cleaning cleaning) throws IOException {
    List<CleanItem> done = dryRun ? cleaning.planned() : cleaning.removed();
    if (json) {
      ports.outside().out().println(PrettyJson.of(fields(cleaning, done)));
      return;
    }
    if (done.isEmpty()) {
      voice.say("There is nothing to remove.");
    } else {
      list(voice, dryRun ? "This would be removed:" : "Removed:", done);
    }
    if (!cleaning.left().isEmpty()) {
      list(voice, "Left:", cleaning.left());
    }
    cleaning
        .noEngine()
        .ifPresent(fault ->
            voice.trouble(
                fault.what() + " Whether containers are left is not known.",
                fault.next() + " Then clean again."));
    if (!work) {
      voice.say(
          "Your progress, notes and files are in "
              + ports.state().root()
              + "; --work removes them.");
    }
  }

  private static void list(Voice voice, String title, List<CleanItem> items) {
    voice.say(title);
    items.forEach(
        item -> voice.say("  " + item.kind() + " " + item.name() + " (" + item.why() + ")"));
  }

  private Map<String, Object> fields(Cleaning cleaning, List<CleanItem> done) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("dryRun", dryRun);
    fields.put("removed", done);
    fields.put("left", cleaning.left());
    fields.put("engine", cleaning.noEngine().isEmpty() ? "asked" : "not reached");
    return fields;
  }
}
