package dev.deckhand.lab.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Knows where engines are usually found. */
final class EngineCandidates {

  private EngineCandidates() {}

  /** Lists where to look, best first. What the person chose by DOCKER_HOST is the only one. */
  static List<EngineCandidate> of(Machine machine) {
    String host = machine.variable("DOCKER_HOST");
    if (!host.isEmpty()) {
      return List.of(new EngineCandidate("DOCKER_HOST", host, keys(machine)));
    }
    var all = new ArrayList<EngineCandidate>();
    DockerContext.current(machine).ifPresent(all::add);
    all.add(socket("Docker", machine.at("/var/run/docker.sock")));
    String run = machine.variable("XDG_RUNTIME_DIR");
    if (!run.isEmpty()) {
      all.add(socket("rootless Docker", Path.of(run, "docker.sock")));
      all.add(socket("rootless Podman", Path.of(run, "podman", "podman.sock")));
    }
    all.add(socket("Podman", machine.at("/run/podman/podman.sock")));
    Path home = machine.home();
    all.add(socket("Colima", home.resolve(".colima/default/docker.sock")));
    all.add(socket("Docker Desktop", home.resolve(".docker/run/docker.sock")));
    all.add(socket("Docker Desktop", home.resolve(".docker/desktop/docker.sock")));
    all.add(socket("Rancher Desktop", home.resolve(".rd/docker.sock")));
    var seen = new HashSet<String>();
    return all.stream().filter(candidate -> seen.add(candidate.uri())).toList();
  }

  private static EngineCandidate socket(String source, Path path) {
    return EngineCandidate.socket(source, path);
  }

  private static @org.jspecify.annotations.Nullable Path keys(Machine machine) {
    if (machine.variable("DOCKER_TLS_VERIFY").isEmpty()) {
      return null;
    }
    String folder = machine.variable("DOCKER_CERT_PATH");
    return folder.isEmpty() ? machine.home().resolve(".docker") : Path.of(folder);
  }
}
