package org.ronde.matching.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.ronde.matching.Company;
import org.ronde.matching.Market;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
import org.ronde.matching.Place;
import org.ronde.matching.Want;

/**
 * Writes a market as the JSON that {@link MarketReader} reads: a thing a line, every field said.
 *
 * <p>The same market gives the same bytes.
 */
final class MarketWriter {
  private final JsonGenerator json;

  private MarketWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one thing's fields. */
  @FunctionalInterface
  private interface Element<T> {
    void write(T thing) throws IOException;
  }

  static byte[] write(Market market) {
    var bytes = new ByteArrayOutputStream();
    var printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
    printer.indentArraysWith(new DefaultIndenter(" ", "\n"));
    try (var json = new JsonFactory().createGenerator(bytes)) {
      json.setPrettyPrinter(printer);
      new MarketWriter(json).writeAll(market);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writeAll(Market market) throws IOException {
    json.writeStartObject();
    json.writeStringField("day", market.day().toString());
    list("companies", market.companies(), this::company);
    list("offers", market.offers(), this::offer);
    list("needs", market.needs(), this::need);
    list("wants", market.wants(), this::want);
    json.writeEndObject();
  }

  private <T> void list(String name, Iterable<T> things, Element<T> element) throws IOException {
    json.writeArrayFieldStart(name);
    for (var thing : things) {
      json.writeStartObject();
      element.write(thing);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void company(Company company) throws IOException {
    json.writeStringField("id", company.id());
    json.writeNumberField("cycleLengthMax", company.cycleLengthMax());
    json.writeNumberField("tolerancePercent", company.tolerancePercent());
    json.writeNumberField("topUpPayMaxCents", company.topUpPayMaxCents());
    json.writeNumberField("topUpTakeMaxCents", company.topUpTakeMaxCents());
    json.writeNumberField("openCyclesMax", company.openCyclesMax());
    json.writeBooleanField("premium", company.premium());
    json.writeArrayFieldStart("excludes");
    for (var id : company.excludedCompanyIds().stream().sorted().toList()) {
      json.writeString(id);
    }
    json.writeEndArray();
    json.writeNumberField("yesPercent", company.history().yesPercent());
    json.writeNumberField("waitingDays", company.history().waitingDays());
    json.writeNumberField("missedCycles", company.history().missedCycles());
  }

  private void offer(Offer offer) throws IOException {
    json.writeStringField("id", offer.id());
    json.writeStringField("company", offer.companyId());
    json.writeStringField("category", offer.category());
    json.writeStringField("unit", offer.unit());
    json.writeNumberField("quantity", offer.quantity());
    json.writeNumberField("quantityStep", offer.quantityStep());
    json.writeNumberField("unitValueCents", offer.unitValueCents());
    place(offer.place());
    json.writeStringField("reach", offer.reach().name());
    json.writeStringField("lastDay", offer.lastDay().toString());
  }

  private void need(Need need) throws IOException {
    json.writeStringField("id", need.id());
    json.writeStringField("company", need.companyId());
    json.writeStringField("category", need.category());
    json.writeStringField("unit", need.unit());
    json.writeNumberField("quantity", need.quantity());
    json.writeNumberField("quantityStep", need.quantityStep());
    json.writeNumberField("unitValueMaxCents", need.unitValueMaxCents());
    place(need.place());
    json.writeStringField("reach", need.reach().name());
    json.writeStringField("lastDay", need.lastDay().toString());
    if (need.oneOfGroup() != null) {
      json.writeStringField("oneOfGroup", need.oneOfGroup());
    }
  }

  private void want(Want want) throws IOException {
    json.writeStringField("need", want.needId());
    json.writeStringField("offer", want.offerId());
    json.writeStringField("verdict", want.verdict().name());
  }

  private void place(Place place) throws IOException {
    json.writeStringField("country", place.country());
    json.writeStringField("region", place.region());
    json.writeStringField("departement", place.departement());
  }
}
