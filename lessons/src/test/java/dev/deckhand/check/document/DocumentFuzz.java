package dev.deckhand.check.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Expressions;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Node;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Place;
import dev.deckhand.check.Subject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads any bytes as the body of a check and of a question, and judges by it what can be read. The
 * first line holds the block's attributes, as {@code within=5s,count=3,%keep}. Jazzer can drive it
 * as well as the build does.
 */
public final class DocumentFuzz {
  private static final Place BLOCK = new Place("x.adoc", 10);
  private static final Place BODY = new Place("x.adoc", 12);
  private static final Node OBJECT =
      Blocks.object(
          """
          metadata: {name: web, uid: u, labels: {app: web}}
          spec: {replicas: 2, template: {spec: {containers: [{name: a, image: "nginx:1.27"}]}}}
          status: {phase: Running, readyReplicas: 2, conditions: [{type: Ready, status: "True"}]}
          State: {Running: true, ExitCode: 137}
          """);

  private DocumentFuzz() {}

  /** Fails by an exception; the name is Jazzer's. */
  public static void fuzzerTestOneInput(byte[] data) {
    String[] parts = new String(data, StandardCharsets.UTF_8).split("\n", 2);
    var attributes = new HashMap<String, String>();
    var options = new java.util.HashSet<String>();
    for (String one : parts[0].split(",", -1)) {
      String[] pair = one.split("=", 2);
      if (one.startsWith("%")) {
        options.add(one.substring(1));
      } else if (pair.length == 2) {
        attributes.put(pair[0], pair[1]);
      }
    }
    read(parts.length > 1 ? parts[1] : "", attributes, options);
  }

  private static void read(String body, Map<String, String> attributes, Set<String> options) {
    // one for each input: what is compiled is kept, and a fuzzer compiles for hours
    var expressions = new Expressions();
    var reader = new CheckReader(expressions);
    var check = new CheckBlock("1.1", "It is so", attributes, options, BLOCK, body, BODY);
    switch (reader.check(check)) {
      case Reading.Sound<Check>(var sound) -> judge(sound, expressions);
      case Reading.Flawed<Check>(var flaws) -> review(flaws, body);
    }
    var question = new CheckBlock("1.q1", "Why?", Map.of(), Set.of(), BLOCK, body, BODY);
    if (reader.question(question) instanceof Reading.Flawed<?>(var flaws)) {
      review(flaws, body);
    }
  }

  private static void judge(Check check, Expressions expressions) {
    var seen = new HashMap<Subject, Observation>();
    for (Expectation expectation : check.expectations()) {
      seen.put(expectation.subject(), new Observation.Seen(List.of(OBJECT)));
    }
    if (new Judge(expressions).judge(check, new Evidence(seen, seen)) == null) {
      throw new AssertionError("no verdict");
    }
  }

  private static void review(List<Flaw> flaws, String body) {
    long last = BODY.line() + body.chars().filter(c -> c == '\n').count();
    for (Flaw flaw : flaws) {
      int line = flaw.place().line();
      boolean placed = line == BLOCK.line() || (line >= BODY.line() && line <= last);
      if (!placed || flaw.message().isBlank() || flaw.remedy().isBlank()) {
        throw new AssertionError("out of place: " + flaw);
      }
    }
  }
}
