package dev.deckhand.site.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The letters of a printed page, and where they are, in points of 1/72 inch. */
record PdfPage(String text, float width, float height, List<TextPosition> letters) {

  /**
   * @param index from 0
   */
  static PdfPage of(PDDocument document, int index) throws IOException {
    var letters = new ArrayList<TextPosition>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            letters.add(letter);
            super.processTextPosition(letter);
          }
        };
    stripper.setSortByPosition(true);
    stripper.setStartPage(index + 1);
    stripper.setEndPage(index + 1);
    String text = stripper.getText(document);
    PDPage page = document.getPage(index);
    return new PdfPage(
        text, page.getMediaBox().getWidth(), page.getMediaBox().getHeight(), letters);
  }

  /** Its lines with letters, without the space around them. */
  List<String> lines() {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** The letters that stand in a margin, or off the page. */
  List<String> linesOutside(float left, float right) {
    return letters.stream()
        .filter(letter -> !letter.getUnicode().isBlank())
        .filter(letter ->
            letter.getXDirAdj() < left - 1
                || letter.getXDirAdj() + letter.getWidthDirAdj() > width - right + 1
                || letter.getYDirAdj() < 0
                || letter.getYDirAdj() > height)
        .map(letter -> letter.getUnicode() + " at " + letter.getXDirAdj())
        .toList();
  }

  /** Lines are broken where there is no room. */
  static String withoutSpaces(String text) {
    return text.replaceAll("[\\s\u00a0]+", "").replace('\u2019', '\'');
  }
}
