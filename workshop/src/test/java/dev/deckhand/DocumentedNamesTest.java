package dev.deckhand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The types and tests that documents name exist, so that a renaming doesn't leave them behind. */
class DocumentedNamesTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of("lessons", "labs", "site", "shell", "workshop");

  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w+)");

  private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w+(?:Test|IT))\\b");

  /** A name in backquotes, perhaps with a package before it and a method behind it. */
  private static final Pattern TYPE = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]\\w+)(?:[.(<`])");

  /** Types of other projects that the architecture mentions. */
  private static final Set<String> FOREIGN = Set.of("System");

  @Test
  void testsThatDocumentsNameExist() throws IOException {
    Set<String> declared = declaredTypes();
    var missing = new TreeSet<String>();
    for (Path document : documents()) {
      names(TEST, document)
          .filter(name -> !declared.contains(name))
          .forEach(name -> missing.add(document.getFileName() + ": " + name));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void typesOfTheArchitectureExist() throws IOException {
    Set<String> declared = declaredTypes();
    assertThat(names(TYPE, ROOT.resolve("docs/architecture.md")))
        .isNotEmpty()
        .filteredOn(name -> !FOREIGN.contains(name))
        .allSatisfy(name -> assertThat(declared).contains(name));
  }

  private static Stream<String> names(Pattern pattern, Path document) throws IOException {
    return pattern.matcher(Files.readString(document)).results().map(match -> match.group(1));
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
              files.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static Set<String> declaredTypes() throws IOException {
    var types = new TreeSet<String>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          types.addAll(
              DECLARATION
                  .matcher(Files.readString(file))
                  .results()
                  .map(match -> match.group(1))
                  .collect(Collectors.toSet()));
        }
      }
    }
    return types;
  }
}
