package dev.deckhand.lab.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.InputStream;

/** A response whose body is still arriving. Closing it closes the connection. */
public final class StreamedResponse implements AutoCloseable {

  private final DockerHttpClient.Response response;

  StreamedResponse(DockerHttpClient.Response response) {
    this.response = response;
  }

  public InputStream body() {
    return response.getBody();
  }

  /** Whether the answer has a header of that name, in whatever case. */
  boolean hasHeader(String name) {
    return response.getHeaders().keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  @Override
  public void close() {
    response.close();
  }
}
