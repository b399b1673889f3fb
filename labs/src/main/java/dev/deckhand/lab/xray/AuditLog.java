package dev.deckhand.lab.xray;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The audit log of a cluster: what goes into it, where it is, and how much of the disk it may take.
 * Kept in the cluster's container, gone with it.
 */
public final class AuditLog {

  /** Where the policy has to be when the cluster starts. */
  public static final String POLICY_PATH = "/etc/deckhand/xray/audit-policy.yaml";

  private static final String FOLDER = "/var/log/deckhand";

  /** Megabytes of each of the two files: some eighty commands each. */
  private static final int MAX_MEGABYTES = 8;

  private AuditLog() {}

  /** The arguments of {@code k3s server} that turn it on. */
  public static List<String> serverArguments() {
    return List.of(
        "--kube-apiserver-arg=audit-policy-file=" + POLICY_PATH,
        "--kube-apiserver-arg=audit-log-path=" + FOLDER + "/audit.log",
        "--kube-apiserver-arg=audit-log-maxsize=" + MAX_MEGABYTES,
        "--kube-apiserver-arg=audit-log-maxbackup=1");
  }

  /** The policy's text: which requests are kept, and how much of each. */
  public static String policy() {
    try (InputStream in = AuditLog.class.getResourceAsStream("audit-policy.yaml")) {
      return new String(
          Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Reads all of it and goes on with what comes, over the change of files; ends when its input
   * does, so that nothing runs on in the container when nobody listens any more.
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
