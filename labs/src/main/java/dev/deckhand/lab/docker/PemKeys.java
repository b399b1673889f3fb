package dev.deckhand.lab.docker;

import com.github.dockerjava.transport.SSLConfig;
import io.fabric8.kubernetes.client.internal.CertUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.UnrecoverableKeyException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A client's keys, in the files that Docker uses: {@code ca.pem}, {@code cert.pem}, {@code
 * key.pem}.
 */
record PemKeys(Path folder) implements SSLConfig {

  private static final char[] IN_MEMORY_PASSWORD = "in memory only".toCharArray();

  @Override
  public SSLContext getSSLContext()
      throws KeyManagementException,
          UnrecoverableKeyException,
          NoSuchAlgorithmException,
          KeyStoreException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(clientKeyStore(), IN_MEMORY_PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trustStore());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore clientKeyStore() throws KeyStoreException {
    String key = read("key.pem");
    String algorithm = key.contains("BEGIN EC") || isEllipticPkcs8() ? "EC" : "RSA";
    try (InputStream cert = Files.newInputStream(folder.resolve("cert.pem"));
        InputStream pem = Files.newInputStream(folder.resolve("key.pem"))) {
      return CertUtils.createKeyStore(
          cert, pem, algorithm, IN_MEMORY_PASSWORD, null, IN_MEMORY_PASSWORD);
    } catch (IOException | GeneralSecurityException broken) {
      throw new KeyStoreException("the client's key in " + folder + " cannot be read", broken);
    }
  }

  /** A PKCS#8 file doesn't name the key's algorithm in its first line; the certificate does. */
  private boolean isEllipticPkcs8() throws KeyStoreException {
    try (InputStream cert = Files.newInputStream(folder.resolve("cert.pem"))) {
      return "EC"
          .equals(
              java.security.cert.CertificateFactory.getInstance("X.509")
                  .generateCertificate(cert)
                  .getPublicKey()
                  .getAlgorithm());
    } catch (IOException | GeneralSecurityException broken) {
      throw new KeyStoreException("the certificate in " + folder + " cannot be read", broken);
    }
  }

  private KeyStore trustStore() throws KeyStoreException {
    try (InputStream ca = Files.newInputStream(folder.resolve("ca.pem"))) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "ca", java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(ca));
      return store;
    } catch (IOException | GeneralSecurityException broken) {
      throw new KeyStoreException("the authority in " + folder + " cannot be read", broken);
    }
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
