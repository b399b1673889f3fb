package dev.deckhand.workshop.web;

import java.util.List;
import java.util.Map;

/** Figures of a workshop that others measure, for {@code /metrics}. */
@FunctionalInterface
public interface WorkshopMetrics {

  /** Nothing. */
  WorkshopMetrics NONE = List::of;

  /** The figures now. */
  List<Family> read();

  /** What a figure is. */
  enum Kind {
    COUNTER,
    GAUGE,
    HISTOGRAM
  }

  /**
   * Figures of one name.
   *
   * @param name small letters, digits and {@code _}, with its unit: {@code deckhand_check_seconds}
   * @param help one sentence
   */
  record Family(String name, Kind kind, String help, List<Sample> samples) {

    public Family {
      samples = List.copyOf(samples);
      if (!name.matches("[a-z][a-z0-9_]*")) {
        throw new IllegalArgumentException("not the name of a figure: " + name);
      }
    }

    /** A family of one figure. */
    static Family of(String name, Kind kind, String help, double value) {
      return new Family(name, kind, help, List.of(new Sample("", Map.of(), value)));
    }
  }

  /**
   * One figure.
   *
   * @param suffix {@code _bucket}, {@code _sum} or {@code _count} for a histogram
   */
  record Sample(String suffix, Map<String, String> labels, double value) {
    public Sample {
      labels = Map.copyOf(labels);
    }
  }
}
