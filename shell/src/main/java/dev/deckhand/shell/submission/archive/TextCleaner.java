package dev.deckhand.shell.submission.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Makes scripts and YAML files from Windows usable: removes byte order marks, changes the line ends
 * CR LF to LF, and UTF-16 to UTF-8. Other files, and whatever looks binary, stay as they are.
 */
final class TextCleaner {

  private static final Pattern TEXT_NAME =
      Pattern.compile("(?i).*\\.(sh|bash|ya?ml)", Pattern.DOTALL);

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};

  private TextCleaner() {}

  /** Returns the file as it will be used, and notes what was changed. */
  static SubmittedFile clean(String path, SubmittedFile file, RemarkList remarks) {
    boolean script = file.startsWith((byte) '#', (byte) '!');
    if (!script && !TEXT_NAME.matcher(path).matches()) {
      return file;
    }
    byte[] before = file.content();
    byte[] content = fromUtf16(path, before, remarks);
    if (contains(content, (byte) 0)) {
      return file;
    }
    if (startsWith(content, UTF_8_MARK)) {
      content = Arrays.copyOfRange(content, UTF_8_MARK.length, content.length);
      remarks.add(RemarkKind.BYTE_ORDER_MARK, path);
    }
    byte[] lines = withUnixLineEnds(content);
    if (lines.length < content.length) {
      remarks.add(RemarkKind.LINE_ENDS, path);
    }
    return Arrays.equals(lines, before) ? file : new SubmittedFile(lines, file.executable());
  }

  private static byte[] fromUtf16(String path, byte[] content, RemarkList remarks) {
    if (!startsWith(content, UTF_16_LITTLE) && !startsWith(content, UTF_16_BIG)) {
      return content;
    }
    Charset charset =
        startsWith(content, UTF_16_LITTLE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    try {
      String text =
          charset.newDecoder().decode(ByteBuffer.wrap(content, 2, content.length - 2)).toString();
      if (text.indexOf('\0') >= 0) {
        return content;
      }
      remarks.add(RemarkKind.UTF_16, path);
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException notText) {
      return content;
    }
  }

  private static byte[] withUnixLineEnds(byte[] content) {
    var lines = new byte[content.length];
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      boolean lineEnd = content[i] == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if (!lineEnd) {
        lines[length++] = content[i];
      }
    }
    return Arrays.copyOf(lines, length);
  }

  private static boolean startsWith(byte[] content, byte[] mark) {
    return content.length >= mark.length
        && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
  }

  private static boolean contains(byte[] content, byte wanted) {
    for (byte one : content) {
      if (one == wanted) {
        return true;
      }
    }
    return false;
  }
}
