package dev.deckhand.lab.docker;

import com.github.dockerjava.transport.SSLConfig;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The address of an engine.
 *
 * @param uri {@code unix:///path}, {@code npipe:////./pipe/name} or {@code tcp://host:port}
 * @param certificates a folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}, or null
 *     if the engine requires none
 */
public record EngineAddress(URI uri, @Nullable Path certificates) {

  public EngineAddress {
    if (uri.getScheme() == null) {
      throw new IllegalArgumentException(
          "an engine's address begins with unix:// or tcp://: " + uri);
    }
  }

  /** Returns the address of a socket in the file system. */
  public static EngineAddress socket(Path path) {
    return new EngineAddress(URI.create("unix://" + path.toAbsolutePath()), null);
  }

  /** Whether it is a socket in the file system. */
  public boolean isSocket() {
    return "unix".equals(uri.getScheme());
  }

  /** The client's keys, or null if it requires none. */
  public @Nullable SSLConfig sslConfig() {
    return certificates == null ? null : new PemKeys(certificates);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
