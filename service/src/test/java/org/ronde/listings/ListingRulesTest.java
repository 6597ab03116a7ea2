package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.Words;
import org.ronde.listings.Listing.Side;
import org.ronde.money.Money;

class ListingRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final ListingRules rules =
      new ListingRules(Categories.load(), Places.load(), ListingsSettings.defaults());

  /** A field, a value that does not fit there, and the message that says so. */
  record Wrong(String field, ListingDraft draft, String key) {}

  private static ListingDraft draft(Market.Terms terms) {
    return terms.draft(TODAY);
  }

  static List<Wrong> wrongs() {
    return List.of(
        new Wrong("title", draft(Market.anOffer().titled("  ab ")), "title"),
        new Wrong("title", draft(Market.anOffer().titled("x".repeat(101))), "title"),
        new Wrong(
            "description", draft(Market.anOffer().described("x".repeat(4001))), "description"),
        new Wrong("category", draft(Market.anOffer().of("web-digital")), "category"),
        new Wrong("category", draft(Market.anOffer().of("nothing")), "category"),
        new Wrong("quantity", draft(Market.anOffer().times(0)), "quantity"),
        new Wrong("quantity", draft(Market.anOffer().times(1_000_001)), "quantity"),
        new Wrong("quantityStep", draft(Market.anOffer().times(20).step(3)), "quantityStep"),
        new Wrong("quantityStep", draft(Market.anOffer().step(0)), "quantityStep"),
        new Wrong("unitValue", draft(Market.anOffer().worth(0)), "unitValue"),
        new Wrong("unitValue", draft(Market.anOffer().worth(10_000_000_01L)), "unitValue"),
        new Wrong("unitValue", draft(Market.anOffer().times(2).worth(5_000_000_01L)), "totalValue"),
        new Wrong(
            "departement", draft(Market.anOffer().at("20", Listing.Reach.COUNTRY)), "departement"),
        new Wrong("lastDay", draft(Market.anOffer().forDays(0)), "lastDay"),
        new Wrong("lastDay", draft(Market.anOffer().forDays(366)), "lastDay"),
        new Wrong("oneOfGroup", draft(Market.anOffer().oneOf("Either")), "groupOfOffer"),
        new Wrong("vatPermille", odd(190, Money.EUR), "vatPermille"),
        new Wrong("unitValue", odd(200, "USD"), "unitValue"));
  }

  private static ListingDraft odd(int vatPermille, String currency) {
    return new ListingDraft(
        "Web design",
        null,
        "en",
        "web-design",
        null,
        1L,
        null,
        new Money(50_00, currency),
        vatPermille,
        "31",
        Listing.Reach.COUNTRY,
        TODAY.plusDays(1),
        null);
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void saysWhichFieldDoesNotFitAndWhy(Wrong wrong) {
    assertThatThrownBy(() -> rules.terms(Side.OFFER, wrong.draft(), TODAY))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type()).isEqualTo(ProblemType.INVALID);
              assertThat(refusal.faults())
                  .singleElement()
                  .satisfies(
                      fault -> {
                        assertThat(fault.field()).isEqualTo(wrong.field());
                        assertThat(fault.key()).isEqualTo("listings.fault." + wrong.key());
                        for (var locale : Words.LOCALES) {
                          assertThat(TestServer.words().say(locale, fault.key(), fault.arguments()))
                              .isNotBlank();
                        }
                      });
            });
  }

  @Test
  void refusesAGroupNameThatIsTooLong() {
    assertThat(rules.faults(Side.NEED, draft(Market.aNeed().oneOf("x".repeat(61))), TODAY))
        .extracting(Refusal.Fault::key)
        .containsExactly("listings.fault.group");
  }

  @Test
  void namesEverythingThatIsMissingAtOnce() {
    ListingDraft nothing =
        new ListingDraft(
            null, null, null, null, null, null, null, null, null, null, null, null, null);

    assertThat(rules.faults(Side.OFFER, nothing, TODAY))
        .extracting(Refusal.Fault::field)
        .containsExactly(
            "title",
            "language",
            "category",
            "quantity",
            "unitValue",
            "vatPermille",
            "departement",
            "reach",
            "lastDay");
  }

  @Test
  void takesTheUsualUnitOfTheCategoryAndAStepOfOne() {
    ListingTerms terms = rules.terms(Side.OFFER, odd(210, Money.EUR), TODAY);

    assertThat(terms.unit()).isEqualTo(Listing.Unit.HOUR);
    assertThat(terms.quantityStep()).isEqualTo(1);
    assertThat(terms.description()).isEmpty();
  }

  @Test
  void acceptsTheLastOfEachLimit() {
    assertThat(
            rules.faults(
                Side.OFFER,
                draft(
                    Market.anOffer()
                        .titled("x".repeat(100))
                        .described("x".repeat(4000))
                        .times(1)
                        .worth(10_000_000_00L)
                        .forDays(365)),
                TODAY))
        .isEmpty();
  }

  @Test
  void keepsTheWordsToSearchWithinTheirColumn() {
    ListingTerms terms =
        rules.terms(Side.OFFER, draft(Market.anOffer().described("ﷺ".repeat(4000))), TODAY);

    assertThat(rules.searchWords(terms)).hasSize(ListingRules.SEARCH_WORDS_MAX);
  }
}
