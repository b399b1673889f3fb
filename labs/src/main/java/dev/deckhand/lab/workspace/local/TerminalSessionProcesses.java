package dev.deckhand.lab.workspace.local;

import com.sun.jna.Platform;
import dev.deckhand.lab.workspace.ShellActivity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The processes of one terminal session: a shell and everything that it started, including orphans.
 */
final class TerminalSessionProcesses {

  private static final int SIGHUP = 1;
  private static final int SIGCONT = Platform.isMac() ? 19 : 18;
  private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

  private final LibC libc;
  private final Path proc;
  private final long leader;
  private final String terminal;

  /**
   * @param leader the shell's process id, which is the session's id
   * @param terminal the path of the session's terminal
   * @param proc {@code /proc} on Linux; without it, {@code ps} is used
   */
  TerminalSessionProcesses(LibC libc, long leader, String terminal, Path proc) {
    this.libc = libc;
    this.leader = leader;
    this.terminal = terminal;
    this.proc = proc;
  }

  /** Sends SIGHUP to all of them, and kills those that still run after the timeout. */
  void terminate(Duration timeout) {
    for (var member : members()) {
      libc.kill((int) member.pid(), SIGHUP);
      libc.kill((int) member.pid(), SIGCONT);
    }
    if (!awaitExit(timeout)) {
      members().forEach(ProcessHandle::destroyForcibly);
      awaitExit(timeout);
    }
  }

  /** Continues the shell if it was stopped; otherwise does nothing. */
  void resumeLeader() {
    libc.kill((int) leader, SIGCONT);
  }

  /** What the shell does now; empty if that can't be told. */
  Optional<ShellActivity> leaderActivity() {
    return ShellActivity.of(proc, leader);
  }

  /** Lists those that are alive; zombies aren't. */
  List<ProcessHandle> members() {
    var ids = Files.isDirectory(proc.resolve("self")) ? fromProc() : fromPs();
    return ids.stream()
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private List<Long> fromProc() {
    try (Stream<Path> entries = Files.list(proc)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .map(Long::valueOf)
          .filter(this::isMember)
          .toList();
    } catch (IOException e) {
      return List.of(leader);
    }
  }

  /**
   * Reads the sixth field of {@code stat}; the second, a name in parentheses, may contain anything.
   */
  private boolean isMember(long pid) {
    try {
      var stat =
          Files.readString(
              proc.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5);
      return fields.length == 5 && !fields[0].equals("Z") && Long.parseLong(fields[3]) == leader;
    } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException e) {
      return false; // it ended meanwhile
    }
  }

  private List<Long> fromPs() {
    try {
      var ps =
          new ProcessBuilder("ps", "-o", "pid=,stat=", "-t", terminal.replaceFirst("^/dev/", ""))
              .start();
      try (var lines = ps.inputReader()) {
        return lines
            .lines()
            .map(line -> line.strip().split(" +", 2))
            .filter(fields -> fields.length == 2 && !fields[1].startsWith("Z"))
            .map(fields -> Long.valueOf(fields[0]))
            .toList();
      }
    } catch (IOException e) {
      return List.of(leader);
    }
  }

  private boolean awaitExit(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (!members().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(POLL_INTERVAL.toNanos());
    }
    return true;
  }
}
