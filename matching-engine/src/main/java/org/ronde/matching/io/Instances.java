package org.ronde.matching.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Files of the engine, packed or plain, and which format they are in. */
final class Instances {
  /** Unpacked bytes; a packed bomb ends here instead of in an exhausted memory. */
  private static final int BYTES_MAX = 1 << 28;

  /** The beginning is enough to tell a format by. */
  private static final int LOOKED_AT_MAX = 1 << 16;

  private static final String OLD_WMD = "\\d+\\s*,\\s*\\d+";
  private static final String INPUT = "\\d+\\s+\\d+";

  private Instances() {}

  /** The formats that can be read. */
  enum Format {
    JSON,
    WMD,
    INPUT,
    WANTS
  }

  /** The whole file, unpacked when it begins as gzip does, whatever its name. */
  static byte[] read(Path file) throws IOException, BadFileException {
    try (var raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      var bytes = (packed ? unpacked(raw) : raw).readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new BadFileException(1, "larger than " + BYTES_MAX + " bytes");
      }
      return bytes;
    } catch (ZipException | EOFException e) {
      throw new BadFileException(1, "not a whole gzip file: " + e.getMessage());
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    return new GZIPInputStream(raw);
  }

  /** Told by the name's ending, otherwise by the first lines. */
  static Format formatOf(Path file, byte[] bytes) throws BadFileException {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      name = name.substring(0, name.length() - 3);
    }
    for (var format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    var lines = new ByteLines(bytes, Math.min(bytes.length, LOOKED_AT_MAX));
    while (lines.next()) {
      int length = lines.end() - lines.begin();
      var line = new String(bytes, lines.begin(), length, StandardCharsets.ISO_8859_1).strip();
      var format = formatOf(line);
      if (format != null) {
        return format;
      }
      if (!line.isEmpty() && !line.startsWith("#")) {
        break;
      }
    }
    return wantsIfText(name, lines.number());
  }

  /** Told by one line; null when it could stand in several formats. */
  private static @Nullable Format formatOf(String line) {
    if (line.startsWith("{")) {
      return Format.JSON;
    }
    if (line.startsWith("# NUMBER ALTERNATIVES")) {
      return Format.WMD;
    }
    if (isWantList(line)) {
      return Format.WANTS;
    }
    if (line.startsWith("#") || line.isEmpty()) {
      return null;
    }
    if (line.matches(OLD_WMD)) {
      return Format.WMD;
    }
    return line.matches(INPUT) ? Format.INPUT : null;
  }

  /** Begins with an option, a user or an item and a colon. */
  private static boolean isWantList(String line) {
    int colon = line.indexOf(':');
    return line.startsWith("#!")
        || line.equals("!BEGIN-OFFICIAL-NAMES")
        || (line.startsWith("(") && line.contains(")"))
        || (colon > 0 && new StringTokenizer(line.substring(0, colon)).countTokens() == 1);
  }

  /** A want list may have neither options nor users nor colons. */
  private static Format wantsIfText(String name, int line) throws BadFileException {
    if (name.endsWith(".txt")) {
      return Format.WANTS;
    }
    throw new BadFileException(
        Math.max(1, line),
        "this is no format known here; say which by --format json, wmd, input or wants");
  }
}
