package dev.deckhand.check.document;

import dev.deckhand.check.Check;
import dev.deckhand.check.Evidence;
import dev.deckhand.check.Expectation;
import dev.deckhand.check.Judge;
import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.cel.CelEvaluator;
import dev.deckhand.check.diagnostic.Diagnostic;
import dev.deckhand.check.diagnostic.SourcePosition;
import dev.deckhand.check.pattern.DataNode;
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
  private static final SourcePosition BLOCK = new SourcePosition("x.adoc", 10);
  private static final SourcePosition BODY = new SourcePosition("x.adoc", 12);
  private static final DataNode OBJECT =
      CheckBlockFixture.object(
          """
          metadata: {name: web, uid: u, labels: {app: web}}
          spec: {replicas: 2, template: {spec: {containers: [{name: a, image: "nginx:1.30"}]}}}
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
    var celEvaluator = new CelEvaluator();
    var reader = new CheckReader(celEvaluator);
    var check = new CheckBlock("1.1", "It is so", attributes, options, BLOCK, body, BODY);
    switch (reader.check(check)) {
      case BlockReadResult.Valid<Check>(var sound) -> judge(sound, celEvaluator);
      case BlockReadResult.Invalid<Check>(var diagnostics) -> review(diagnostics, body);
    }
    var question = new CheckBlock("1.q1", "Why?", Map.of(), Set.of(), BLOCK, body, BODY);
    if (reader.question(question) instanceof BlockReadResult.Invalid<?>(var diagnostics)) {
      review(diagnostics, body);
    }
  }

  private static void judge(Check check, CelEvaluator celEvaluator) {
    var seen = new HashMap<Subject, Observation>();
    for (Expectation expectation : check.expectations()) {
      seen.put(expectation.subject(), new Observation.Snapshot(List.of(OBJECT)));
    }
    if (new Judge(celEvaluator).judge(check, new Evidence(seen, seen)) == null) {
      throw new AssertionError("no verdict");
    }
  }

  private static void review(List<Diagnostic> diagnostics, String body) {
    long last = BODY.line() + body.chars().filter(c -> c == '\n').count();
    for (Diagnostic diagnostic : diagnostics) {
      int line = diagnostic.position().line();
      boolean placed = line == BLOCK.line() || (line >= BODY.line() && line <= last);
      if (!placed || diagnostic.message().isBlank() || diagnostic.remedy().isBlank()) {
        throw new AssertionError("out of place: " + diagnostic);
      }
    }
  }
}
