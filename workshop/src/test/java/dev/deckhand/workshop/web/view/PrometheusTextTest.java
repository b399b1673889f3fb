package dev.deckhand.workshop.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

  @Test
  void figuresAreWrittenAsPrometheusReadsThem() {
    String text =
        new PrometheusText()
            .family("checks_seconds", "HISTOGRAM", "One line\nand a \\.")
            .sample("checks_seconds_bucket", Map.of("le", "0.5", "a", "say \"x\"\n"), 3)
            .sample("checks_seconds_sum", Map.of(), 1.25)
            .toString();
    assertThat(text)
        .isEqualTo(
            """
            # HELP checks_seconds One line\\nand a \\\\.
            # TYPE checks_seconds histogram
            checks_seconds_bucket{a="say \\"x\\"\\n",le="0.5"} 3
            checks_seconds_sum 1.25
            """);
  }
}
