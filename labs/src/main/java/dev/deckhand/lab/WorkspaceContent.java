package dev.deckhand.lab;

/** A file to write into a workspace. */
public final class WorkspaceContent {

  private final String path;
  private final byte[] bytes;
  private final boolean executable;

  /**
   * @param path relative to the workspace, with {@code /} between the parts; never leads out of it
   */
  public WorkspaceContent(String path, byte[] bytes, boolean executable) {
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("not a path inside of a workspace: " + path);
      }
    }
    this.path = path;
    this.bytes = bytes.clone();
    this.executable = executable;
  }

  public String path() {
    return path;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public boolean executable() {
    return executable;
  }
}
