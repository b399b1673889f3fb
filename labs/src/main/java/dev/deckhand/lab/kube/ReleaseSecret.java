package dev.deckhand.lab.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/**
 * A revision of a release as Helm stores it in the cluster: a Secret with gzipped JSON.
 *
 * <p>Source: Helm 4, {@code pkg/storage/driver}; the same as in Helm 3.
 */
public final class ReleaseSecret {

  private static final JsonMapper JSON = new JsonMapper();

  /** A chart has at most a mebibyte compressed; anything that expands to more than this is none. */
  private static final int MAX_BYTES = 32 << 20;

  private ReleaseSecret() {}

  /**
   * Unpacks a Secret's {@code data.release}.
   *
   * @throws IOException if it holds no release
   */
  public static JsonNode decode(String data) throws IOException {
    try {
      // encoded by Helm, and again by the API, as all data of Secrets is
      byte[] packed = Base64.getDecoder().decode(Base64.getDecoder().decode(data));
      try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        byte[] json = unzipped.readNBytes(MAX_BYTES);
        if (json.length == MAX_BYTES) {
          throw new IOException("it unpacks to more than " + (MAX_BYTES >> 20) + " MiB");
        }
        return JSON.readTree(json);
      }
    } catch (IllegalArgumentException notEncoded) {
      throw new IOException("it is not encoded as Helm does it", notEncoded);
    }
  }
}
