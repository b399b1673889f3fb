package dev.deckhand.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads this machine's memory from the kernel. */
final class SystemMemory {

  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

  private SystemMemory() {}

  /** Returns the available memory without swapping, in bytes; empty if unknown. */
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
