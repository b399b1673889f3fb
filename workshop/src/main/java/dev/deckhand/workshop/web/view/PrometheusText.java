package dev.deckhand.workshop.web.view;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures in Prometheus' text format. */
public final class PrometheusText {

  /** Its type, for HTTP. */
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder();

  /** Begins figures of one name. */
  public PrometheusText family(String name, String kind, String help) {
    text.append("# HELP ").append(name).append(' ').append(escape(help)).append('\n');
    text.append("# TYPE ")
        .append(name)
        .append(' ')
        .append(kind.toLowerCase(Locale.ROOT))
        .append('\n');
    return this;
  }

  /** Adds a figure. */
  public PrometheusText sample(String name, Map<String, String> labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append(
          labels.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(one -> one.getKey() + "=\"" + escape(one.getValue()).replace("\"", "\\\"") + '"')
              .collect(Collectors.joining(",", "{", "}")));
    }
    text.append(' ').append(number(value)).append('\n');
    return this;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String escape(String words) {
    return words.replace("\\", "\\\\").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
