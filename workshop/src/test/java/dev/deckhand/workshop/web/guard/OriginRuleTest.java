package dev.deckhand.workshop.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRuleTest {

  private final OriginRule rule = new OriginRule(Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "http://host:8080, host:8080, true",
    "http://HOST:8080, host:8080, true",
    "http://host, host, true",
    "http://host, host:80, true",
    "https://host, host:443, true",
    "https://host, host, true",
    "http://[::1]:8080, [::1]:8080, true",
    "http://[::1], [::1], true",
    "http://host:8081, host:8080, false",
    "http://other:8080, host:8080, false",
    "http://host.evil:8080, host:8080, false",
    "http://host:8080/, host:8080, false",
    "http://host:8080/x, host:8080, false",
    "http://user@host:8080, host:8080, false",
    "http://host:8080?x, host:8080, false",
    "http://host:8080#x, host:8080, false",
    "ftp://host:8080, host:8080, false",
    "null, host:8080, false",
    "'', host:8080, false",
    "//host:8080, host:8080, false",
    "http:, host:8080, false"
  })
  void anOriginIsOursIfItsHostAndPortAreThoseThatWereAskedFor(
      String origin, String host, boolean allowed) {
    assertThat(rule.allows(origin, "same-origin", host)).isEqualTo(allowed);
    // older browsers don't say where from
    assertThat(rule.allows(origin, null, host)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"cross-site", "same-site", "none", "''"})
  void whatTheBrowserSaysCountsFirst(String site) {
    assertThat(rule.allows("http://host", site, "host")).isFalse();
  }

  @Test
  void aRequestWithoutAnOriginIsNoPages() {
    assertThat(rule.allows(null, "same-origin", "host")).isFalse();
    assertThat(rule.allows(null, null, "host")).isFalse();
  }

  @Test
  void aPublicOriginIsOursWhateverTheProxyAsksFor() {
    var behindProxy = new OriginRule(Optional.of("https://workshop.example"));
    assertThat(behindProxy.allows("https://workshop.example", null, "10.0.0.7:8080")).isTrue();
    assertThat(behindProxy.allows("http://workshop.example", null, "10.0.0.7:8080")).isFalse();
  }
}
