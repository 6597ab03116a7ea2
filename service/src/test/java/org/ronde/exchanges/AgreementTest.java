package org.ronde.exchanges;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.ListingId;
import org.ronde.money.Money;

class AgreementTest {
  private final CompanyId anne = company();
  private final CompanyId bruno = company();
  private final CompanyId chloe = company();

  private static CompanyId company() {
    return new CompanyId(UUID.randomUUID());
  }

  private static Agreement.Leg leg(CompanyId giver, CompanyId receiver) {
    return leg(giver, receiver, 1, 100);
  }

  private static Agreement.Leg leg(CompanyId giver, CompanyId receiver, long quantity, long cents) {
    return new Agreement.Leg(
        new ListingId(UUID.randomUUID()),
        1,
        new ListingId(UUID.randomUUID()),
        1,
        giver,
        receiver,
        quantity,
        Money.euros(cents));
  }

  private static Agreement.TopUp topUp(CompanyId payer, CompanyId payee) {
    return new Agreement.TopUp(payer, payee, Money.euros(100));
  }

  private static Agreement agree(List<Agreement.Leg> legs, Agreement.TopUp... topUps) {
    return new Agreement(new CycleId(UUID.randomUUID()), legs, List.of(topUps));
  }

  @Test
  void isASwapOrARing() {
    assertThatCode(() -> agree(List.of(leg(anne, bruno), leg(bruno, anne)), topUp(anne, bruno)))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                agree(
                    List.of(leg(anne, bruno), leg(bruno, chloe), leg(chloe, anne)),
                    topUp(bruno, anne),
                    topUp(bruno, chloe)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAWalkThatDoesNotClose() {
    refused(() -> agree(List.of(leg(anne, bruno))));
    refused(() -> agree(List.of(leg(anne, anne))));
    refused(() -> agree(List.of(leg(anne, bruno), leg(bruno, chloe))));
    refused(() -> agree(List.of(leg(anne, bruno), leg(chloe, anne), leg(bruno, chloe))));
  }

  @Test
  void refusesACompanyThatGivesTwice() {
    refused(
        () ->
            agree(List.of(leg(anne, bruno), leg(bruno, anne), leg(anne, chloe), leg(chloe, anne))));
  }

  @Test
  void refusesALegOfNothing() {
    refused(() -> leg(anne, bruno, 0, 100));
    refused(() -> leg(anne, bruno, 1, 0));
  }

  @Test
  void refusesATopUpThatIsNotBetweenNeighboursOrTwiceForAPair() {
    CompanyId dora = company();
    List<Agreement.Leg> four =
        List.of(leg(anne, bruno), leg(bruno, chloe), leg(chloe, dora), leg(dora, anne));

    refused(() -> agree(four, topUp(anne, chloe)));
    refused(() -> agree(four, topUp(anne, company())));
    refused(() -> agree(four, topUp(anne, anne)));
    refused(() -> agree(four, topUp(anne, bruno), topUp(bruno, anne)));
    refused(() -> new Agreement.TopUp(anne, bruno, Money.euros(0)));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt).isInstanceOf(IllegalArgumentException.class);
  }
}
