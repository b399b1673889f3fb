package dev.deckhand.lab.workspace;

import dev.deckhand.lab.SessionFolder;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The environment variables of a learner's commands. Only variables that are listed here are passed
 * on, so that no command of a lesson reaches the person's own engines and clusters.
 */
public final class LearnerEnvironment {

  private static final Set<String> ALLOWED =
      Set.of(
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TERM",
          "COLORTERM",
          "NO_COLOR",
          "TMPDIR",
          "EDITOR",
          "VISUAL",
          "PAGER",
          "LESS",
          "JAVA_HOME",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR");

  private static final Set<String> PROXY_VARIABLES =
      Set.of("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy");

  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private LearnerEnvironment() {}

  /**
   * Returns the variables.
   *
   * @param machine those of the person's shell
   * @param lab those that point at the lab; they take precedence
   */
  public static SortedMap<String, String> of(
      Map<String, String> machine, SessionFolder sessionFolder, Map<String, String> lab) {
    var variables = new TreeMap<String, String>();
    machine.forEach((name, value) -> {
      if (ALLOWED.contains(name)
          || name.startsWith("LC_")
          || PROXY_VARIABLES.contains(name.toLowerCase(Locale.ROOT))) {
        variables.put(name, value);
      }
    });
    variables.putIfAbsent("TERM", "xterm-256color");
    if (!machine.containsKey("LANG")
        && !machine.containsKey("LC_ALL")
        && !machine.containsKey("LC_CTYPE")) {
      variables.put("LANG", "C.UTF-8");
    }
    variables.put("PATH", sessionFolder.bin() + ":" + machine.getOrDefault("PATH", DEFAULT_PATH));
    // if a lab has no engine or cluster, these paths don't exist, and the person's own aren't used
    variables.put("DOCKER_HOST", "unix://" + sessionFolder.engine().resolve("docker.sock"));
    variables.put("DOCKER_CONFIG", sessionFolder.dockerConfig().toString());
    variables.put("KUBECONFIG", sessionFolder.kubeconfig().toString());
    variables.put("HELM_CACHE_HOME", sessionFolder.helm().resolve("cache").toString());
    variables.put("HELM_CONFIG_HOME", sessionFolder.helm().resolve("config").toString());
    variables.put("HELM_DATA_HOME", sessionFolder.helm().resolve("data").toString());
    variables.putAll(lab);
    // keeps bash from reading the person's history; the shell unsets it
    variables.put("HISTFILE", "");
    return Collections.unmodifiableSortedMap(variables);
  }
}
