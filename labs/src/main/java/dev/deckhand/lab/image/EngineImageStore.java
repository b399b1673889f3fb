package dev.deckhand.lab.image;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import dev.deckhand.lab.docker.EngineApi;
import dev.deckhand.lab.docker.StreamedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The images of a private engine. */
public record EngineImageStore(EngineApi api) implements ImageStore {

  @Override
  public void load(InputStream tar) throws IOException {
    try (StreamedResponse streamedResponse =
        api.open(Request.Method.POST, "/images/load?quiet=1", tar)) {
      String answer = new String(streamedResponse.body().readAllBytes(), StandardCharsets.UTF_8);
      if (answer.contains("\"error\"")) {
        throw new IOException(answer.strip());
      }
    }
  }

  @Override
  public void rename(List<HostImage> images) {
    for (HostImage image : images) {
      if (image.isSubstitute()) {
        api.post(
            "/images/"
                + image.tag()
                + "/tag?repo="
                + EngineApi.urlEncode(image.name().repository())
                + "&tag="
                + EngineApi.urlEncode(image.name().version()),
            null);
        api.delete("/images/" + image.tag() + "?noprune=1");
      }
    }
  }
}
