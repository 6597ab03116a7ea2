package org.ronde.matching.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file's name and its bytes, unpacked. */
final class Input {
  private final String name;
  private final byte[] bytes;

  Input(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  static Input read(Path file) throws IOException, BadFileException {
    return new Input(String.valueOf(file.getFileName()), Instances.read(file));
  }

  String name() {
    return name;
  }

  /** The very bytes, for readers that do not write. */
  byte[] bytes() {
    return bytes;
  }

  String sha256() {
    return Hash.of(bytes);
  }
}
