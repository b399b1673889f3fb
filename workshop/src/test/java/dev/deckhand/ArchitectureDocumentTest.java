package dev.deckhand;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the table of packages in {@code docs/architecture.md} against the code. A row names a
 * package, what it does, and the packages that it may use; {@code lesson..} means the package and
 * all below it. With {@code -Dgolden.write=true} the last column is rewritten from the code: read
 * the difference before you commit it.
 */
@AnalyzeClasses(packages = "dev.deckhand", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureDocumentTest {

  private static final String ROOT = "dev.deckhand.";
  private static final Path DOCUMENT = Path.of("../docs/architecture.md");
  private static final String HEADING = "## Who may use whom";
  private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*(?:\\.\\.)?)`");

  @ArchTest
  static void everyPackageUsesOnlyWhatTheDocumentAllows(JavaClasses classes) throws IOException {
    Map<String, Set<String>> used = used(classes);
    if (Boolean.getBoolean("golden.write")) {
      rewrite(used);
    }
    Map<String, Set<String>> allowed = table();
    assertThat(allowed.keySet()).as("packages in the document").isEqualTo(used.keySet());
    var violations = new TreeSet<String>();
    used.forEach((name, targets) ->
        targets.stream()
            .filter(target -> !isAllowed(target, allowed.get(name)))
            .forEach(target -> violations.add(name + " uses " + target)));
    assertThat(violations).as("uses that docs/architecture.md doesn't allow").isEmpty();
  }

  @ArchTest
  static void theDocumentAllowsNothingThatIsNotUsed(JavaClasses classes) throws IOException {
    Map<String, Set<String>> used = used(classes);
    var unused = new TreeSet<String>();
    table()
        .forEach((name, rules) ->
            rules.stream()
                .filter(rule ->
                    used.getOrDefault(name, Set.of()).stream()
                        .noneMatch(target -> isAllowed(target, Set.of(rule))))
                .forEach(rule -> unused.add(name + " doesn't use " + rule)));
    assertThat(unused).isEmpty();
  }

  private static boolean isAllowed(String target, Set<String> rules) {
    return rules.stream()
        .anyMatch(rule ->
            rule.endsWith("..")
                ? (target + ".").startsWith(rule.substring(0, rule.length() - 1))
                : rule.equals(target));
  }

  private static Map<String, Set<String>> used(JavaClasses classes) {
    var used = new TreeMap<String, Set<String>>();
    for (JavaClass type : classes) {
      String name = nameOf(type);
      Set<String> targets = used.computeIfAbsent(name, _ -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(ROOT) && !nameOf(target).equals(name)) {
          targets.add(nameOf(target));
        }
      }
    }
    return used;
  }

  private static String nameOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }

  private static void rewrite(Map<String, Set<String>> used) throws IOException {
    String document = Files.readString(DOCUMENT);
    int start = document.indexOf(HEADING);
    String table =
        ROW.matcher(document.substring(start))
            .replaceAll(row -> {
              Set<String> targets = used.getOrDefault(row.group(1), Set.of());
              String names =
                  targets.isEmpty()
                      ? "–"
                      : targets.stream().map(name -> "`" + name + "`").collect(joining(", "));
              return Matcher.quoteReplacement(
                  row.group().substring(0, row.start(2) - row.start()) + " " + names + " |");
            });
    Files.writeString(DOCUMENT, document.substring(0, start) + table);
  }

  private static Map<String, Set<String>> table() throws IOException {
    var table = new TreeMap<String, Set<String>>();
    String document = Files.readString(DOCUMENT);
    Matcher row = ROW.matcher(document.substring(document.indexOf(HEADING)));
    while (row.find()) {
      var rules = new TreeSet<String>();
      Matcher rule = NAME.matcher(row.group(2));
      while (rule.find()) {
        rules.add(rule.group(1));
      }
      assertThat(table.put(row.group(1), rules)).as(row.group(1)).isNull();
    }
    assertThat(table).isNotEmpty();
    return table;
  }
}
