package org.ronde.points;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ChunkedOutput;
import org.jspecify.annotations.Nullable;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that their board has changed: an event with the board's version, no names; the
 * page then asks for itself again. A connection ends after a while and the browser opens the next
 * one, which begins with the version as it is, so nothing is missed in between.
 */
public final class LiveBoards implements Managed {
  /** What an event stream is. */
  static final String EVENT_STREAM = "text/event-stream";

  private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Proxies and our own server end what is silent for longer. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  private final Boards boards;
  private final PointsSettings settings;
  private final InstantSource clock;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private @Nullable Loop loop;

  /** One open connection. */
  private static final class Watcher {
    private final BoardKey board;
    private final MemberId member;
    private final ChunkedOutput<String> output;
    private final Instant since;
    private Instant heardAt;
    private long version;

    Watcher(BoardKey board, MemberId member, Instant now, long version) {
      this.board = board;
      this.member = member;
      this.output = new ChunkedOutput<>(String.class);
      this.since = now;
      this.heardAt = now;
      this.version = version;
    }
  }

  public LiveBoards(Boards boards, PointsSettings settings, InstantSource clock) {
    this.boards = boards;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Opens a connection that hears of a board's changes. A member with as many as settings allow
   * loses the oldest: a page that was left is noticed only when something is written to it.
   *
   * @throws Refusal TOO_MANY_REQUESTS when all members together have as many as settings allow;
   *     pages then live on plain reloads
   */
  ChunkedOutput<String> open(BoardKey board, MemberId member) {
    List<Watcher> own = watchers.stream().filter(watcher -> watcher.member.equals(member)).toList();
    if (own.size() >= settings.streamsPerMemberMax()) {
      close(own.get(0));
    }
    if (watchers.size() >= settings.streamsMax()) {
      throw new Refusal(ProblemType.TOO_MANY_REQUESTS);
    }
    Watcher watcher = new Watcher(board, member, clock.instant(), boards.version(board));
    tell(watcher, "retry: 2000\n" + event(watcher.version));
    watchers.add(watcher);
    return watcher.output;
  }

  /** How many connections are open. */
  int watched() {
    return watchers.size();
  }

  @Override
  public void start() {
    loop = Loop.start("live-boards", LOOK, this::look);
  }

  private void look() {
    Map<BoardKey, Long> versions = new HashMap<>();
    for (Watcher watcher : watchers) {
      long version = versions.computeIfAbsent(watcher.board, boards::version);
      look(watcher, version, clock.instant());
    }
  }

  private void look(Watcher watcher, long version, Instant now) {
    if (watcher.since.plusSeconds(settings.streamSeconds()).isBefore(now)) {
      close(watcher);
    } else if (version != watcher.version) {
      watcher.version = version;
      watcher.heardAt = now;
      tell(watcher, event(version));
    } else if (watcher.heardAt.plus(SIGN_OF_LIFE).isBefore(now)) {
      watcher.heardAt = now;
      tell(watcher, ":\n\n");
    }
  }

  private static String event(long version) {
    return "id: %d\ndata: %d\n\n".formatted(version, version);
  }

  private void tell(Watcher watcher, String text) {
    try {
      watcher.output.write(text);
    } catch (IOException e) {
      LOG.debug("A browser left its board", e);
      close(watcher);
    }
  }

  private void close(Watcher watcher) {
    watchers.remove(watcher);
    try {
      watcher.output.close();
    } catch (IOException e) {
      LOG.debug("A connection was closed already", e);
    }
  }

  @Override
  public void stop() throws InterruptedException {
    if (loop != null) {
      loop.stop();
    }
    hangUp();
  }

  /** Ends every connection. */
  void hangUp() {
    List.copyOf(watchers).forEach(this::close);
  }
}
