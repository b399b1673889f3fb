package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.WorkspaceLookup;
import dev.deckhand.shell.loop.CompletionContext;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks around on this machine.
 *
 * @param environment the variables of the workspace's commands
 */
record LocalLookup(Map<String, String> environment) implements WorkspaceLookup {

  /** After this time a tool is killed. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int MAX_BYTES = 256 * 1024;

  /** How to look around where the commands run: elsewhere, or else here. */
  static WorkspaceLookup orElse(CompletionContext context) {
    return context.lookup().orElseGet(() -> new LocalLookup(context.environment()));
  }

  @Override
  public List<FileEntry> files(String path) {
    var found = new ArrayList<FileEntry>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(path))) {
      for (Path file : files) {
        if (found.size() == MAX_FILES) {
          break;
        }
        found.add(
            new FileEntry(
                String.valueOf(file.getFileName()),
                Files.isDirectory(file),
                Files.isExecutable(file)));
      }
    } catch (IOException | InvalidPathException nothingThere) {
      return List.of();
    }
    return found;
  }

  @Override
  public Optional<String> program(String name) {
    try {
      if (name.indexOf('/') >= 0) {
        return Files.exists(Path.of(name)) ? Optional.of(name) : Optional.empty();
      }
      return folders()
          .map(folder -> folder.resolve(name))
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .map(Path::toString)
          .findFirst();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> programs(String prefix) {
    var names = new TreeSet<String>();
    for (Path folder : folders().toList()) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          String name = String.valueOf(file.getFileName());
          if (name.startsWith(prefix) && Files.isExecutable(file)) {
            names.add(name);
          }
        }
      } catch (IOException unreadable) {
        // bash can't find anything there either
      }
    }
    return List.copyOf(names);
  }

  private Stream<Path> folders() {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .distinct()
        .map(Path::of);
  }

  @Override
  public String output(List<String> command, String folder) throws IOException {
    var builder = new ProcessBuilder(command).directory(new File(folder));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    Thread.ofVirtual().name("completion-end").start(() -> killAfterTimeout(process));
    return read(process.getInputStream());
  }

  private static void killAfterTimeout(Process process) {
    try {
      if (process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String read(InputStream output) throws IOException {
    var kept = new ByteArrayOutputStream();
    var portion = new byte[8192];
    try (output) {
      for (int read = output.read(portion); read >= 0; read = output.read(portion)) {
        kept.write(portion, 0, Math.min(read, Math.max(0, MAX_BYTES - kept.size())));
      }
    }
    return kept.toString(StandardCharsets.UTF_8);
  }
}
