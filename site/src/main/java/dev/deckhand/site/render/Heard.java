package dev.deckhand.site.render;

import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.log.LogHandler;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** What Asciidoctor and its converters say while they work, for as long as this is open. */
final class Heard implements AutoCloseable {

  private final Asciidoctor asciidoctor;
  private final List<String> said = new ArrayList<>();
  private final LogHandler handler = this::hear;

  private Heard(Asciidoctor asciidoctor) {
    this.asciidoctor = asciidoctor;
  }

  static Heard from(Asciidoctor asciidoctor) {
    var heard = new Heard(asciidoctor);
    asciidoctor.registerLogHandler(heard.handler);
    return heard;
  }

  private void hear(LogRecord one) {
    if (one.getSeverity().compareTo(Severity.WARN) >= 0 && !said.contains(one.getMessage())) {
      said.add(one.getMessage());
    }
  }

  /** Warnings and errors, each once, in their order. */
  List<String> complaints() {
    return List.copyOf(said);
  }

  @Override
  public void close() {
    asciidoctor.unregisterLogHandler(handler);
  }
}
