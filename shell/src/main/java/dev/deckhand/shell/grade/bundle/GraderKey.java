package dev.deckhand.shell.grade.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** The key pair with which a grader signs bundles: Ed25519 (RFC 8032). */
public final class GraderKey {

  private static final String ALGORITHM = "Ed25519";
  private static final HexFormat HEX = HexFormat.of();
  private static final int MAX_FILE_BYTES = 4096;
  private static final Set<PosixFilePermission> OWNER =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final PrivateKey secret;
  private final String publicKey;

  private GraderKey(PrivateKey secret, String publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /**
   * Reads the key in a folder, and makes one if there's none. Only its owner may read it.
   *
   * @throws IOException if it can't be read or written
   */
  public static GraderKey in(Path folder) throws IOException {
    Path file = folder.resolve("key");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      make(folder, file);
    }
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
    if (!OWNER.containsAll(allowed)) {
      throw new IOException(
          file
              + " may be read by others ("
              + PosixFilePermissions.toString(allowed)
              + "), so its signatures prove nothing; make it private (chmod 600), or remove it to"
              + " get a new key");
    }
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new IOException(file + " isn't a grader's key");
    }
    String[] lines = Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1);
    try {
      if (lines.length < 2) {
        throw new IOException(file + " isn't a grader's key");
      }
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(lines[0])));
      var key = new GraderKey(secret, lines[1]);
      byte[] sample = {1, 2, 3};
      if (!verifies(key.publicKey, sample, key.sign(sample))) {
        throw new IOException(file + " has two keys that don't belong together");
      }
      return key;
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new IOException(file + " isn't a grader's key", broken);
    }
  }

  private static void make(Path folder, Path file) throws IOException {
    Path temporary =
        Files.createTempFile(
            folder,
            "key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Files.writeString(
          temporary,
          HEX.formatHex(pair.getPrivate().getEncoded())
              + "\n"
              + HEX.formatHex(pair.getPublic().getEncoded())
              + "\n",
          StandardCharsets.US_ASCII);
      // fails if another process was faster, whose key then counts
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException other) {
      // that one is read
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has Ed25519", impossible);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The public key, X.509 in hexadecimal digits. */
  public String publicKey() {
    return publicKey;
  }

  /** Signs bytes; the signature in hexadecimal digits. */
  String sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return HEX.formatHex(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this key can sign", impossible);
    }
  }

  /**
   * Whether a signature is that of a key.
   *
   * @param publicKey as {@link #publicKey} gives it
   */
  static boolean verifies(String publicKey, byte[] bytes, String signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(HEX.parseHex(publicKey)));
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(bytes);
      return check.verify(HEX.parseHex(signature));
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return false;
    }
  }
}
