package dev.deckhand.shell.cli.machine;

import dev.deckhand.lab.ImageExchange;
import dev.deckhand.lab.ImageExchange.Listed;
import dev.deckhand.shell.cli.common.CommandContext;
import dev.deckhand.shell.cli.common.DeckhandCommand;
import dev.deckhand.shell.cli.common.ExitCode;
import dev.deckhand.shell.cli.common.PrettyJson;
import dev.deckhand.shell.cli.common.UserError;
import dev.deckhand.shell.view.report.MachineReportView;
import dev.deckhand.shell.view.style.StatusMark;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deckhand images list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "List the images that labs need, and what the engine has of them.",
      "Exits with 4 if one is missing."
    })
public final class ImagesListCommand implements Callable<Integer> {

  @Mixin ImageSelection selection = new ImageSelection();

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  private final CommandContext context;
  private final DeckhandCommand deckhand;

  public ImagesListCommand(CommandContext context, DeckhandCommand deckhand) {
    this.context = context;
    this.deckhand = deckhand;
  }

  @Override
  public Integer call() throws IOException, UserError {
    List<Listed> images;
    var needs = selection.needs(context);
    try (ImageExchange exchange = context.imageExchange()) {
      images = exchange.list(needs);
    }
    if (json) {
      context
          .environment()
          .out()
          .println(
              PrettyJson.of(
                  Map.of("images", images.stream().map(ImagesListCommand::fields).toList())));
    } else {
      var console = deckhand.console(context);
      console.printLines(
          new MachineReportView(console.renderContext())
              .lines(images.stream().map(ImagesListCommand::row).toList()));
    }
    boolean all = images.stream().allMatch(Listed::usable);
    return (all ? ExitCode.OK : ExitCode.NO_LAB).code();
  }

  private static MachineReportView.Row row(Listed image) {
    if (image.tag().isEmpty()) {
      return new MachineReportView.Row(
          StatusMark.BAD,
          image.name(),
          "not here",
          "Run: deckhand setup. Or import it: deckhand images import FILE");
    }
    String name = image.tag().equals(image.name()) ? "here" : image.tag();
    String found =
        "%s, %s, %s, %s"
            .formatted(
                name,
                ImagesReport.size(image.bytes()),
                image.platform(),
                ImagesReport.brief(image.id()));
    return image.usable()
        ? new MachineReportView.Row(StatusMark.GOOD, image.name(), found, "")
        : new MachineReportView.Row(
            StatusMark.BAD,
            image.name(),
            found + ": for another machine than this engine's",
            "Remove it (docker image rm " + image.tag() + "), and run: deckhand setup");
  }

  private static Map<String, Object> fields(Listed image) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", image.name());
    fields.put("tag", image.tag());
    fields.put("id", image.id());
    fields.put("platform", image.platform());
    fields.put("usable", image.usable());
    fields.put("bytes", image.bytes());
    return fields;
  }
}
