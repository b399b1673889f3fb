import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws a text diagram as an image: {@code java docs/authors/draw/Draw.java IN.txt OUT.png}. Plus
 * signs, hyphens and bars become lines, {@code <}, {@code >} and {@code v} become arrow heads, and
 * all other characters are copied, so that the text and the image look the same.
 */
final class Draw {

  private static final int WIDTH = 14;
  private static final int HEIGHT = 28;
  private static final int MARGIN = 2 * WIDTH;

  private static final Color PAPER = new Color(0xfcfbf8);
  private static final Color INK = new Color(0x24292f);
  private static final Color LINES = new Color(0x1c5d99);

  private final List<String> rows;
  private final Graphics2D pen;

  private Draw(List<String> rows, Graphics2D pen) {
    this.rows = rows;
    this.pen = pen;
  }

  public static void main(String[] arguments) throws IOException {
    List<String> rows = Files.readAllLines(Path.of(arguments[0]));
    int columns = rows.stream().mapToInt(String::length).max().orElse(1);
    var image =
        new BufferedImage(
            columns * WIDTH + 2 * MARGIN,
            rows.size() * HEIGHT + 2 * MARGIN,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(PAPER);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.translate(MARGIN, MARGIN);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 22));
    pen.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    new Draw(rows, pen).draw();
    ImageIO.write(image, "png", Path.of(arguments[1]).toFile());
  }

  private void draw() {
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < rows.get(y).length(); x++) {
        sign(x, y);
      }
    }
  }

  private char at(int x, int y) {
    return y >= 0 && y < rows.size() && x >= 0 && x < rows.get(y).length()
        ? rows.get(y).charAt(x)
        : ' ';
  }

  private void sign(int x, int y) {
    char sign = at(x, y);
    pen.setColor(LINES);
    boolean lineLeft = "-+<".indexOf(at(x - 1, y)) >= 0;
    boolean lineRight = "-+>".indexOf(at(x + 1, y)) >= 0;
    boolean lineAbove = "|+^".indexOf(at(x, y - 1)) >= 0;
    boolean lineBelow = "|+v".indexOf(at(x, y + 1)) >= 0;
    switch (sign) {
      case '+' -> arms(x, y, lineLeft, lineRight, lineAbove, lineBelow);
      case '|' -> arms(x, y, false, false, true, true);
      case '>' -> head(x, y, 0);
      case '<' -> head(x, y, 180);
      case '-' -> {
        if (lineLeft || lineRight) {
          arms(x, y, true, true, false, false);
        } else {
          letter(sign, x, y);
        }
      }
      case 'v' -> {
        // an arrow head if a line leads down to it, otherwise a letter
        if ("|+".indexOf(at(x, y - 1)) >= 0) {
          head(x, y, 90);
        } else {
          letter(sign, x, y);
        }
      }
      default -> letter(sign, x, y);
    }
  }

  private void arms(int x, int y, boolean left, boolean right, boolean up, boolean down) {
    double middleX = (x + 0.5) * WIDTH;
    double middleY = (y + 0.5) * HEIGHT;
    line(left, middleX, middleY, middleX - WIDTH / 2.0, middleY);
    line(right, middleX, middleY, middleX + WIDTH / 2.0, middleY);
    line(up, middleX, middleY, middleX, middleY - HEIGHT / 2.0);
    line(down, middleX, middleY, middleX, middleY + HEIGHT / 2.0);
  }

  private void line(boolean there, double fromX, double fromY, double toX, double toY) {
    if (there) {
      pen.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }
  }

  /** Draws an arrow head in the middle of a cell; 0 degrees points right, 90 down. */
  private void head(int x, int y, int degrees) {
    var before = pen.getTransform();
    pen.translate((x + 0.5) * WIDTH, (y + 0.5) * HEIGHT);
    pen.rotate(Math.toRadians(degrees));
    int tail = degrees == 90 ? HEIGHT / 2 : WIDTH / 2;
    pen.draw(new Line2D.Double(-tail, 0, 0, 0));
    pen.fillPolygon(new int[] {-WIDTH / 2, WIDTH / 2, -WIDTH / 2}, new int[] {-6, 0, 6}, 3);
    pen.setTransform(before);
  }

  private void letter(char sign, int x, int y) {
    pen.setColor(INK);
    pen.drawString(String.valueOf(sign), x * WIDTH, (int) ((y + 0.72) * HEIGHT));
  }
}
