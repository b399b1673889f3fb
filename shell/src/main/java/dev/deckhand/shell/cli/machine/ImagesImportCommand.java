package dev.deckhand.shell.cli.machine;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.ImageExchange;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ConsoleProgress;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand images import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Load the images of a file that \"deckhand images export\" made.",
      "The whole file is checked first; if anything is wrong with it, nothing is loaded. Images"
          + " that the engine has already aren't loaded again, so an interrupted import continues.",
      "Labs run these images with all rights: import files only from people you trust, and compare"
          + " the digest."
    })
public final class ImagesImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  Path file = Path.of("");

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Refuse the file unless it has the digest that the export printed.")
  String digest = "";

  @Option(names = "--dry-run", description = "Check the file, and list what would be loaded.")
  boolean dryRun;

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public ImagesImportCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, UserError, InterruptedException {
    var console = deckhand.console(context);
    ImageExchange.Imported imported;
    try (ImageExchange exchange = context.imageExchange()) {
      imported = load(exchange, console);
    } catch (ImageArchiveFault fault) {
      throw new UserError(fault.problem(), fault.remedy());
    }
    if (json) {
      printJson(imported);
    } else {
      print(console, imported);
    }
    return ExitCode.OK.code();
  }

  private ImageExchange.Imported load(ImageExchange exchange, CommandConsole console)
      throws IOException, ImageArchiveFault, InterruptedException {
    var options = new ImageExchange.ImportOptions(digest, dryRun);
    if (json) {
      return exchange.importFrom(file, options, BootProgress.SILENT);
    }
    try (var progress = new ConsoleProgress(console)) {
      return exchange.importFrom(file, options, progress);
    }
  }

  private void print(CommandConsole console, ImageExchange.Imported imported) {
    ImagesReport.print(console, imported.images());
    console.print("Exported by Deckhand " + imported.version() + " at " + imported.created());
    console.print("Digest: " + imported.digest());
    console.print(
        dryRun
            ? "The file is complete and undamaged. Nothing was loaded."
            : "The images are here. Start with: deckhand learn");
  }

  private void printJson(ImageExchange.Imported imported) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("file", file.toString());
    fields.put("digest", imported.digest());
    fields.put("version", imported.version());
    fields.put("created", imported.created());
    fields.put("dryRun", dryRun);
    fields.put("images", imported.images().stream().map(ImagesReport::fields).toList());
    context.environment().out().println(PrettyJson.of(fields));
  }
}
