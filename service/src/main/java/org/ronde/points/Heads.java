package org.ronde.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The daily heads: where the chain of entries ended when a day's head was published. Whoever keeps
 * one can show that no entry before it was changed since.
 */
public final class Heads {
  private static final int SHOWN_MAX = 366;

  private final BoardDao dao;

  /**
   * The end of the chain on a day.
   *
   * @param day in UTC
   * @param seq how many entries the chain had
   * @param hash of the last of them, 64 hexadecimal digits
   */
  public record Head(LocalDate day, long seq, String hash, Instant publishedAt) {}

  public Heads(Jdbi jdbi) {
    this.dao = jdbi.onDemand(BoardDao.class);
  }

  /** Publishes today's head, once; a job calls this each day. */
  public void publish() {
    dao.publish();
  }

  /** The newest heads first, those of about a year. */
  public List<Head> heads() {
    return dao.heads(SHOWN_MAX).stream()
        .map(
            row ->
                new Head(
                    row.day(), row.seq(), HexFormat.of().formatHex(row.hash()), row.publishedAt()))
        .toList();
  }
}
