package dev.deckhand.lab.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.deckhand.lab.bench.TrafficRecorder;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Sees what a client sends to an engine, and when the bytes of its events come. */
public final class MeasuredDockerHttpClient implements DockerHttpClient {

  private final DockerHttpClient http;
  private final TrafficRecorder traffic;

  private MeasuredDockerHttpClient(DockerHttpClient http, TrafficRecorder trafficRecorder) {
    this.http = http;
    this.traffic = trafficRecorder;
  }

  /** Returns a client whose connection is looked at. */
  public static EngineApi at(EngineAddress address, TrafficRecorder trafficRecorder) {
    return new EngineApi(
        address, new MeasuredDockerHttpClient(EngineApi.httpClient(address), trafficRecorder));
  }

  @Override
  public Response execute(Request request) {
    traffic.requestSent();
    Response response = http.execute(request);
    return request.path().startsWith("/events") ? new Events(response, traffic) : response;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }

  private record Events(Response response, TrafficRecorder wire) implements Response {

    @Override
    public int getStatusCode() {
      return response.getStatusCode();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return response.getHeaders();
    }

    @Override
    public InputStream getBody() {
      return new FilterInputStream(response.getBody()) {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int count = super.read(bytes, offset, length);
          if (count > 0) {
            wire.bytesReceived(bytes, offset, count);
          }
          return count;
        }
      };
    }

    @Override
    public void close() {
      response.close();
    }
  }
}
