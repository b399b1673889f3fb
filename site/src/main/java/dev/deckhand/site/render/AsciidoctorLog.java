package dev.deckhand.site.render;

import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** Collects what Asciidoctor and its converters log until this is closed. */
final class AsciidoctorLog implements AutoCloseable {

  private static final String SECTION = "section";

  private final Asciidoctor asciidoctor;
  private final Runnable sectionBegun;
  private final List<String> messages = new ArrayList<>();
  private final LogHandler handler = this::record;

  private AsciidoctorLog(Asciidoctor asciidoctor, Runnable sectionBegun) {
    this.asciidoctor = asciidoctor;
    this.sectionBegun = sectionBegun;
  }

  static AsciidoctorLog attach(Asciidoctor asciidoctor) {
    return attach(asciidoctor, () -> {});
  }

  /**
   * Listens until this is closed.
   *
   * @param sectionBegun called for each section of a PDF file, see {@code converter.rb}
   */
  static AsciidoctorLog attach(Asciidoctor asciidoctor, Runnable sectionBegun) {
    var asciidoctorLog = new AsciidoctorLog(asciidoctor, sectionBegun);
    asciidoctor.registerLogHandler(asciidoctorLog.handler);
    return asciidoctorLog;
  }

  private void record(LogRecord one) {
    if (one.getSeverity() == Severity.DEBUG && one.getMessage().equals(SECTION)) {
      sectionBegun.run();
    } else if (one.getSeverity().compareTo(Severity.WARN) >= 0
        && !messages.contains(one.getMessage())) {
      messages.add(one.getMessage());
    }
  }

  /** Returns warnings and errors in order, without duplicates. */
  List<String> warnings() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    asciidoctor.unregisterLogHandler(handler);
  }
}
