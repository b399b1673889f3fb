package dev.deckhand.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.lab.SessionFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts ask of an engine; here a script that says what it was given. */
class ClusterToolScriptTest {

  @TempDir private Path root;
  private SessionFolder folder;
  private ClusterToolScript scripts;

  private record Result(int exitCode, List<String> lines) {
    String joined() {
      return String.join(" ", lines);
    }
  }

  @BeforeEach
  void furnish() throws IOException {
    folder = new SessionFolder("abcd1234", root.resolve("it's"), root.resolve("it's/my work"));
    for (Path one : List.of(folder.workspace(), folder.bin(), folder.kube(), folder.helm())) {
      Files.createDirectories(one);
    }
    Path engine =
        Files.writeString(
            root.resolve("engine"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nsed 's/^/input: /'\n");
    Files.setPosixFilePermissions(engine, PosixFilePermissions.fromString("rwxr-xr-x"));
    scripts =
        new ClusterToolScript(folder, ClusterToolScript.shellQuote(engine.toString()), "c0ffee");
    scripts.install("kubectl");
    scripts.install("helm");
  }

  private Result run(Path where, String program, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(folder.bin().resolve(program).toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    builder.environment().put("HELM_CACHE_HOME", folder.helm().resolve("cache").toString());
    builder.environment().put("HELM_MAX_HISTORY", "3");
    builder.environment().put("https_proxy", "http://proxy.test");
    builder.environment().put("SECRET", "mine");
    builder.environment().remove("KUBECONFIG");
    Process process = builder.start();
    try (var input = process.outputWriter()) {
      input.write("given\n");
    } catch (IOException notRead) {
      // a program without input may have ended
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said.lines().toList());
  }

  private Result helm(String... arguments) throws Exception {
    return run(folder.workspace(), "helm", arguments);
  }

  @Test
  void helmRunsInTheContainerAsTheLearner() throws Exception {
    Result result = helm("install", "front", "./web", "--set", "image=a b");

    assertThat(result.lines())
        .startsWith("exec", "--user")
        .containsSubsequence("--workdir", folder.workspace().toString())
        .containsSubsequence("--env", "KUBECONFIG=" + folder.kubeconfig())
        .contains("HELM_CACHE_HOME", "HELM_MAX_HISTORY", "https_proxy", "HOME=/tmp")
        .contains("HELM_KUBEAPISERVER=https://127.0.0.1:6443")
        .doesNotContain("SECRET", "-i", "-t")
        .endsWith("c0ffee", "helm", "install", "front", "./web", "--set", "image=a b");
    Object uid = Files.getAttribute(folder.workspace(), "unix:uid");
    Object gid = Files.getAttribute(folder.workspace(), "unix:gid");
    assertThat(result.lines().get(2)).isEqualTo(uid + ":" + gid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "install a b -f -",
        "install a b -f-",
        "install a b --values=-",
        "install a b -f /dev/stdin",
        "registry login host -u me --password-stdin"
      })
  void helmReadsItsInputIfItIsAskedTo(String arguments) throws Exception {
    assertThat(helm(arguments.split(" ", -1)).lines()).contains("-i").endsWith("input: given");
  }

  @Test
  void otherwiseTheInputStaysUnread() throws Exception {
    assertThat(helm("list").lines()).doesNotContain("input: given");
    assertThat(run(folder.workspace(), "kubectl", "get", "pods").lines())
        .doesNotContain("input: given", "-i");
  }

  @Test
  void aFileThatTheContainerDoesNotSeeIsRefused() throws Exception {
    Path outside = Files.writeString(root.resolve("values.yaml"), "a: b\n");

    for (String[] wrong :
        List.of(
            new String[] {"install", "a", "b", "-f", outside.toString()},
            new String[] {"install", "a", "b", "-f" + outside},
            new String[] {"install", "a", "b", "--values=" + outside},
            new String[] {"create", root.resolve("chart").toString()},
            new String[] {"install", "a", "b", "-f", "/dev/fd/63"})) {
      Result result = helm(wrong);
      assertThat(result.exitCode()).as(result.joined()).isEqualTo(1);
      assertThat(result.joined())
          .contains("only sees the lesson's folder", "Next: ", folder.workspace().toString());
    }
  }

  @Test
  void whatOnlyLooksLikeAFileIsPassedOn() throws Exception {
    Files.writeString(folder.workspace().resolve("values.yaml"), "a: b\n");

    for (String[] right :
        List.of(
            new String[] {"install", "a", "b", "--set", "path=/etc/passwd"},
            new String[] {"install", "a", "b", "--set-string=path=/etc/passwd"},
            new String[] {"install", "a", "oci://localhost:30500/charts/web"},
            new String[] {"install", "a", folder.workspace() + "/web"},
            new String[] {"install", "a", "b", "-f", folder.workspace() + "/values.yaml"},
            new String[] {"install", "a", "b", "-f", "/dev/null"},
            new String[] {"__complete", "install", "a", root.toString()})) {
      assertThat(helm(right).lines()).endsWith(right);
    }
  }

  @Test
  void outsideOfTheLessonsFolderNothingIsWritten() throws Exception {
    assertThat(run(root, "helm", "create", "web").joined()).contains("can't be used");
    Files.createDirectories(root.resolve("web"));
    assertThat(run(root, "helm", "lint", "./web").joined()).contains("./web can't be used");
    assertThat(run(root, "helm", "list").lines()).containsSubsequence("--workdir", "/");
  }

  @Test
  void kubectlIsToldTheServerAfterWhatATabAsks() throws Exception {
    assertThat(run(folder.workspace(), "kubectl", "__complete", "get", "").lines())
        .containsSubsequence("kubectl", "__complete", "--server=https://127.0.0.1:6443", "get");
    assertThat(run(folder.workspace(), "kubectl", "apply", "-f", "-").lines())
        .contains("-i")
        .endsWith("input: given");
  }

  @Test
  void whereNoHelmCanBeHadTheScriptSaysSo() throws Exception {
    scripts.installHelmAdvice();

    Result result = helm("list");

    assertThat(result.exitCode()).isEqualTo(127);
    assertThat(result.joined()).contains("has Helm 4", "Next: install it");
  }
}
