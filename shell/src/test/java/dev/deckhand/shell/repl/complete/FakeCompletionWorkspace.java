package dev.deckhand.shell.repl.complete;

import dev.deckhand.lab.NameQuery;
import dev.deckhand.shell.loop.CompletionContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workspace on paper: a folder, tools that are small scripts, and a lab that is a table. */
public class FakeCompletionWorkspace implements CompletionContext {

  private final Path folder;
  private final Path bin;
  private final Map<NameQuery, List<String>> names = new HashMap<>();

  /**
   * @param root where its folders are made
   */
  public FakeCompletionWorkspace(Path root) throws IOException {
    this.folder = Files.createDirectories(root.resolve("work"));
    this.bin = Files.createDirectories(root.resolve("bin"));
  }

  /** Puts a tool on the PATH. */
  public FakeCompletionWorkspace tool(String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return this;
  }

  /** Puts a file, or a folder for a name that ends in a slash. */
  public FakeCompletionWorkspace file(String name) throws IOException {
    Path path = folder.resolve(name);
    if (name.endsWith("/")) {
      Files.createDirectories(path);
    } else {
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
    return this;
  }

  public FakeCompletionWorkspace has(NameQuery nameQueries, String... those) {
    names.put(nameQueries, List.of(those));
    return this;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "PATH", bin + ":/usr/bin:/bin", "HOME", folder.toString(), "MARK", "the lab's own");
  }

  @Override
  public synchronized List<String> names(NameQuery nameQueries) {
    return names.getOrDefault(nameQueries, List.of());
  }
}
