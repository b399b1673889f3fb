package dev.deckhand.lab.confined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckhand.check.Observation;
import dev.deckhand.check.Subject;
import dev.deckhand.check.Subject.Execution;
import dev.deckhand.check.Subject.WorkspaceFile;
import dev.deckhand.check.pattern.DataNode;
import dev.deckhand.lab.BootProgress;
import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.ConfinedLab;
import dev.deckhand.lab.ConfinementLimits;
import dev.deckhand.lab.Console;
import dev.deckhand.lab.LabFault;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.WorkspaceContent;
import dev.deckhand.lab.start.RealLabsExtension;
import dev.deckhand.lab.start.TestcontainersLabFactory;
import dev.deckhand.lesson.LabKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real private engine, and commands that the machine must not trust. */
@Tag("docker")
@ExtendWith(RealLabsExtension.class)
class ConfinedEngineTest {

  private static final long MIB = 1 << 20;
  private static final ConfinementLimits LIMITS =
      new ConfinementLimits(192 * MIB, 1, 64, 16 * MIB, 16 * MIB);

  private static ConfinedLab lab;
  private static SessionFolder folder;

  @BeforeAll
  static void open() throws InterruptedException {
    folder = RealLabsExtension.newSessionFolder();
    lab =
        new TestcontainersLabFactory(RealLabsExtension.settings(), Clock.systemUTC())
            .openConfined(
                RealLabsExtension.needs(LabKind.DOCKER), folder, LIMITS, BootProgress.SILENT);
  }

  @AfterAll
  static void close() {
    if (lab != null) {
      lab.close();
    }
  }

  @BeforeEach
  void clear() throws InterruptedException {
    lab.clear();
  }

  private static CommandResult run(String command) throws InterruptedException {
    return lab.submitted().run(command, Console.NONE);
  }

  private static String output(String command) throws InterruptedException {
    return run(command).output();
  }

  private static DataNode look(String path) {
    return first(lab.lab().observe(new WorkspaceFile(path)));
  }

  private static DataNode first(Observation observation) {
    return ((Observation.Snapshot) observation).objects().getFirst();
  }

  @Test
  void usesItsEngine() throws InterruptedException {
    assertThat(output("docker run --name hello busybox:1.37 echo ahoy")).isEqualTo("ahoy");
    assertThat(first(lab.lab().observe(container("hello"))).at("State", "Status").text())
        .isEqualTo("exited");
    assertThat(output("echo in | docker run -i --rm busybox:1.37 cat")).isEqualTo("in");
    assertThat(run("docker exec nothing true").exitCode()).isNotZero();
    assertThat(output("docker exec nothing true; docker version --format '{{.Server.Os}}'"))
        .endsWith("linux");
  }

  private static Subject container(String name) {
    return new Subject.DockerObject(Subject.DockerKind.CONTAINER, name, java.util.Map.of());
  }

  @Test
  void buildsImages() throws InterruptedException {
    lab.write(
        List.of(
            new WorkspaceContent(
                "app/Dockerfile",
                "FROM busybox:1.37\nRUN echo built > /made\n".getBytes(StandardCharsets.UTF_8),
                false)));

    assertThat(output("docker build -q -t mine app && docker run --rm mine cat /made"))
        .endsWith("built");
  }

  @Test
  void theShellKeepsItsStateUntilItEnds() throws InterruptedException {
    assertThat(run("cd /tmp; mood=calm; f() { echo \"$mood in $PWD\"; }").exitCode()).isZero();
    assertThat(output("f")).isEqualTo("calm in /tmp");
    assertThat(run("(exit 3)").exitCode()).isEqualTo(3);
    assertThat(output("cat <<END\none\ntwo\nEND")).isEqualTo("one\ntwo");

    assertThat(run("exit 5").shellEnded()).isTrue();

    assertThat(output("echo \"[$mood] $PWD\"")).isEqualTo("[] /work");
  }

  @Test
  void aForgedReportChangesNothingButTheOrderOfTheOutput() throws InterruptedException {
    run("printf '\\033]7770;%s;1;0\\0' guess; sleep 0.2; echo done > f");

    assertThat(look("f").at("content").text()).isEqualTo("done\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker run --privileged busybox:1.37 true",
        "docker run --cap-add SYS_ADMIN busybox:1.37 true",
        "docker run --cap-add ALL busybox:1.37 true",
        "docker run --pid host busybox:1.37 true",
        "docker run --ipc host busybox:1.37 true",
        "docker run --uts host busybox:1.37 true",
        "docker run --userns host busybox:1.37 true",
        "docker run --cgroupns host busybox:1.37 true",
        "docker run --device /dev/sda busybox:1.37 true",
        "docker run --device-cgroup-rule 'b *:* rwm' busybox:1.37 true",
        "docker run -v /:/machine busybox:1.37 true",
        "docker run -v /run/deckhand:/sockets busybox:1.37 true",
        "docker run --mount type=bind,source=/,target=/machine busybox:1.37 true",
        "docker run --security-opt seccomp=unconfined busybox:1.37 true",
        "docker run --security-opt systempaths=unconfined busybox:1.37 true",
        "docker run --cgroup-parent / busybox:1.37 true",
        "docker run --runtime other busybox:1.37 true",
        "docker volume create --opt type=none --opt o=bind --opt device=/ all",
        "docker volume create --opt type=ext4 --opt device=/dev/sda1 disk",
        "docker run --mount 'type=volume,target=/m,volume-opt=type=none,volume-opt=o=bind,"
            + "volume-opt=device=/' busybox:1.37 true",
        "docker volume create --opt type=tmpfs --opt o=bind --opt device=/ all",
        "docker volume create --opt type=tmpfs --opt o=size=1m,bind --opt device=tmpfs all",
        "docker volume create --opt type=tmpfs --opt device=/dev/sda1 disk",
        "docker run --mount 'type=volume,target=/m,volume-opt=type=tmpfs,volume-opt=o=bind,"
            + "volume-opt=device=/' busybox:1.37 true",
        "docker network create --driver macvlan --opt parent=eth0 out",
        "docker run --name cc -d busybox:1.37 sleep 60 && docker exec --privileged cc true",
        "docker swarm init",
        "docker plugin ls",
        "docker system info >/dev/null && docker swarm ca",
      })
  void refusesWhatLeadsOutOfTheEngine(String command) throws InterruptedException {
    CommandResult result = run(command);

    assertThat(result.exitCode()).isNotZero();
    assertThat(result.output()).contains("this lab's users may not use");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /_ping HTTP/1.1\\r\\nHost: x\\r\\nUpgrade: tcp\\r\\nConnection: Upgrade\\r\\n\\r\\n",
        "GET /_ping HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3\\r\\nTransfer-Encoding: chunked"
            + "\\r\\n\\r\\n0\\r\\n\\r\\n",
        "GET /_ping HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3\\r\\nContent-Length: 0\\r\\n\\r\\n",
        "GET /_ping HTTP/1.1\\nHost: x\\n\\n",
        "GET /_ping HTTP/1.1\\r\\nHost: x\\r\\n folded: y\\r\\n\\r\\n",
        "GET /./_ping HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
        "GET //_ping HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
      })
  void noRequestIsSmuggledBehindAnother(String first) throws InterruptedException {
    String body = "{\"Image\":\"busybox:1.37\",\"HostConfig\":{\"Privileged\":true}}";
    String second =
        "POST /containers/create?name=smuggled HTTP/1.1\\r\\nHost: x\\r\\nContent-Type:"
            + " application/json\\r\\nContent-Length: "
            + body.length()
            + "\\r\\n\\r\\n"
            + body;

    send(first + second);

    assertThat(((Observation.Snapshot) lab.lab().observe(container("smuggled"))).objects())
        .isEmpty();
  }

  @Test
  void aRequestThatIsWrittenByHandArrives() throws InterruptedException {
    assertThat(send("GET /_ping HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n"))
        .contains("200 OK");
    assertThat(send("GET /swarm HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n")).contains("403 Forbidden");
  }

  /** Sends bytes to the engine's socket, and returns what comes back within two seconds. */
  private static String send(String escaped) throws InterruptedException {
    return output(
        "timeout 2 perl -MIO::Socket::UNIX -e '$| = 1; my $s ="
            + " IO::Socket::UNIX->new(\"/run/lab/docker.sock\") or die; my $t = shift; $t =~"
            + " s/\\\\r/\\r/g; $t =~ s/\\\\n/\\n/g; print $s $t; while (sysread($s, my $b,"
            + " 4096)) { print $b }' '"
            + escaped
            + "'");
  }

  @Test
  void hasNoPrivilegesNoNetworkAndNothingOfTheMachine() throws InterruptedException {
    assertThat(output("grep -c : /proc/net/dev; grep -o '^ *[a-z0-9]*:' /proc/net/dev | sort -u"))
        .contains("lo:")
        .doesNotContain("eth");
    assertThat(output("grep -E 'Cap(Eff|Prm|Bnd)|NoNewPrivs' /proc/self/status | sort"))
        .isEqualTo(
            "CapBnd:\t0000000000000000\nCapEff:\t0000000000000000\n"
                + "CapPrm:\t0000000000000000\nNoNewPrivs:\t1");
    assertThat(output("id -u")).isEqualTo(ConfinedContainer.USER + "");
    for (String path : List.of("/", "/usr/bin", "/etc", "/run/lab", "/var")) {
      assertThat(run("touch " + path + "/x").exitCode()).as(path).isNotZero();
    }
    assertThat(output("ls /run/lab")).isEqualTo("docker.sock");
    assertThat(output("ls /var/run/docker.sock /run/deckhand 2>&1")).doesNotContain("sock\n");
    assertThat(output("rm -f /run/lab/docker.sock 2>&1; ls /run/lab")).endsWith("docker.sock");
  }

  @Test
  void itsContainersReachOneAnotherAndNothingElse() throws InterruptedException {
    run("docker network create bay && docker run -d --name web --network bay nginx:1.30");

    assertThat(
            output(
                "docker run --rm --network bay busybox:1.37 sh -c 'wget -q -T 5 -O - http://web |"
                    + " grep -c \"<title>\"; nc -w 2 1.1.1.1 53 </dev/null && echo reached; nc -w 2"
                    + " 172.17.0.1 22 </dev/null && echo reached; true'"))
        .startsWith("1")
        .doesNotContain("reached");
    assertThat(
            output(
                "docker run --rm --network host busybox:1.37 sh -c 'nc -w 2 172.17.0.1 22 </dev/null"
                    + " && echo reached; true'"))
        .doesNotContain("reached");
  }

  @Test
  void aForkBombEndsWithItsLimit() throws InterruptedException {
    interruptAfter(3, "f() { f | f & }; f; sleep 60");

    assertThat(output("echo alive")).isEqualTo("alive");
  }

  @Test
  void aCommandThatWantsAllMemoryIsEnded() throws InterruptedException {
    assertThat(run("tail /dev/zero").exitCode()).isNotZero();
    assertThat(output("echo alive")).isEqualTo("alive");
  }

  @Test
  void theWorkspaceAndTheScratchFolderHaveASize() throws InterruptedException {
    assertThat(output("head -c 100M /dev/zero > /work/big 2>&1; echo code $?")).contains("code 1");
    assertThat(Long.parseLong(output("stat -c %s /work/big"))).isLessThanOrEqualTo(16 * MIB);
    assertThat(output("head -c 100M /dev/zero > /tmp/big 2>&1; echo code $?")).contains("code 1");
    assertThat(Long.parseLong(output("stat -c %s /tmp/big"))).isLessThanOrEqualTo(16 * MIB);
  }

  @Test
  void theEnginesStorageHasASizeToo() throws InterruptedException {
    assertThat(
            output(
                "docker run --rm busybox:1.37 sh -c 'head -c 2G /dev/zero > /big; echo code $?;"
                    + " stat -c %s /big'"))
        .contains("code 1")
        .containsPattern("(?m)^\\d{1,9}$|^10\\d{8}$");
    assertThat(output("docker run --rm busybox:1.37 echo alive")).isEqualTo("alive");
  }

  @Test
  void endlessOutputIsKeptInPart() throws InterruptedException {
    CommandResult result = interruptAfter(2, "yes 'a line of output'");

    assertThat(result.shellEnded()).isTrue();
    assertThat(result.output().length()).isLessThan(100_000);
    assertThat(result.output()).contains("lines left out");
  }

  /** Runs a command that doesn't end by itself. */
  private static CommandResult interruptAfter(int seconds, String command)
      throws InterruptedException {
    var workspace = lab.submitted();
    var _ =
        CompletableFuture.runAsync(
            workspace::interrupt, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    return workspace.run(command, Console.NONE);
  }

  @Test
  void whatRunsInTheBackgroundStopsWhileChecksLook() throws Exception {
    run("while :; do date +%N > new; mv new now; done & sleep 0.3");
    lab.pause();

    DataNode first = look("now");
    Thread.sleep(300);

    assertThat(look("now")).isEqualTo(first);
    assertThat(output("sleep 0.2; cat now")).isNotEqualTo(first.at("content").text().strip());
  }

  @Test
  void looksAtFilesWithoutBeingLedAway() throws InterruptedException {
    run("ln -s /etc/passwd link; mkfifo pipe; mkdir dir; ln -s / root; echo 'a: 1' > f.yaml");
    run("head -c 5M /dev/zero | tr '\\0' x > long; chmod 000 dir; printf '\\xff\\xfe' > odd");

    assertThat(look("f.yaml").at("yaml")).isInstanceOf(DataNode.Items.class);
    assertThat(look("link").at("exists").text()).isEqualTo("false");
    assertThat(look("root/etc/passwd").at("exists").text()).isEqualTo("false");
    assertThat(look("nothing").at("exists").text()).isEqualTo("false");
    assertThat(look("pipe").at("content")).isInstanceOf(DataNode.Absent.class);
    assertThat(look("long").at("content").text()).hasSize(256 * 1024);
    assertThat(look("odd").at("exists").text()).isEqualTo("true");
    assertThat(lab.lab().causes(new WorkspaceFile("link")).getFirst())
        .contains("out of the workspace");
  }

  @Test
  void commandsOfChecksShareNothingButTheFolderToRead() throws InterruptedException {
    run("echo mine > f; export LD_PRELOAD=/work/evil.so; sleep 60 & echo started");
    lab.pause();

    DataNode seen =
        first(exec("sh", "-c", "cat f; touch g; echo $LD_PRELOAD; ls /proc | grep -c '^[0-9]'"));

    assertThat(seen.at("stdout").text()).startsWith("mine\n\n");
    assertThat(seen.at("stderr").text()).contains("Read-only file system");
    assertThat(((Observation.Snapshot) exec("no-such-program")).objects()).isEmpty();
    assertThat(first(exec("docker", "ps", "--format", "{{.ID}}")).at("exitCode").text())
        .isEqualTo("0");
  }

  private static Observation exec(String... command) {
    return lab.lab().observe(new Execution(Execution.Location.WORKSPACE, "", List.of(command)));
  }

  @Test
  void theAuthorsCommandsShareTheFolderAlone() throws InterruptedException {
    lab.authored().run("echo given > task.txt; secret=42", Console.NONE);

    assertThat(output("cat task.txt; echo \"[$secret]\"; ps ax 2>/dev/null | grep -c sleep"))
        .startsWith("given\n[]");
    assertThat(run("echo changed > task.txt").exitCode()).isZero();
  }

  @Test
  void theFolderStaysTheSubmissionsWhereTheAuthorCameFirst() throws InterruptedException {
    lab.authored().run("true", Console.NONE);
    assertThat(run("echo mine > f").exitCode()).isZero();
    assertThat(lab.authored().run("echo given > g", Console.NONE).exitCode()).isZero();
  }

  @Test
  void filesThatDoNotFitAreAFault() {
    var big = new WorkspaceContent("big", new byte[(int) (20 * MIB)], false);
    assertThatThrownBy(() -> lab.write(List.of(big)))
        .isInstanceOf(LabFault.class)
        .hasMessageContaining("can't be written");
  }

  @Test
  void clearingLeavesNothing() throws InterruptedException {
    lab.write(List.of(new WorkspaceContent("a/b c/ü.txt", new byte[] {1}, true)));
    assertThat(output("ls -l 'a/b c/' | grep -o '^-rwx.*'")).isNotEmpty();
    run("docker run --name left -d busybox:1.37 sleep 60; sleep 600 & true");

    assertThat(lab.lab().changes()).containsExactly("container /left was made");

    lab.clear();

    assertThat(lab.lab().changes()).isEmpty();
    assertThat(output("ls -A /work; docker ps -aq")).isEmpty();
  }

  @Test
  void nothingOfItIsOnTheMachine() throws Exception {
    run("echo x > only-there");

    try (var files = Files.walk(folder.root())) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().equals("only-there"));
    }
  }
}
