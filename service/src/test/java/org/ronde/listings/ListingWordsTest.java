package org.ronde.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ronde.http.TestServer;
import org.ronde.http.Words;

/** Words whose keys are put together from a constant: each constant has its words. */
class ListingWordsTest {
  static Stream<String> keys() {
    return Stream.of(
            keys("listings.unit.%s", Listing.Unit.values()),
            keys("listings.quantity.%s", Listing.Unit.values()),
            keys("listings.reach.%s", Listing.Reach.values()),
            keys("listings.search.reach.%s", Listing.Reach.values()),
            keys("listings.state.%s", Listing.State.values()),
            keys("listings.mine.state.%s", Listing.State.values()),
            // Of the rest of them nobody but their company sees a page.
            Stream.of("listings.page.closed.PAUSED", "listings.page.closed.EXPIRED"),
            keys("listings.sort.%s", Search.Sort.values()),
            keys("listings.kind.%s", Search.Kind.values()),
            Arrays.stream(Search.Filter.values()).map(f -> "listings.filter." + f.parameter()),
            List.of(
                    "side",
                    "left",
                    "new",
                    "page.mine",
                    "page.theirs",
                    "page.answer",
                    "fact.left",
                    "fact.reach",
                    "form.title.new",
                    "form.title.edit",
                    "form.lead",
                    "form.name.hint",
                    "form.description.hint",
                    "form.howMuch",
                    "form.unitValue",
                    "form.where",
                    "form.reach")
                .stream()
                .flatMap(stem -> keys("listings." + stem + ".%s", Listing.Side.values())))
        .flatMap(keys -> keys);
  }

  private static Stream<String> keys(String pattern, Enum<?>[] constants) {
    return Arrays.stream(constants).map(constant -> pattern.formatted(constant.name()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void areThereInBothLanguages(String key) {
    for (Locale locale : Words.LOCALES) {
      Map<String, Object> all =
          Map.of("count", 2, "quantity", "2", "company", "Vidal", "title", "Bread");
      assertThat(TestServer.words().say(locale, key, all)).isNotBlank().doesNotContain("{");
    }
  }
}
