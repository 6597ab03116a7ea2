package org.ronde.matching.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Company;
import org.ronde.matching.History;
import org.ronde.matching.Limits;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Place;
import org.ronde.matching.Reach;
import org.ronde.matching.Verdict;
import org.ronde.matching.Want;

/**
 * Reads a market from JSON, the format of {@code docs/market-format.md}.
 *
 * <p>Strict: unknown fields, duplicates and loose ends are refused, each with its line.
 */
final class MarketReader {
  private static final Set<String> COMPANY =
      Set.of(
          "id",
          "cycleLengthMax",
          "tolerancePercent",
          "topUpPayMaxCents",
          "topUpTakeMaxCents",
          "openCyclesMax",
          "premium",
          "excludes",
          "yesPercent",
          "waitingDays",
          "missedCycles");
  private static final Set<String> OFFER =
      Set.of(
          "id",
          "company",
          "category",
          "unit",
          "quantity",
          "quantityStep",
          "unitValueCents",
          "country",
          "region",
          "departement",
          "reach",
          "lastDay");
  private static final Set<String> NEED =
      Set.of(
          "id",
          "company",
          "category",
          "unit",
          "quantity",
          "quantityStep",
          "unitValueMaxCents",
          "country",
          "region",
          "departement",
          "reach",
          "lastDay",
          "oneOfGroup");
  private static final Set<String> WANT = Set.of("need", "offer", "verdict");

  private final JsonParser parser;
  private final Map<String, Integer> companies = new HashMap<>();
  private final Map<String, Integer> offers = new HashMap<>();
  private final Map<String, Integer> needs = new HashMap<>();
  private final Map<String, Integer> wants = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  /** Something named before or after the thing itself; looked up at the end. */
  private record Reference(String kind, String id, int line, Map<String, Integer> among) {}

  /** One element of a list. */
  private interface Element<T> {
    T read(JsonFields fields) throws BadFileException;
  }

  private MarketReader(JsonParser parser) {
    this.parser = parser;
  }

  static Market read(byte[] bytes) throws BadFileException {
    var factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = JsonMapper.builder(factory).build().createParser(bytes)) {
      return new MarketReader(parser).market();
    } catch (JsonProcessingException e) {
      var location = e.getLocation();
      throw new BadFileException(
          location == null ? 1 : Math.max(1, location.getLineNr()),
          String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("no JSON"));
    } catch (IOException e) {
      throw new BadFileException(1, String.valueOf(e.getMessage()));
    }
  }

  private Market market() throws IOException, BadFileException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new BadFileException(1, "expected an object with companies, offers, needs and wants");
    }
    @Nullable LocalDate day = null;
    List<Company> companyList = List.of();
    List<Offer> offerList = List.of();
    List<Need> needList = List.of();
    List<Want> wantList = List.of();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = String.valueOf(parser.currentName());
      parser.nextToken();
      switch (name) {
        case "day" -> day = day();
        case "companies" -> companyList = list(COMPANY, this::company);
        case "offers" -> offerList = list(OFFER, this::offer);
        case "needs" -> needList = list(NEED, this::need);
        case "wants" -> wantList = list(WANT, this::want);
        default ->
            throw new BadFileException(JsonFields.lineOf(parser), "unknown field '" + name + "'");
      }
    }
    int lastLine = JsonFields.lineOf(parser);
    if (parser.nextToken() != null) {
      throw new BadFileException(JsonFields.lineOf(parser), "something follows the market");
    }
    if (day == null) {
      throw new BadFileException(lastLine, "'day' is missing");
    }
    for (var reference : references) {
      if (!reference.among().containsKey(reference.id())) {
        throw new BadFileException(
            reference.line(), "unknown %s '%s'".formatted(reference.kind(), reference.id()));
      }
    }
    return new Market(day, companyList, offerList, needList, wantList);
  }

  private LocalDate day() throws IOException, BadFileException {
    try {
      return LocalDate.parse(parser.getText());
    } catch (DateTimeException e) {
      throw new BadFileException(JsonFields.lineOf(parser), "'day' is no day like 2026-11-30");
    }
  }

  private <T> List<T> list(Set<String> allowed, Element<T> element)
      throws IOException, BadFileException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new BadFileException(JsonFields.lineOf(parser), "expected a list");
    }
    var list = new ArrayList<T>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var fields = JsonFields.read(parser, allowed);
      try {
        list.add(element.read(fields));
      } catch (IllegalArgumentException e) {
        throw new BadFileException(fields.line(), String.valueOf(e.getMessage()));
      }
    }
    return list;
  }

  private Company company(JsonFields fields) throws BadFileException {
    var unknown = History.none();
    return new Company(
        unique("company", fields, companies),
        fields.smallNumber("cycleLengthMax", Limits.CYCLE_LENGTH_MAX),
        fields.smallNumber("tolerancePercent", 0),
        fields.number("topUpPayMaxCents", 0),
        fields.number("topUpTakeMaxCents", 0),
        fields.smallNumber("openCyclesMax", Company.OPEN_CYCLES_MAX),
        fields.truth("premium"),
        Set.copyOf(fields.texts("excludes")),
        new History(
            fields.smallNumber("yesPercent", unknown.yesPercent()),
            fields.smallNumber("waitingDays", unknown.waitingDays()),
            fields.smallNumber("missedCycles", unknown.missedCycles())));
  }

  private Offer offer(JsonFields fields) throws BadFileException {
    return new Offer(
        unique("offer", fields, offers),
        reference("company", fields, companies),
        fields.text("category"),
        fields.text("unit"),
        fields.number("quantity"),
        fields.number("quantityStep", 1),
        fields.number("unitValueCents"),
        place(fields),
        fields.oneOf("reach", Reach.class),
        fields.day("lastDay"));
  }

  private Need need(JsonFields fields) throws BadFileException {
    return new Need(
        unique("need", fields, needs),
        reference("company", fields, companies),
        fields.text("category"),
        fields.text("unit"),
        fields.number("quantity"),
        fields.number("quantityStep", 1),
        fields.number("unitValueMaxCents"),
        place(fields),
        fields.oneOf("reach", Reach.class),
        fields.day("lastDay"),
        fields.textOrNull("oneOfGroup"));
  }

  private Want want(JsonFields fields) throws BadFileException {
    var want =
        new Want(
            reference("need", fields, needs),
            reference("offer", fields, offers),
            fields.oneOf("verdict", Verdict.class));
    var pair = List.of(want.needId(), want.offerId()).toString();
    if (wants.put(pair, fields.line()) != null) {
      throw new BadFileException(fields.line(), "a second want for " + pair);
    }
    return want;
  }

  private static Place place(JsonFields fields) throws BadFileException {
    return new Place(fields.text("country"), fields.text("region"), fields.text("departement"));
  }

  private static String unique(String kind, JsonFields fields, Map<String, Integer> seen)
      throws BadFileException {
    var id = fields.text("id");
    var before = seen.put(id, fields.line());
    if (before != null) {
      throw new BadFileException(
          fields.line(), "a second %s '%s', the first is on line %d".formatted(kind, id, before));
    }
    return id;
  }

  private String reference(String kind, JsonFields fields, Map<String, Integer> among)
      throws BadFileException {
    var id = fields.text(kind);
    references.add(new Reference(kind, id, fields.line(), among));
    return id;
  }
}
