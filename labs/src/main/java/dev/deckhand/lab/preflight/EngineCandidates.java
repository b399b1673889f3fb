package dev.deckhand.lab.preflight;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The usual places of engines. */
final class EngineCandidates {

  private EngineCandidates() {}

  /**
   * Lists where to look, best first. If DOCKER_HOST is set, it's the only one.
   *
   * @param context the docker command's current context
   */
  static List<EngineCandidate> of(HostMachine hostMachine, DockerContext context) {
    String host = hostMachine.variable("DOCKER_HOST");
    if (!host.isEmpty()) {
      return List.of(new EngineCandidate("DOCKER_HOST", host, keys(hostMachine)));
    }
    var all = new ArrayList<EngineCandidate>();
    context.candidate().ifPresent(all::add);
    all.add(socket("Docker", hostMachine.path("/var/run/docker.sock")));
    String run = hostMachine.variable("XDG_RUNTIME_DIR");
    if (!run.isEmpty()) {
      all.add(socket("rootless Docker", Path.of(run, "docker.sock")));
      all.add(socket("rootless Podman", Path.of(run, "podman", "podman.sock")));
    }
    all.add(socket("Podman", hostMachine.path("/run/podman/podman.sock")));
    Path home = hostMachine.home();
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

  private static @org.jspecify.annotations.Nullable Path keys(HostMachine hostMachine) {
    if (hostMachine.variable("DOCKER_TLS_VERIFY").isEmpty()) {
      return null;
    }
    String folder = hostMachine.variable("DOCKER_CERT_PATH");
    return folder.isEmpty() ? hostMachine.home().resolve(".docker") : Path.of(folder);
  }
}
