package org.ronde.contests.draw;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The published test vectors: whole bundles, in {@code docs/draw}. */
final class Vectors {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Path FOLDER = Path.of("..", "docs", "draw").toAbsolutePath().normalize();

  /** Round 1000 of quicknet, as the beacon's own tests have it. */
  static final String ROUND_1000 =
      "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

  private Vectors() {}

  static Path path(int number) {
    return FOLDER.resolve("vector-%d.json".formatted(number));
  }

  static Bundle published(int number) {
    try {
      return JSON.readValue(path(number).toFile(), Bundle.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Entry entry(int number, int tickets) {
    return new Entry(Entry.pseudonym(Hash.sha256("salt " + number), new UUID(0, number)), tickets);
  }

  /** Member n of a vector: id 00000000-0000-0000-0000-00000000000n, salt SHA-256("salt n"). */
  static List<Entry> entries(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> entry(n, Ticketing.TIERS.get(n % Ticketing.TIERS.size())))
        .toList();
  }

  /** One entrant, one prize, the operator's chain. */
  static Bundle first() {
    return bundle(1, 1, List.of(), List.of(chain(1, 1, Set.of(), 1)));
  }

  /** Seven entrants, three prizes, the beacon. */
  static Bundle second() {
    SealedList list = new SealedList(entries(7));
    return bundle(
        2,
        7,
        List.of(),
        List.of(round(2, "drand", 1000, ROUND_1000, list, List.of(), List.of(1, 2, 3))));
  }

  /**
   * Twelve entrants, one struck before the draw, the winner of prize 1 replaced by a fresh draw.
   */
  static Bundle third() {
    List<Entry> entries = entries(12);
    Hash struck = entries.get(4).pseudonym();
    SealedList amended =
        new SealedList(entries.stream().filter(e -> !e.pseudonym().equals(struck)).toList());
    Bundle.Round draw = round(3, "drand", 1000, ROUND_1000, amended, List.of(), List.of(1, 2));
    List<String> served = draw.winners().stream().map(Bundle.Winner::pseudonym).toList();
    Hash link = Commitment.link(Hash.sha256("secret 3"), 2);
    Bundle.Round fresh = round(3, "commitment", 2, link.hex(), amended, served, List.of(1));
    return bundle(
        3,
        12,
        List.of(
            new Bundle.Amendment(
                List.of(struck.hex()), "Points taken back on 2 June", amended.root().hex())),
        List.of(draw, fresh));
  }

  private static Bundle.Round chain(int vector, int entries, Set<Hash> excluded, int prizes) {
    Hash link = Commitment.link(Hash.sha256("secret " + vector), 1);
    return round(
        vector,
        "commitment",
        1,
        link.hex(),
        new SealedList(entries(entries)),
        excluded.stream().map(Hash::hex).toList(),
        IntStream.rangeClosed(1, prizes).boxed().toList());
  }

  static Bundle.Round round(
      int contest,
      String source,
      long round,
      String randomness,
      SealedList list,
      List<String> excluded,
      List<Integer> prizes) {
    Hash seed = Draw.seed(new UUID(0, contest), list.root(), HexFormat.of().parseHex(randomness));
    List<Draw.Drawn> drawn =
        Draw.first(
            prizes.size(), list, seed, Set.copyOf(excluded.stream().map(Hash::new).toList()));
    List<Bundle.Winner> winners = new ArrayList<>();
    for (int k = 0; k < drawn.size(); k++) {
      Draw.Drawn one = drawn.get(k);
      winners.add(
          new Bundle.Winner(
              prizes.get(k), one.entry().pseudonym().hex(), one.ticket(), one.key().hex()));
    }
    return new Bundle.Round(
        source, round, randomness, list.root().hex(), seed.hex(), excluded, prizes, winners);
  }

  private static Bundle bundle(
      int contest, int entries, List<Bundle.Amendment> amendments, List<Bundle.Round> draws) {
    SealedList list = new SealedList(entries(entries));
    return new Bundle(
        Bundle.PROTOCOL,
        "test vector " + contest,
        new UUID(0, contest),
        new Bundle.Rules(
            1,
            Hash.sha256("rules " + contest).hex(),
            100,
            20,
            Commitment.published(Hash.sha256("secret " + contest)).hex(),
            draws.get(0).source().equals("drand") ? 1000L : null),
        new Bundle.Sealed(
            list.root().hex(),
            "2026-06-01T10:00:00Z",
            list.entries().stream()
                .map(e -> new Bundle.Line(e.pseudonym().hex(), e.tickets()))
                .toList()),
        amendments,
        draws);
  }
}
