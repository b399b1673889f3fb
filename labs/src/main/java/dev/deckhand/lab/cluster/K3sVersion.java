package dev.deckhand.lab.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of Kubernetes in a cluster, from its image's tag: {@code v1.33.4-k3s1}. */
record K3sVersion(int minor) {

  private static final Pattern TAG = Pattern.compile("v?1\\.(\\d+)\\..*");

  /** The first kubelet that refuses cgroup v1 unless told otherwise. */
  private static final int REFUSES_CGROUP_V1 = 35;

  /** The first API server that reads admission policies from files unless told otherwise. */
  private static final int READS_POLICIES_FROM_FILES = 37;

  /** Reads a tag; one without a version counts as current. */
  public static K3sVersion ofTag(String tag) {
    Matcher matcher = TAG.matcher(tag);
    return new K3sVersion(
        matcher.matches() ? Integer.parseInt(matcher.group(1)) : REFUSES_CGROUP_V1);
  }

  /** Whether its kubelet must be told to run under cgroup v1; older ones know no such flag. */
  boolean refusesCgroupV1() {
    return minor >= REFUSES_CGROUP_V1;
  }

  /** Whether its API server reads admission policies from files. */
  boolean readsPoliciesFromFiles() {
    return minor >= READS_POLICIES_FROM_FILES;
  }

  /** Whether a kubectl of another minor version may be used with it: one more or one less. */
  boolean supportsKubectl(int kubectlMinor) {
    return Math.abs(kubectlMinor - minor) <= 1;
  }
}
