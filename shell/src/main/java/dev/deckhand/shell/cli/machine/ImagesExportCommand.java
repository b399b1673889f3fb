package dev.deckhand.shell.cli.machine;

import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.ImageArchiveFault;
import dev.deckhand.lab.ImageExchange;
import dev.deckhand.lesson.LabNeeds;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.ConsoleProgress;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.cli.common.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deckhand images export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write the images of labs to a file, for machines that can neither pull nor build them.",
      "The file is an OCI image layout in a tar, with each layer once. It has its name when it's"
          + " complete; until then it's FILE.part, from which the same command continues."
    })
public final class ImagesExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file to write, for instance labs.tar.")
  Path file = Path.of("");

  @Mixin ImageSelection selection = new ImageSelection();

  @Option(names = "--force", description = "Replace FILE if it exists.")
  boolean force;

  @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public ImagesExportCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, UserError, InterruptedException {
    checkFile();
    List<LabNeeds> needs = selection.needs(context);
    var console = deckhand.console(context);
    ImageExchange.Exported exported;
    try (ImageExchange exchange = context.imageExchange()) {
      exported = export(exchange, needs, console);
    } catch (ImageArchiveFault fault) {
      throw new UserError(fault.problem(), fault.remedy());
    }
    if (json) {
      printJson(exported);
    } else {
      print(console, exported);
    }
    return ExitCode.OK.code();
  }

  private void checkFile() throws UserError {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new UserError(
          file + " is a folder.", "Name a file in it, for instance " + file.resolve("labs.tar"));
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UserError("There is no folder " + folder + ".", "Create it first.");
    }
    if (Files.exists(file) && !force) {
      throw new UserError(
          file + " exists already.", "Choose another name, or add --force to replace it.");
    }
  }

  private ImageExchange.Exported export(
      ImageExchange exchange, List<LabNeeds> needs, CommandConsole console)
      throws IOException, ImageArchiveFault, InterruptedException {
    if (json) {
      return exchange.exportTo(file, needs, BootProgress.SILENT);
    }
    try (var progress = new ConsoleProgress(console)) {
      return exchange.exportTo(file, needs, progress);
    }
  }

  private void print(CommandConsole console, ImageExchange.Exported exported) {
    ImagesReport.print(console, exported.images());
    if (exported.reusedBytes() > 0) {
      console.print(
          "Kept from the interrupted export: " + ImagesReport.size(exported.reusedBytes()) + ".");
    }
    console.print(file + ": " + ImagesReport.size(exported.bytes()));
    console.print("Digest: " + exported.digest());
    console.print("On the other machine: deckhand images import " + file.getFileName());
  }

  private void printJson(ImageExchange.Exported exported) throws IOException {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("file", file.toString());
    fields.put("digest", exported.digest());
    fields.put("bytes", exported.bytes());
    fields.put("reusedBytes", exported.reusedBytes());
    fields.put("images", exported.images().stream().map(ImagesReport::fields).toList());
    context.environment().out().println(PrettyJson.of(fields));
  }
}
