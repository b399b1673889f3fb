package dev.deckhand.site.render;

import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** What Asciidoctor and its converters say while they work, for as long as this is open. */
final class AsciidoctorLog implements AutoCloseable {

  private final Asciidoctor asciidoctor;
  private final List<String> messages = new ArrayList<>();
  private final LogHandler handler = this::record;

  private AsciidoctorLog(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  static AsciidoctorLog attach(Asciidoctor asciidoctor) {
    var asciidoctorLog = new AsciidoctorLog(asciidoctor);
    asciidoctor.registerLogHandler(asciidoctorLog.handler);
    return asciidoctorLog;
  }

  private void record(LogRecord one) {
    if (one.getSeverity().compareTo(Severity.WARN) >= 0 && !messages.contains(one.getMessage())) {
      messages.add(one.getMessage());
    }
  }

  /** Warnings and errors, each once, in their order. */
  List<String> warnings() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    asciidoctor.unregisterLogHandler(handler);
  }
}
