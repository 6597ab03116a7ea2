package org.ronde.app;

import com.codahale.metrics.health.HealthCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the data folder has room: a database whose disk is full aborts within seconds. */
final class HealthOfDisk extends HealthCheck {
  static final long FREE_BYTES_MIN = 256L * 1024 * 1024;

  private final Path folder;
  private final long freeBytesMin;

  HealthOfDisk(Path folder, long freeBytesMin) {
    this.folder = folder.toAbsolutePath();
    this.freeBytesMin = freeBytesMin;
  }

  @Override
  protected Result check() throws IOException {
    Path existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    long free = Files.getFileStore(existing).getUsableSpace();
    return free >= freeBytesMin
        ? Result.healthy()
        : Result.unhealthy(
            "%d bytes are free in %s, at least %d are needed.", free, folder, freeBytesMin);
  }
}
