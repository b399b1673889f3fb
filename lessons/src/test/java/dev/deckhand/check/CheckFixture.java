package dev.deckhand.check;

import dev.deckhand.check.document.CheckBlockFixture;
import dev.deckhand.check.pattern.DataNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Judges checks that are written as in a lesson against objects that are written as YAML. */
public final class CheckFixture {
  private static final Judge JUDGE = new Judge(CheckBlockFixture.EXPRESSIONS);

  private final Check check;
  private List<DataNode> before = List.of();

  private CheckFixture(Check check) {
    this.check = check;
  }

  public static CheckFixture of(String body) {
    return new CheckFixture(CheckBlockFixture.check(body));
  }

  static CheckFixture of(String body, Map<String, String> attributes) {
    return new CheckFixture(CheckBlockFixture.check(body, attributes));
  }

  CheckFixture before(String... objects) {
    this.before = Stream.of(objects).map(CheckBlockFixture::object).toList();
    return this;
  }

  /** Judges the check, all of whose documents are about the same subject. */
  public Verdict verdictOn(String... objects) {
    return verdictOnAll(Stream.of(objects).map(CheckBlockFixture::object).toList());
  }

  Verdict verdictOnAll(List<DataNode> objects) {
    var now = new HashMap<Subject, Observation>();
    var then = new HashMap<Subject, Observation>();
    for (Expectation expectation : check.expectations()) {
      now.put(expectation.subject(), new Observation.Snapshot(objects));
      then.put(expectation.subject(), new Observation.Snapshot(before));
    }
    return JUDGE.judge(check, new Evidence(now, then));
  }

  static Verdict verdictOnAnswer(String body, String object, String answer) {
    Question question = CheckBlockFixture.question(body);
    Subject subject = question.expectations().getFirst().subject();
    var seen =
        Map.<Subject, Observation>of(
            subject, new Observation.Snapshot(List.of(CheckBlockFixture.object(object))));
    return JUDGE.judge(question, new Evidence(seen, seen), answer);
  }

  public static List<String> sentences(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> List.of();
      case Verdict.Failed(var findings) ->
          findings.stream().map(Verdict.Finding::sentence).toList();
      case Verdict.Undecided(var why, var next) -> List.of("undecided: " + why + " " + next);
    };
  }
}
