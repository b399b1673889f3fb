package dev.deckhand.lab.workspace;

import dev.deckhand.lab.CommandResult;
import dev.deckhand.lab.SessionFolder;
import dev.deckhand.lab.Workspace;
import dev.deckhand.lab.workspace.local.LocalWorkspaceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A workspace in folders of its own. */
final class WorkspaceFixture implements AutoCloseable {

  final SessionFolder sessionFolder;
  final Workspace workspace;

  WorkspaceFixture(Path folder) throws IOException {
    this(folder, folder.resolve("work"));
  }

  WorkspaceFixture(Path folder, Path work) throws IOException {
    sessionFolder =
        new SessionFolder(
            "abcd1234",
            Files.createDirectories(folder.resolve("room")),
            Files.createDirectories(work));
    workspace =
        new LocalWorkspaceFactory(machine(), RandomGenerator.getDefault())
            .open(sessionFolder, Map.of("LAB", "here"));
  }

  static Map<String, String> machine() {
    var machine = new HashMap<>(System.getenv());
    machine.put("KUBECONFIG", "/person/kube");
    machine.put("HELM_DRIVER", "person");
    machine.put("DOCKER_CONTEXT", "person");
    return machine;
  }

  CommandResult run(String lines) throws InterruptedException {
    return workspace.run(lines, new FakeConsole());
  }

  CommandResult run(String lines, FakeConsole console) throws InterruptedException {
    return workspace.run(lines, console);
  }

  String out(String lines) throws InterruptedException {
    return run(lines).output();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
