package org.ronde.matching.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files of the engine, packed or plain, and which format they are in. */
final class Instances {
  /** Unpacked bytes; a packed bomb ends here instead of in an exhausted memory. */
  private static final int BYTES_MAX = 1 << 28;

  /** The beginning is enough to tell a format by. */
  private static final int LOOKED_AT_MAX = 1 << 16;

  private static final Pattern OLD_WMD = Pattern.compile("\\d+\\s*,\\s*\\d+");
  private static final Pattern INPUT = Pattern.compile("\\d+\\s+\\d+");
  private static final Pattern WANTS =
      Pattern.compile("#!.*|!BEGIN-OFFICIAL-NAMES|\\(.*\\).*|[^\\s:]+\\s*:.*");

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
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    for (var format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    var text =
        new String(bytes, 0, Math.min(bytes.length, LOOKED_AT_MAX), StandardCharsets.ISO_8859_1);
    int number = 0;
    for (var line : text.lines().map(String::strip).toList()) {
      number++;
      if (line.startsWith("{")) {
        return Format.JSON;
      }
      if (line.startsWith("# NUMBER ALTERNATIVES") || OLD_WMD.matcher(line).matches()) {
        return Format.WMD;
      }
      if (INPUT.matcher(line).matches()) {
        return Format.INPUT;
      }
      if (WANTS.matcher(line).matches()) {
        return Format.WANTS;
      }
      if (!line.isEmpty() && !line.startsWith("#")) {
        return wantsIfText(name, number);
      }
    }
    return wantsIfText(name, number);
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
