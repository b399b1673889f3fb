package dev.deckhand.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of this machine, as its kernel tells it. */
final class SystemMemory {

  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

  private SystemMemory() {}

  /** How much could be taken without swapping, in bytes; empty where no file tells. */
  static OptionalLong availableBytes(Path meminfo) {
    try {
      List<String> lines = Files.readAllLines(meminfo);
      return lines.stream()
          .map(AVAILABLE::matcher)
          .filter(Matcher::matches)
          .mapToLong(line -> Long.parseLong(line.group(1)) * 1024)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }
}
