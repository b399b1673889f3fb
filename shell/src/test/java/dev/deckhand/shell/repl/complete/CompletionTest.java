package dev.deckhand.shell.repl.complete;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.NameQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

class CompletionTest {

  private static final String ESC = "\u001b";

  @TempDir private Path root;
  private FakeCompletionWorkspace fakeCompletionWorkspace;
  private Completion completion;

  @BeforeEach
  void furnish() throws IOException {
    fakeCompletionWorkspace =
        new FakeCompletionWorkspace(root)
            .tool("kubectl", "printf 'get\\tDisplay one\\ndescribe\\n--show-labels\\tAll\\n:4\\n'")
            .tool("docker", "printf 'run\\tRun it\\n--name\\tIts name\\n:4\\n'")
            .tool(
                "helm",
                "case \"$2 $3\" in"
                    + " 'get '*) printf 'manifest\\tThe manifest\\nvalues\\n:4\\n' ;;"
                    + " 'list -'* | 'repo '*) printf -- '--%s\\n' \"$2\" ;;"
                    + " *) printf 'install\\tInstall it\\nuninstall\\n--create-namespace\\n' ;; esac")
            .tool("mytool", "exit 1")
            .file("notes.txt")
            .file("my dir/a file.txt")
            .file("chart/Chart.yaml")
            .file(".hidden")
            .has(new NameQuery.Kinds(), "pods", "deployments", "configmaps")
            .has(new NameQuery.Objects("pods", ""), "boat", "buoy", "web")
            .has(new NameQuery.Objects("po", ""), "boat", "buoy")
            .has(new NameQuery.Objects("pods", "shop"), "till")
            .has(new NameQuery.Objects("namespaces", ""), "default", "shop")
            .has(new NameQuery.Objects("deployments", ""), "front")
            .has(new NameQuery.Objects("nodes", ""), "node-1")
            .has(new NameQuery.PodContainers("boat", ""), "hull", "sail")
            .has(new NameQuery.Releases(""), "tide")
            .has(new NameQuery.Releases("shop"), "ebb")
            .has(new NameQuery.Containers(false), "lamp", "oil")
            .has(new NameQuery.Containers(true), "lamp")
            .has(new NameQuery.Images(), "nginx:1.30", "busybox:1.37")
            .has(new NameQuery.Networks(), "bridge", "reef")
            .has(new NameQuery.Volumes(), "hold");
    completion =
        new Completion(
            fakeCompletionWorkspace,
            Map.of("check", "shows the state of the checks", "choose", "", "edit", "", "open", ""),
            () -> List.of(new Suggestion("kubernetes/pods", "Pods", true)),
            () -> CommandSpec.forAnnotatedObject(new Program()));
  }

  @Command(name = "deckhand", subcommands = Program.Lesson.class)
  static final class Program {

    @Option(names = "--learner", completionCandidates = Names.class, scope = ScopeType.INHERIT)
    String learner = "";

    @Command(description = "Start a lesson")
    void learn(@Parameters(paramLabel = "LESSON") String lesson) {}

    @Command(hidden = true)
    void practise() {}

    @Command(name = "lesson", description = "For authors")
    static final class Lesson {

      @Command
      void lint(
          @Parameters(paramLabel = "LESSON|FILE") String lesson,
          @Option(names = "--courses", paramLabel = "DIR") String courses) {}

      @Command(aliases = "try")
      void test(@Option(names = "--json") boolean json) {}
    }

    static final class Names implements Iterable<String> {

      @Override
      public Iterator<String> iterator() {
        return List.of("anna", "ben").iterator();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`che`~check",
        "`myt`~mytool",
        "`ls | ch`~chcon chfn chgrp chmod chown chroot chrt chsh~some",
        "`./no`~``",
        "`chart/`~``",
        "`cat n`~notes.txt",
        "`cat my`~my dir/",
        "`cat 'my dir/`~my dir/a file.txt",
        "`cat .`~.hidden",
        "`cd `~chart/ my dir/",
        "`echo > n`~notes.txt",
        "`edit n`~notes.txt",
        "`note n`~``",
        "`deckhand learn ku`~kubernetes/pods",
        "`./deckhand learn ku`~kubernetes/pods",
        "`deckhand learn kubernetes/pods `~``",
        "`deckhand `~learn lesson",
        "`deckhand lesson `~lint test",
        "`deckhand lesson lint `~kubernetes/pods chart/ my dir/ notes.txt",
        "`deckhand lesson lint --c`~--courses",
        "`deckhand lesson lint --courses c`~chart/",
        "`deckhand lesson try --js`~--json",
        "`deckhand --learner a`~anna",
        "`deckhand lesson lint --learner=b`~--learner=ben",
        "`kubectl `~get describe --show-labels",
        "`kubectl get po`~pods",
        "`kubectl get pods,de`~pods,deployments",
        "`kubectl get pods b`~boat buoy",
        "`kubectl get pods boat b`~buoy",
        "`kubectl get po/b`~po/boat po/buoy",
        "`kubectl -n shop get pods `~till",
        "`kubectl get pods --namespace=shop `~till",
        "`kubectl get -n `~default shop",
        "`kubectl get pods --namespace=s`~--namespace=shop",
        "`kubectl get pods -o y`~yaml",
        "`kubectl logs boat -c `~hull sail",
        "`kubectl logs -f b`~boat buoy",
        "`kubectl logs -p b`~boat buoy",
        "`kubectl patch -p b`~``",
        "`kubectl get -w pods b`~boat buoy",
        "`kubectl set resources --limits cpu=1 deployments f`~front",
        "`kubectl autoscale deployments --cpu 80% f`~front",
        "`kubectl scale --current-replicas 2 deployments f`~front",
        "`kubectl logs b`~boat buoy",
        "`kubectl exec -it b`~boat buoy",
        "`kubectl exec boat -- cat n`~notes.txt",
        "`kubectl apply -f n`~notes.txt",
        "`kubectl rollout status deployments/f`~deployments/front",
        "`kubectl scale deployments fr`~front",
        "`kubectl drain `~node-1",
        "`kubectl cp bo`~boat:",
        "`kubectl get pods --sh`~--show-labels",
        "`time kubectl get pods w`~web",
        "`sudo kubectl get pods w`~web",
        "`x=$(kubectl get pods w`~web",
        "`docker rm `~lamp oil",
        "`docker `~run --name",
        "`docker exec -it l`~lamp",
        "`docker run --rm -it ng`~nginx:1.30",
        "`docker run --network r`~reef",
        "`docker run --network=r`~--network=reef",
        "`docker run -v ho`~hold:",
        "`docker network connect reef l`~lamp",
        "`docker volume rm h`~hold",
        "`docker image rm bus`~busybox:1.37",
        "`docker cp la`~lamp:",
        "`docker inspect h`~hold",
        "`helm un`~uninstall",
        "`helm `~install uninstall --create-namespace",
        "`helm uninstall `~tide",
        "`helm uninstall -n shop `~ebb",
        "`helm uninstall --namespace=shop e`~ebb",
        "`helm uninstall tide t`~``",
        "`helm status -n `~default shop",
        "`helm history t`~tide",
        "`helm test t`~tide",
        "`helm history --qps 5 t`~tide",
        "`helm install x -f n`~notes.txt",
        "`helm lint ch`~chart/",
        "`helm package chart -d my`~my dir/",
        "`helm show values ch`~chart/",
        "`helm dependency update ch`~chart/",
        "`helm template x ch`~chart/",
        "`helm install x ch`~chart/",
        "`helm upgrade tide ch`~chart/",
        "`helm get values t`~tide",
        "`helm install --create`~--create-namespace",
        "`helm list -o j`~json",
        "`helm get m`~manifest",
        "`helm list --l`~--list",
        "`helm rollback t`~tide",
        "`helm install --output=j`~--output=json",
        "`ls # kubectl get `~``",
      })
  void offers(String line, String expected) {
    List<String> values =
        completion.suggestionsFor(CommandAtCursor.in(line, line.length())).stream()
            .map(Suggestion::value)
            .toList();

    if (line.startsWith("ls |")) {
      assertThat(values).contains("chmod").doesNotContain("check");
    } else {
      assertThat(String.join(" ", values)).isEqualTo(expected);
    }
  }

  @Test
  void aWordOfTheShellComesWithWhatItDoes() {
    // the machine may have programs that begin alike, such as checkgid
    assertThat(completion.suggestionsFor(CommandAtCursor.in("che", 3)))
        .startsWith(new Suggestion("check", "shows the state of the checks", true));
  }

  @Test
  void aNameWithAControlCharacterIsNotOffered() {
    fakeCompletionWorkspace.has(
        new NameQuery.Objects("pods", ""), "boat" + ESC + "[2J", "bo\nat", "\u202egnp", "buoy");

    assertThat(completion.suggestionsFor(CommandAtCursor.in("kubectl get pods ", 17)))
        .extracting(Suggestion::value)
        .containsExactly("buoy");
  }

  @Test
  void aToolSeesTheLabsVariablesAloneAndWhatItSaysIsMadeHarmless() throws IOException {
    fakeCompletionWorkspace.tool(
        "kubectl", "printf '%s\\t\\033[31mred\\n' \"x$MARK-$#-$HOME\" 'y'");

    List<Suggestion> all = completion.suggestionsFor(CommandAtCursor.in("kubectl ", 8));

    assertThat(all.getFirst().value())
        .isEqualTo("xthe lab's own-2-" + fakeCompletionWorkspace.folder());
    assertThat(all.getFirst().description()).isEqualTo("[31mred");
  }

  @Test
  void aToolThatHangsIsNotWaitedFor() throws IOException {
    fakeCompletionWorkspace.tool("docker", "exec sleep 60");

    assertThat(completion.suggestionsFor(CommandAtCursor.in("docker rm ", 10)))
        .extracting(Suggestion::value)
        .containsExactly("lamp", "oil");
  }

  @Test
  void aLabThatHangsIsNotWaitedFor() throws Exception {
    var hangs =
        new Completion(
            new FakeCompletionWorkspace(root) {
              @Override
              public synchronized List<String> names(NameQuery nameQueries) {
                return new java.util.concurrent.CompletableFuture<List<String>>().join();
              }
            },
            Map.of(),
            List::of,
            CommandSpec::create);

    assertThat(hangs.suggestionsFor(CommandAtCursor.in("kubectl get po", 14)))
        .extracting(Suggestion::value)
        .contains("pods");
  }
}
