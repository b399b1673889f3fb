package dev.deckhand.lab.xray;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The audit log of a cluster: what it records, where it is, and how much disk space it may use. It
 * is in the cluster's container and is removed with it.
 */
public final class AuditLog {

  /** The path that the cluster reads the policy from when it starts. */
  public static final String POLICY_PATH = "/etc/deckhand/xray/audit-policy.yaml";

  private static final String FOLDER = "/var/log/deckhand";

  /** Megabytes for each of the two files; enough for about eighty commands each. */
  private static final int MAX_MEGABYTES = 8;

  private AuditLog() {}

  /** The arguments of {@code k3s server} that enable the log. */
  public static List<String> serverArguments() {
    return List.of(
        "--kube-apiserver-arg=audit-policy-file=" + POLICY_PATH,
        "--kube-apiserver-arg=audit-log-path=" + FOLDER + "/audit.log",
        "--kube-apiserver-arg=audit-log-maxsize=" + MAX_MEGABYTES,
        "--kube-apiserver-arg=audit-log-maxbackup=1");
  }

  /** The policy: which requests are recorded, and in how much detail. */
  public static String policy() {
    try (InputStream in = AuditLog.class.getResourceAsStream("audit-policy.yaml")) {
      return new String(
          Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Prints the whole log and follows it, also when the file is rotated. Ends when its input ends,
   * so that nothing keeps running in the container after the listener has gone.
   */
  static List<String> followCommand() {
    return List.of(
        "sh",
        "-c",
        "cat "
            + FOLDER
            + "/audit-*.log 2>/dev/null; tail -n +1 -F "
            + FOLDER
            + "/audit.log 2>/dev/null & cat >/dev/null; kill $!");
  }
}
