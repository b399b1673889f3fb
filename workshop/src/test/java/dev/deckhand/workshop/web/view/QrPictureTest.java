package dev.deckhand.workshop.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrPictureTest {

  private final QrPicture picture = new QrPicture("http://192.0.2.7:8080/#blue-otter-42");

  @Test
  void thePictureIsDarkOnWhiteWithAMargin() {
    assertThat(picture.svg())
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 37 37\"")
        // the corner that each code begins with
        .contains("fill=\"#fff\"", "d=\"M4 4h1v1h-1zM5 4h1v1h-1z")
        .doesNotContain("blue-otter");
  }

  @Test
  void theTextHasTwoRowsInALine() {
    String[] lines = picture.text().split("\n", -1);
    assertThat(lines).hasSize(20);
    assertThat(lines[0]).isEqualTo("\u2588".repeat(37));
    // 4 of margin, then a corner: dark above its light ring
    assertThat(lines[2]).startsWith("\u2588\u2588\u2588\u2588 \u2584\u2584\u2584\u2584\u2584 ");
  }
}
