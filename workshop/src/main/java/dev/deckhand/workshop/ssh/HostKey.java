package dev.deckhand.workshop.ssh;

import dev.deckhand.file.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The server's key, by which clients know it again. */
final class HostKey {

  /** In the format and with the name of OpenSSH, so that its tools can be used. */
  static final String FILE = "ssh_host_ed25519_key";

  private static final int BITS = 256;

  private final KeyPair pair;

  private HostKey(KeyPair pair) {
    this.pair = pair;
  }

  /**
   * The key in a folder; it's made if there is none.
   *
   * @throws IOException if it can't be read or written
   */
  static HostKey in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return new HostKey(read(file));
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IOException(
          "The SSH server's key in "
              + file
              + " can't be used. Next: delete the file, and a new key is made.",
          unusable);
    }
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    KeyPair made = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, BITS);
    var content = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(made, "deckhand", null, content);
    AtomicFile.replace(
        file,
        draft -> {
          Files.createFile(draft, privately(draft));
          Files.write(draft, content.toByteArray());
        });
  }

  private static FileAttribute<?>[] privately(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
    Iterable<KeyPair> pairs =
        SecurityUtils.loadKeyPairIdentities(
            null,
            NamedResource.ofName(FILE),
            new ByteArrayInputStream(Files.readAllBytes(file)),
            null);
    if (pairs != null) {
      for (KeyPair pair : pairs) {
        if (KeyPairProvider.SSH_ED25519.equals(KeyUtils.getKeyType(pair))) {
          return pair;
        }
      }
    }
    throw new GeneralSecurityException("there's no Ed25519 key in the file");
  }

  KeyPairProvider provider() {
    return KeyPairProvider.wrap(pair);
  }

  /** As clients show it: {@code SHA256:...}. */
  String fingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
  }
}
