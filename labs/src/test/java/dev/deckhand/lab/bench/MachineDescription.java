package dev.deckhand.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine that is measured on, in a line. */
final class MachineDescription {

  private MachineDescription() {}

  static String describe() {
    return String.format(
        Locale.ROOT,
        "%d × %s, %s of memory, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        line("/proc/cpuinfo", "model name"),
        memory(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"));
  }

  /** How many processes want a processor, over one, five and fifteen minutes. */
  static String load() {
    try {
      return Stream.of(Files.readString(Path.of("/proc/loadavg")).split(" "))
          .limit(3)
          .collect(Collectors.joining(", "));
    } catch (IOException elsewhere) {
      return "unknown";
    }
  }

  private static String memory() {
    String kilobytes = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return kilobytes.isEmpty() ? "?" : Math.round(Long.parseLong(kilobytes) / 1e6) + " GB";
  }

  private static String line(String file, String key) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor");
    } catch (IOException elsewhere) {
      return "processor";
    }
  }
}
