package dev.deckhand.lab.helm;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The flags that set a chart's values. */
final class ChartValueOptions {

  @Option(
      names = {"-f", "--values"},
      split = ",",
      paramLabel = "FILE",
      description = "file with values")
  List<String> files = List.of();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "set a value")
  List<String> values = List.of();

  @Option(names = "--set-string", paramLabel = "KEY=VALUE", description = "set a value as a string")
  List<String> strings = List.of();

  @Option(
      names = "--set-file",
      paramLabel = "KEY=FILE",
      description = "set a value to a file's text")
  List<String> texts = List.of();

  /** Hands the values to one of Helm's commands, and then runs it. */
  <T> T callWith(
      HelmContext context,
      Consumer<Path> addFile,
      BiConsumer<String, Object> set,
      BiConsumer<String, Path> setFile,
      Supplier<T> call) {
    files.forEach(file -> addFile.accept(context.path(file)));
    assignments("--set", values).forEach(set);
    assignments("--set-file", texts)
        .forEach((key, file) -> setFile.accept(key, context.path(file)));
    try (var stringFiles = SetStringFiles.of(assignments("--set-string", strings))) {
      stringFiles.forEach(setFile);
      return call.get();
    }
  }

  /** Splits at commas, except after a backslash and within braces. */
  static Map<String, String> assignments(String flag, List<String> typed) {
    var assignments = new LinkedHashMap<String, String>();
    for (String value : typed) {
      for (String assignment : value.split("(?<!\\\\),(?=[^{}]*(?:\\{|$))", -1)) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
          throw new HelmCommandException(
              flag + " expects KEY=VALUE, but got \"" + assignment + "\".");
        }
        assignments.put(assignment.substring(0, equals), assignment.substring(equals + 1));
      }
    }
    return assignments;
  }
}
