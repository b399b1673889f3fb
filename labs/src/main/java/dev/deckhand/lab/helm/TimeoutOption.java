package dev.deckhand.lab.helm;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long a command may take. */
final class TimeoutOption {

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = "how long to wait, such as 90s or 5m")
  Duration timeout = Duration.ofMinutes(5);

  int seconds() {
    return Math.toIntExact(timeout.toSeconds());
  }

  /** Reads Go's durations, such as {@code 1m30s}; a number alone means seconds. */
  static final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String typed) {
      try {
        String text = typed.matches("\\d+") ? typed + "s" : typed;
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      } catch (DateTimeParseException notADuration) {
        throw new TypeConversionException(
            "expected a duration such as 90s or 5m, but got \"" + typed + "\"");
      }
    }
  }
}
