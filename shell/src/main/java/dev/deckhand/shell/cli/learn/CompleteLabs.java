package dev.deckhand.shell.cli.learn;

import dev.deckhand.file.AtomicFile;
import dev.deckhand.lesson.LabNeeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remembers the labs that lacked nothing when they were last examined, so that the shell can open
 * before the engine is asked again. Only a hint: a lab that can't be started says why.
 *
 * @param file one line for each lab, the oldest first
 */
record CompleteLabs(Path file, Map<String, String> variables) {

  /** What else decides which engine and which images a lab uses. */
  private static final List<String> CHOICES =
      List.of("DOCKER_HOST", "DOCKER_CONTEXT", "DECKHAND_ENGINE_IMAGE", "DECKHAND_CLUSTER_IMAGE");

  private static final int LIMIT = 200;

  boolean contains(LabNeeds needs) {
    return lines().contains(line(needs));
  }

  void add(LabNeeds needs) {
    List<String> lines = lines();
    if (!lines.contains(line(needs))) {
      lines.add(line(needs));
      write(lines.subList(Math.max(0, lines.size() - LIMIT), lines.size()));
    }
  }

  void remove(LabNeeds needs) {
    List<String> lines = lines();
    if (lines.remove(line(needs))) {
      write(lines);
    }
  }

  private String line(LabNeeds needs) {
    return Stream.of(
            sorted(needs.labs()),
            sorted(needs.images()),
            sorted(needs.abilities()),
            CHOICES.stream()
                .map(name -> variables.getOrDefault(name, ""))
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("|"))
        .replace('\n', ' ');
  }

  private static String sorted(Collection<?> values) {
    var words = new TreeSet<String>();
    values.forEach(value -> words.add(value.toString()));
    return String.join(" ", words);
  }

  private List<String> lines() {
    try {
      return new ArrayList<>(
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException none) {
      return new ArrayList<>();
    }
  }

  private void write(List<String> lines) {
    try {
      AtomicFile.write(file, String.join("\n", lines) + "\n");
    } catch (IOException unwritable) {
      // then the engine is asked first next time, too
    }
  }
}
