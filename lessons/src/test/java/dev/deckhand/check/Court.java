package dev.deckhand.check;

import dev.deckhand.check.document.Blocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges checks that are written as in a lesson against objects that are written as YAML. */
final class Court {
  private static final Judge JUDGE = new Judge(Blocks.EXPRESSIONS);

  private final Check check;
  private List<Node> before = List.of();

  private Court(Check check) {
    this.check = check;
  }

  static Court of(String body) {
    return new Court(Blocks.check(body));
  }

  static Court of(String body, Map<String, String> attributes) {
    return new Court(Blocks.check(body, attributes));
  }

  Court before(String... objects) {
    this.before = Stream.of(objects).map(Blocks::object).toList();
    return this;
  }

  /** Judges the check, all of whose documents are about the same subject. */
  Verdict sees(String... objects) {
    return seesAll(Stream.of(objects).map(Blocks::object).toList());
  }

  Verdict seesAll(List<Node> objects) {
    var now = new HashMap<Subject, Observation>();
    var then = new HashMap<Subject, Observation>();
    for (Expectation expectation : check.expectations()) {
      now.put(expectation.subject(), new Observation.Seen(objects));
      then.put(expectation.subject(), new Observation.Seen(before));
    }
    return JUDGE.judge(check, new Evidence(now, then));
  }

  static Verdict answered(String body, String object, String answer) {
    Question question = Blocks.question(body);
    Subject subject = question.expectations().getFirst().subject();
    var seen =
        Map.<Subject, Observation>of(subject, new Observation.Seen(List.of(Blocks.object(object))));
    return JUDGE.judge(question, new Evidence(seen, seen), answer);
  }

  static List<String> sentences(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> List.of();
      case Verdict.Failed(var findings) ->
          findings.stream().map(Verdict.Finding::sentence).toList();
      case Verdict.Undecided(var why, var next) -> List.of("undecided: " + why + " " + next);
    };
  }
}
