package dev.deckhand.shell.cli.common;

import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.preflight.LabVersion;
import dev.deckhand.lesson.version.VersionedTool;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the program's version, and those that a lab would have. */
public final class VersionReport implements IVersionProvider {

  private final CommandContext context;

  public VersionReport(CommandContext context) {
    this.context = context;
  }

  @Override
  public String[] getVersion() throws InterruptedException {
    return Stream.concat(Stream.of("deckhand " + DeckhandCommand.VERSION), labs())
        .toArray(String[]::new);
  }

  /** The first line is the program's own, whatever the machine says. */
  private Stream<String> labs() throws InterruptedException {
    try {
      List<LabVersion> versions =
          context.provisioner().labVersions(List.of(VersionedTool.values())).versions();
      return versions.stream().map(VersionReport::line);
    } catch (LabFault fault) {
      return Stream.of(fault.problem() + " " + fault.remedy());
    }
  }

  private static String line(LabVersion version) {
    // picocli reads "@|" as markup, which neither images nor paths contain
    return "labs: " + version.tool().title() + " " + version.found();
  }
}
