package dev.deckhand.shell.cli.machine;

import dev.deckhand.lab.ImageExchange.Carried;
import dev.deckhand.shell.cli.common.CommandConsole;
import dev.deckhand.shell.view.report.MachineReportView;
import dev.deckhand.shell.view.style.StatusMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The images of a file, for people and for programs. */
final class ImagesReport {

  private static final long MEGA = 1_000_000;

  private ImagesReport() {}

  static void print(CommandConsole console, List<Carried> images) {
    console.printLines(
        new MachineReportView(console.renderContext())
            .lines(images.stream().map(ImagesReport::row).toList()));
  }

  private static MachineReportView.Row row(Carried image) {
    String outcome =
        switch (image.outcome()) {
          case EXPORTED -> "exported";
          case PRESENT -> "was here already";
          case LOADED -> "loaded";
          case REPLACED -> "loaded; the name belonged to another image";
          case CHECKED -> "not here";
        };
    String found =
        "%s, %s, %s, %s"
            .formatted(outcome, size(image.bytes()), image.platform(), brief(image.config()));
    return new MachineReportView.Row(StatusMark.GOOD, image.name(), found, "");
  }

  static Map<String, Object> fields(Carried image) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", image.name());
    fields.put("config", image.config());
    fields.put("platform", image.platform());
    fields.put("bytes", image.bytes());
    fields.put("outcome", image.outcome().name().toLowerCase(Locale.ROOT));
    return fields;
  }

  /** The beginning of a digest, as Docker shows it. */
  static String brief(String digest) {
    return digest.substring(0, Math.min(digest.length(), "sha256:".length() + 12));
  }

  static String size(long bytes) {
    return bytes < 1000 * MEGA
        ? (bytes + MEGA - 1) / MEGA + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / (1000.0 * MEGA));
  }
}
