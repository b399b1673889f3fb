package dev.deckhand.trace;

import dev.deckhand.trace.Actor.Role;
import java.util.Map;

/** Resolves a user and a user agent to an actor. */
final class ActorResolver {

  private static final String ACCOUNT = "system:serviceaccount:";
  private static final String OWN_ACCOUNT = ACCOUNT + "kube-system:";

  /** Names that can't be derived from the account. */
  private static final Map<String, String> CONTROLLERS =
      Map.ofEntries(
          Map.entry("replicaset-controller", "ReplicaSet controller"),
          Map.entry("statefulset-controller", "StatefulSet controller"),
          Map.entry("daemon-set-controller", "DaemonSet controller"),
          Map.entry("job-controller", "Job controller"),
          Map.entry("cronjob-controller", "CronJob controller"),
          Map.entry("endpoint-controller", "endpoints controller"),
          Map.entry("endpointslice-controller", "EndpointSlice controller"),
          Map.entry("endpointslicemirroring-controller", "EndpointSlice mirroring controller"),
          Map.entry("generic-garbage-collector", "garbage collector"),
          Map.entry("pod-garbage-collector", "Pod garbage collector"),
          Map.entry("horizontal-pod-autoscaler", "HorizontalPodAutoscaler controller"),
          Map.entry("persistent-volume-binder", "volume binder"),
          Map.entry("pvc-protection-controller", "PVC protection controller"),
          Map.entry("pv-protection-controller", "PV protection controller"),
          Map.entry("root-ca-cert-publisher", "root CA publisher"),
          Map.entry("resourcequota-controller", "ResourceQuota controller"),
          Map.entry("ttl-after-finished-controller", "TTL controller"));

  private ActorResolver() {}

  static Actor resolve(String user, String agent) {
    if (user.startsWith(OWN_ACCOUNT)) {
      return controller(user.substring(OWN_ACCOUNT.length()));
    }
    if (user.startsWith("system:node:")) {
      return Actor.KUBELET;
    }
    String program = program(agent);
    if (user.startsWith(ACCOUNT)) {
      return new Actor(Role.PROGRAM, user.substring(ACCOUNT.length()));
    }
    return switch (user) {
      case "system:kube-scheduler" -> Actor.SCHEDULER;
      case "system:apiserver" -> Actor.API_SERVER;
      case "system:kube-controller-manager" -> controllerOfSharedUser(agent);
      case "system:kube-proxy" -> controller("kube-proxy");
      case "system:admin", "kubernetes-admin", "admin", "system:masters", "" -> {
        boolean own = program.equals("k3s") || program.equals("deckhand");
        yield new Actor(own ? Role.CONTROLLER : Role.LEARNER, program);
      }
      default ->
          user.startsWith("system:") && !user.equals("system:anonymous")
              ? controller(user.substring("system:".length()))
              : new Actor(Role.LEARNER, program + " as " + user);
    };
  }

  /** Controllers that share one user are told apart by their user agent. */
  private static Actor controllerOfSharedUser(String agent) {
    String last = agent.substring(agent.lastIndexOf('/') + 1);
    String name = last.startsWith(OWN_ACCOUNT) ? last.substring(OWN_ACCOUNT.length()) : last;
    boolean named = name.endsWith("-controller") || CONTROLLERS.containsKey(name);
    return named ? controller(name) : new Actor(Role.CONTROLLER, "controller manager");
  }

  private static Actor controller(String account) {
    String name = CONTROLLERS.getOrDefault(account, account.replace('-', ' '));
    return new Actor(Role.CONTROLLER, name);
  }

  /** {@code kubectl} of {@code kubectl/v1.33.4 (linux/amd64) kubernetes/abc}. */
  static String program(String agent) {
    int slash = agent.indexOf('/');
    String name = (slash < 0 ? agent : agent.substring(0, slash)).strip();
    return switch (name) {
      case "" -> "somebody";
      case "Helm" -> "helm";
      case "Docker-Client" -> "docker";
      default -> name;
    };
  }
}
