package dev.deckhand.lab.kube;

import dev.deckhand.lab.bench.TrafficRecorder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;

/** Sees what a client sends to an API server, and when the bytes of a watch come. */
public final class MeasuredKubeInterceptor implements Interceptor {

  private final TrafficRecorder traffic;

  private MeasuredKubeInterceptor(TrafficRecorder trafficRecorder) {
    this.traffic = trafficRecorder;
  }

  /** Returns a client whose connection is looked at. */
  public static KubeApi of(String kubeconfig, TrafficRecorder trafficRecorder) {
    return KubeApi.of(kubeconfig, new MeasuredKubeInterceptor(trafficRecorder));
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    traffic.requestSent();
  }

  @Override
  public AsyncBody.Consumer<List<ByteBuffer>> consumer(
      AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
    if (!String.valueOf(request.uri().getQuery()).contains("watch=1")) {
      return consumer;
    }
    return (portions, body) -> {
      for (ByteBuffer portion : portions) {
        byte[] bytes = new byte[portion.remaining()];
        portion.duplicate().get(bytes);
        traffic.bytesReceived(bytes, 0, bytes.length);
      }
      consumer.consume(portions, body);
    };
  }
}
