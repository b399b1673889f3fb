package dev.deckhand.check;

import static dev.deckhand.check.document.CheckBlockFixture.check;
import static dev.deckhand.check.document.CheckBlockFixture.diagnostics;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.deckhand.check.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases, web addresses, commands, files and snippets: read, and judged. */
class DeckhandKindsTest {

  private static final String HTTP = "apiVersion: deckhand/v1\nkind: Http\nurl: http://web/\n";
  private static final String FILE = "apiVersion: deckhand/v1\nkind: File\npath: a/notes.yaml\n";
  private static final String EXEC = "apiVersion: deckhand/v1\nkind: Exec\n";
  private static final String RELEASE = "apiVersion: helm/v1\nkind: Release\n";
  private static final String SNIPPET = "apiVersion: deckhand/v1\nkind: Snippet\nvariable: x\n";

  private static Subject subject(String body) {
    return check(body).expectations().getFirst().subject();
  }

  @Test
  void aReleaseIsNamedAsAnyObjectIsOrAtItsTop() {
    var named = new Subject.HelmRelease("web", "shop");

    assertThat(subject(RELEASE + "metadata: {name: web, namespace: shop}\nrevision: 2"))
        .isEqualTo(named);
    assertThat(subject(RELEASE + "name: web\nnamespace: shop\nrevision: 2")).isEqualTo(named);
    assertThat(subject(RELEASE + "status: deployed"))
        .isEqualTo(new Subject.HelmRelease(null, null));
  }

  @Test
  void aReleaseIsJudgedByItsFields() {
    CheckFixture checkFixture =
        CheckFixture.of(RELEASE + "name: web\nrevision: 2\nvalues: {replicas: 3}");

    assertThat(checkFixture.verdictOn("{name: web, revision: 2, values: {replicas: 3, x: y}}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(
            CheckFixture.sentences(
                checkFixture.verdictOn("{name: web, revision: 1, values: {replicas: 3}}")))
        .containsExactly("Release \"web\": revision is 1, expected 2");
    assertThat(CheckFixture.sentences(checkFixture.verdictOn()))
        .containsExactly("Release \"web\": does not exist, expected to exist");
  }

  @Test
  void aReleaseIsCalledByItsName() {
    CheckFixture any = CheckFixture.of(RELEASE + "status: deployed");

    assertThat(CheckFixture.sentences(any.verdictOn("{name: front, status: failed}")))
        .containsExactly("Release \"front\": status is failed, expected deployed");
  }

  @Test
  void aSubjectInANamespaceThatTheCheckNamesIsCalledWithIt() {
    assertThat(subject(RELEASE + "name: web\nnamespace: ops").displayName())
        .isEqualTo("Release \"web\" in namespace ops");
    assertThat(subject(RELEASE + "name: web").displayName()).isEqualTo("Release \"web\"");
  }

  @Test
  void headersAreFoundInAnyCase() {
    assertThat(
            CheckFixture.of(HTTP + "headers: {content-TYPE: text/html}")
                .verdictOn("{url: x, status: 200, headers: {Content-Type: text/html}}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void anAddressThatIsSilentFailsInPlainWords() {
    assertThat(
            CheckFixture.sentences(
                CheckFixture.of(HTTP + "status: 200").verdictOn("{url: x, error: refused}")))
        .containsExactly("http://web/: nobody answers, expected an answer");
  }

  @Test
  void anAnswerCanBeUnwanted() {
    CheckFixture checkFixture =
        CheckFixture.of(HTTP + "(self.body.contains(\"v1\")): true", Map.of("expect", "absent"));

    assertThat(checkFixture.verdictOn("{status: 200, body: v2}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(CheckFixture.sentences(checkFixture.verdictOn("{status: 200, body: v1}")))
        .containsExactly("http://web/: it says so, expected something else");
  }

  @Test
  void aFileIsThereUnlessItIsSaidOtherwise() {
    assertThat(CheckFixture.sentences(CheckFixture.of(FILE).verdictOn("{path: a, exists: false}")))
        .containsExactly("File \"a/notes.yaml\": does not exist, expected to exist");
    assertThat(CheckFixture.of(FILE + "exists: false").verdictOn("{path: a, exists: false}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(
            CheckFixture.of(FILE, Map.of("expect", "absent")).verdictOn("{path: a, exists: false}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(
            CheckFixture.sentences(
                CheckFixture.of(FILE, Map.of("expect", "absent"))
                    .verdictOn("{path: a, exists: true}")))
        .containsExactly(
            "File \"a/notes.yaml\": it is there, and like that, expected no such file");
  }

  @Test
  void theDocumentsOfAFileAreComparedAsData() {
    assertThat(
            CheckFixture.of(FILE + "yaml: [{kind: Pod, metadata: {name: web}}]")
                .verdictOn(
                    "{exists: true, yaml: [{kind: Service}, {kind: Pod, metadata: {name: web}}]}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void aCommandIsALineOrAList() {
    assertThat(subject(EXEC + "command: ls | wc -l\nexitCode: 0"))
        .isEqualTo(
            new Subject.Execution(
                Subject.Execution.Location.WORKSPACE, "", List.of("bash", "-c", "ls | wc -l")));
    assertThat(subject(EXEC + "in: pod/web\ncommand: [cat, /x]\nexitCode: 0"))
        .isEqualTo(
            new Subject.Execution(Subject.Execution.Location.POD, "web", List.of("cat", "/x")));
    assertThat(
            CheckFixture.sentences(
                CheckFixture.of(EXEC + "in: container/db\ncommand: ls /x\nstdout: b")
                    .verdictOn("{exitCode: 0, stdout: a, stderr: ''}")))
        .containsExactly("\"ls /x\" in container/db: stdout is a, expected b");
  }

  @Test
  void aCommandThatHasNowhereToRunFails() {
    assertThat(
            CheckFixture.sentences(
                CheckFixture.of(EXEC + "in: pod/web\ncommand: ls\nexitCode: 0").verdictOn()))
        .containsExactly("\"ls\" in pod/web: it cannot be run, expected to run");
  }

  @Test
  void aVariableHasATypeAndAValue() {
    CheckFixture checkFixture = CheckFixture.of(SNIPPET + "type: int\n(self.value > 2): true");

    assertThat(checkFixture.verdictOn("{variable: x, type: int, value: 3}"))
        .isInstanceOf(Verdict.Passed.class);
    assertThat(CheckFixture.sentences(checkFixture.verdictOn()))
        .containsExactly("Variable \"x\": does not exist, expected to exist");
  }

  @ParameterizedTest
  @CsvSource({
    "http://my_web:80/, my_web, 80",
    "http://my_web/, my_web, 80",
    "https://front.shop.svc.cluster.local./x?a=b, front.shop.svc.cluster.local., 443",
    "http://10.0.0.1:8080, 10.0.0.1, 8080",
    "http://localhost?q, localhost, 80",
  })
  void anAddressNamesAHostAndAPort(String url, String host, int port) {
    Subject subject =
        check(HTTP.replace("http://web/", url) + "status: 200").expectations().getFirst().subject();
    assertThat(subject)
        .isInstanceOfSatisfying(
            Subject.HttpAnswer.class,
            answer -> {
              assertThat(answer.host()).isEqualTo(host);
              assertThat(answer.port()).isEqualTo(port);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "http://web:0/      ! url cannot be \"http://web:0/\". Write it like"
            + " http://front.shop.svc:8080/health.",
        "http://web:80:80/  ! url cannot be \"http://web:80:80/\". Write it like"
            + " http://front.shop.svc:8080/health.",
        "http://-web/       ! url cannot be \"http://-web/\". Write it like"
            + " http://front.shop.svc:8080/health.",
        "http://w|b/        ! url cannot be \"http://w|b/\". Write it like"
            + " http://front.shop.svc:8080/health.",
        "http://straße/     ! url cannot be \"http://straße/\". Write it like"
            + " http://front.shop.svc:8080/health.",
        "http://[::1]/      ! url cannot be \"http://[::1]/\". Write it like"
            + " http://front.shop.svc:8080/health.",
        "http://web:65536/  ! There is no port 65536. Write one between 1 and 65535.",
        "http://web/a|b     ! The address cannot be read at \"|\". Write such a character with a"
            + " percent sign, as %7C for a bar.",
        "http://web/straße  ! The address cannot be read at \"ß\". Write such a character with a percent sign, as %7C for a bar.",
        "http://web/%zz     ! The address cannot be read at \"%\". Write such a character with a"
            + " percent sign, as %7C for a bar.",
      })
  void anAddressThatNobodyCouldAskIsRefused(String url, String flaw) {
    assertThat(diagnostics(HTTP.replace("http://web/", "'" + url + "'") + "status: 200"))
        .extracting(Diagnostic::toString)
        .containsExactly("a.adoc:14: " + flaw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://web/",
        "web",
        "http://",
        "http://user@web/",
        "http://web/#x",
        "http://a b/"
      })
  void anAddressIsOfTheWeb(String url) {
    assertThat(
            diagnostics("apiVersion: deckhand/v1\nkind: Http\nurl: '" + url + "'\nstatus: 200")
                .getFirst()
                .message())
        .startsWith("url cannot be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../x", "a/../../x", "a//b", "a\\b"})
  void aFileIsInTheWorkspace(String path) {
    assertThat(diagnostics("apiVersion: deckhand/v1\nkind: File\npath: '" + path + "'")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiVersion: deckhand/v1;kind: Htp;url: http://x/ | deckhand/v1 has no kind Htp. Did you"
            + " mean Http?",
        "apiVersion: deckhand/v2;kind: Http;url: http://x/ | deckhand/v2 is not an apiVersion.",
        "apiVersion: helm/v1;kind: Chart;name: x | helm/v1 has no kind Chart.",
        "apiVersion: deckhand/v1;kind: Http;url: http://x/;stats: 200 | Http has no field stats."
            + " Did you mean status?",
        "apiVersion: deckhand/v1;kind: Http;url: http://x/ | does not say what to expect",
        "apiVersion: deckhand/v1;kind: Http;status: 200 | does not say its url",
        "apiVersion: deckhand/v1;kind: Exec;exitCode: 0 | does not say its command",
        "apiVersion: deckhand/v1;kind: Exec;in: pods/x;command: ls;exitCode: 0 | in cannot be"
            + " \"pods/x\"",
        "apiVersion: deckhand/v1;kind: Snippet;variable: a b | variable cannot be",
        "apiVersion: helm/v1;kind: Release;name: x;replicas: 2 | Release has no field replicas.",
      })
  void whatCannotBeMeantIsAFlaw(String body, String message) {
    assertThat(diagnostics(body.replace(';', '\n')).toString()).contains(message);
  }

  @Test
  void whereNobodyAnswersThatIsAllThereIsToSay() {
    var checkFixture =
        CheckFixture.of(HTTP + "status: 200\nheaders: {Server: x}\n(self.body != ''): true");
    assertThat(
            CheckFixture.sentences(
                checkFixture.verdictOn("{url: 'http://web/', error: the connection broke off}")))
        .containsExactly("http://web/: nobody answers, expected an answer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content: x    | {exists: false}             | does not exist, expected to exist",
        "exists: false | {exists: true, content: x}  | exists, expected not to exist",
        "content: x    | {exists: true, content: y.} | content is \"y.\", expected x",
      })
  void aFileThatIsNotThereIsSaidInOneSentence(String asked, String seen, String said) {
    assertThat(CheckFixture.sentences(CheckFixture.of(FILE + asked).verdictOn(seen)))
        .singleElement(STRING)
        .endsWith(said);
  }
}
