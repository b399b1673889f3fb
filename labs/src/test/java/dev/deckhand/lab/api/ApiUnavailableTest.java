package dev.deckhand.lab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ApiUnavailableTest {

  @Test
  void knownFailuresAreToldInAFewWords() {
    assertThat(ApiUnavailable.reason(new ConnectException("Connection refused")))
        .isEqualTo("connection refused");
    assertThat(
            ApiUnavailable.reason(
                new RuntimeException(new IOException("Connection reset by peer"))))
        .isEqualTo("the connection was closed");
    assertThat(ApiUnavailable.reason(new UnknownHostException("nowhere")))
        .isEqualTo("there is no such host");
  }

  @Test
  void anUnknownExceptionIsNotQuoted() {
    assertThat(ApiUnavailable.reason(new IllegalStateException("java.lang.Foo@1234 is null")))
        .isEqualTo("the connection failed");
    assertThat(ApiUnavailable.reason(new EOFException())).isEqualTo("the connection failed");
    assertThat(ApiUnavailable.reason(null)).isEqualTo("the connection failed");
  }

  @Test
  void anErrorOfTheServerIsFoundBehindWrappers() {
    var error = new ApiError(ApiServer.CLUSTER, 410, "too old");

    assertThat(ApiUnavailable.of(ApiServer.CLUSTER, new CompletionException(error)))
        .isSameAs(error);
    assertThat(error.observation().reason()).isEqualTo("The cluster could not say: too old.");
  }

  @Test
  void aServerThatIsBusyIsToldFromOneThatIsGone() {
    assertThat(
            ApiUnavailable.timedOut(
                    ApiServer.CLUSTER, Duration.ofSeconds(10), new TimeoutException())
                .isTimedOut())
        .isTrue();
    assertThat(
            new ApiUnavailable(
                    ApiServer.CLUSTER,
                    "no answer in time",
                    new IOException(new HttpTimeoutException("request timed out")))
                .isTimedOut())
        .isTrue();
    assertThat(new ApiUnavailable(ApiServer.CLUSTER, "gone", new ConnectException()).isTimedOut())
        .isFalse();
  }
}
