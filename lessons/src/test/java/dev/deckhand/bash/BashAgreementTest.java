package dev.deckhand.bash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.deckhand.lesson.Lesson;
import dev.deckhand.lesson.Script;
import dev.deckhand.lesson.Step;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.session.input.CommandFormat;
import dev.deckhand.session.input.SessionCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the parser says of a text is what {@code bash -n} says of it. */
class BashAgreementTest {

  private static final String CHECK_ALL =
      "while IFS= read -r -d '' text; do"
          + " printf '%s\\0' \"$(printf '%s\\n' \"$text\" | LC_ALL=C bash -n 2>&1)\"; done";

  /** What mutations put in. */
  private static final List<String> PIECES =
      List.of(
          "'", "\"", "`", "\\", "$(", ")", "(", "{ ", " }", "|", "||", "&&", ";", "&", "\n", " #",
          " <<E", "<", ">", "${", "}", "$((", "))", " do ", " done", " if ", "\nfi", " x", " [[ ",
          "$'", " esac");

  /**
   * Where bash reads on for other reasons than its grammar: for the end of an array's index, and of
   * a brace in arithmetic.
   */
  private static final Pattern UNDECIDED =
      Pattern.compile("\\w\\[[^]]*$|=\\(.*\\[|\\(\\(.*\\$\\{", Pattern.DOTALL);

  private enum Reading {
    COMPLETE,
    INCOMPLETE,
    SYNTAX_ERROR
  }

  /** Older versions of bash parse substitutions in another way. */
  @BeforeAll
  static void needsBash52() throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-c", "((BASH_VERSINFO * 100 + BASH_VERSINFO[1] >= 502))")
            .start();
    assumeThat(bash.waitFor()).isZero();
  }

  @Test
  void commandsOfAllLessonsAreComplete() throws Exception {
    assertAgreement(lessonCommands(), true);
    assertThat(lessonCommands())
        .hasSizeGreaterThan(400)
        .allSatisfy(command -> {
          var read = ShellParser.command(command, 0);
          assertThat(read.complete()).isTrue();
          assertThat(read.end()).isEqualTo(command.length());
        });
  }

  @Test
  void oddLinesAreReadAsBashReadsThem() throws Exception {
    assertAgreement(OddLines.ALL, true);
  }

  @Test
  void brokenCommandsAreReadAsBashReadsThem() throws Exception {
    var random = new Random(12);
    var originals = new ArrayList<>(OddLines.ALL);
    originals.addAll(lessonCommands().stream().limit(200).toList());
    var mutated = new LinkedHashSet<String>();
    for (String original : originals) {
      mutated.add(original.substring(0, random.nextInt(original.length() + 1)));
      for (int i = 0; i < 3; i++) {
        int at = random.nextInt(original.length() + 1);
        int end = Math.min(original.length(), at + random.nextInt(3));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        mutated.add(original.substring(0, at) + piece + original.substring(end));
      }
    }
    mutated.removeIf(text -> UNDECIDED.matcher(text).find());
    assertThat(mutated).hasSizeGreaterThan(1000);
    assertAgreement(List.copyOf(mutated), false);
  }

  private static List<String> lessonCommands() {
    PackLibrary library = PackLibrary.builtIn();
    return library.lessons().stream()
        .flatMap(card -> library.lesson(card.id()).stream())
        .map(Lesson::steps)
        .flatMap(List::stream)
        .flatMap(BashAgreementTest::commands)
        .filter(command -> CommandFormat.parse(command) instanceof SessionCommand.Shell)
        .filter(command -> !command.matches("(?s)(answer|choose|note|check|reset|edit)\\b.*"))
        .distinct()
        .toList();
  }

  private static Stream<String> commands(Step step) {
    var scripts = new ArrayList<Script>();
    scripts.addAll(step.setup());
    scripts.addAll(step.alternatives());
    scripts.addAll(step.wrongs());
    Stream.ofNullable(step.solution()).forEach(scripts::add);
    return Stream.concat(
        step.offeredCommands().stream().filter(one -> !one.java()).map(one -> one.text()),
        scripts.stream().flatMap(script -> script.entries().stream()));
  }

  private static void assertAgreement(List<String> texts, boolean withErrors) throws Exception {
    List<Reading> expected = readByBash(texts);
    var differences = new ArrayList<String>();
    for (int i = 0; i < texts.size(); i++) {
      boolean complete = isComplete(texts.get(i));
      boolean wanted = expected.get(i) != Reading.INCOMPLETE;
      if (complete != wanted && (withErrors || expected.get(i) != Reading.SYNTAX_ERROR)) {
        differences.add(expected.get(i) + ": " + texts.get(i).replace("\n", "\u23ce"));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static boolean isComplete(String text) {
    int at = 0;
    boolean complete = true;
    while (complete && at < text.length()) {
      ShellCommand command = ShellParser.command(text, at);
      complete = command.complete();
      at = command.end();
    }
    return complete;
  }

  private static List<Reading> readByBash(List<String> texts) throws Exception {
    var readings = new ArrayList<>(errors(texts).stream().map(BashAgreementTest::reading).toList());
    // bash -n passes over a backslash at the very end; a quote in its place tells if it counts
    List<Integer> continued =
        IntStream.range(0, texts.size())
            .filter(i -> texts.get(i).endsWith("\\") && readings.get(i) == Reading.COMPLETE)
            .boxed()
            .toList();
    List<String> errors =
        errors(continued.stream().map(i -> texts.get(i).replaceFirst("(?s)\\\\\\z", "'")).toList());
    for (int i = 0; i < continued.size(); i++) {
      if (reading(errors.get(i)) == Reading.INCOMPLETE) {
        readings.set(continued.get(i), Reading.INCOMPLETE);
      }
    }
    return readings;
  }

  private static List<String> errors(List<String> texts) throws Exception {
    Process bash = new ProcessBuilder("bash", "-c", CHECK_ALL).start();
    Thread writer = Thread.ofVirtual().start(() -> write(bash, texts));
    String answers = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();
    return List.of(answers.split("\0", -1));
  }

  private static void write(Process bash, List<String> texts) {
    try (var out = bash.getOutputStream()) {
      for (String text : texts) {
        out.write((text + "\0").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Reading reading(String error) {
    if (error.contains("syntax error near")
        || error.contains("conditional binary operator")
        || error.contains("conditional unary operator")
        || error.contains("unterminated here-document")
        || error.contains("expected `)'")) {
      return Reading.SYNTAX_ERROR;
    }
    if (error.contains("unexpected end of file")
        || error.contains("unexpected EOF")
        || error.contains("unexpected token `EOF'")
        || error.contains("delimited by end-of-file")) {
      return Reading.INCOMPLETE;
    }
    return error.contains("error") ? Reading.SYNTAX_ERROR : Reading.COMPLETE;
  }
}
