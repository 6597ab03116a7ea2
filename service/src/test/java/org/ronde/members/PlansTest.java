package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.members.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.ids.CompanyId;
import org.ronde.ids.CycleId;
import org.ronde.ids.OrderId;
import org.ronde.money.Money;

@Tag("database")
class PlansTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PAULE = "paule@boulangerie.example";
  private static final String HUGO = "hugo@boulangerie.example";
  private static final PlanSettings FIRST_FREE = new PlanSettings(23_500, 200, "Ronde", 365, true);

  private House house = new House(database);
  private Plans plans = house.members.plans();
  private CompanyId bakery = new CompanyId(new UUID(0, 0));

  @BeforeEach
  void build() {
    // Just before midnight in Paris, when it is still the day before in London.
    database.clock().moveTo(Instant.parse("2026-11-23T22:59:00Z"));
    house = new House(database);
    plans = house.members.plans();
    bakery = house.approved(House.bakery(), House.owner(PAULE), House.trader(HUGO));
  }

  private static CycleId cycle() {
    return new CycleId(UUID.randomUUID());
  }

  private Company company() {
    return house.members.companies().company(bakery);
  }

  private PlanOrder onlyOrder() {
    List<PlanOrder> orders = plans.ofCompany(bakery);
    assertThat(orders).hasSize(1);
    return orders.get(0);
  }

  @Test
  void startsWhenTheCycleLocksAndLastsAYear() {
    CycleId cycle = cycle();
    plans.orderFor(house.signedIn(PAULE), bakery, cycle);
    assertThat(company().premium()).isFalse();
    assertThat(onlyOrder().state()).isEqualTo(PlanOrder.State.CONDITIONAL);

    plans.start(bakery, cycle);

    assertThat(company().premium()).isTrue();
    assertThat(company().planUntil()).isEqualTo(LocalDate.of(2027, 11, 22));
    assertThat(onlyOrder().state()).isEqualTo(PlanOrder.State.DUE);
    assertThat(onlyOrder().priceCents()).isEqualTo(23_500);
    assertThat(onlyOrder().priceWithVatCents()).isEqualTo(28_200);
  }

  @Test
  void endsAfterItsLastDayInTheTimeZoneOfTheInstance() {
    plans.order(house.signedIn(PAULE));

    database.clock().advance(Duration.ofDays(364));
    assertThat(company().premium()).isTrue();
    database.clock().advance(Duration.ofMinutes(2));

    assertThat(company().premium()).isFalse();
    assertThat(company().planUntil()).isNull();
  }

  @Test
  void ordersOnceForTheSameCycle() throws Exception {
    CycleId cycle = cycle();
    Actor paule = house.signedIn(PAULE);

    List<String> outcomes =
        Crowd.atOnce(
            List.of(
                () -> order(paule, cycle), () -> order(paule, cycle), () -> order(paule, cycle)));

    assertThat(outcomes).containsExactly("", "", "");
    assertThat(onlyOrder().state()).isEqualTo(PlanOrder.State.CONDITIONAL);
  }

  private boolean order(Actor actor, CycleId cycle) {
    plans.orderFor(actor, bakery, cycle);
    return true;
  }

  @Test
  void owesNothingWhenTheCycleDoesNotHappen() {
    CycleId cycle = cycle();
    plans.orderFor(house.signedIn(PAULE), bakery, cycle);

    plans.release(cycle);
    plans.start(bakery, cycle);

    assertThat(onlyOrder().state()).isEqualTo(PlanOrder.State.VOID);
    assertThat(company().premium()).isFalse();
  }

  @Test
  void canBeOrderedAgainForACycleItWasReleasedFrom() {
    CycleId cycle = cycle();
    plans.orderFor(house.signedIn(PAULE), bakery, cycle);
    plans.release(cycle);

    plans.orderFor(house.signedIn(PAULE), bakery, cycle);

    assertThat(onlyOrder().state()).isEqualTo(PlanOrder.State.CONDITIONAL);
  }

  @Test
  void chargesOnceWhenTwoCyclesLockAtTheSameMoment() throws Exception {
    CycleId one = cycle();
    CycleId other = cycle();
    plans.orderFor(house.signedIn(PAULE), bakery, one);
    plans.orderFor(house.signedIn(PAULE), bakery, other);

    List<String> outcomes = Crowd.atOnce(List.of(() -> start(one), () -> start(other)));

    assertThat(outcomes).containsExactly("", "");
    assertThat(plans.ofCompany(bakery))
        .extracting(PlanOrder::state)
        .containsExactlyInAnyOrder(PlanOrder.State.DUE, PlanOrder.State.VOID);
  }

  private boolean start(CycleId cycle) {
    plans.start(bakery, cycle);
    return true;
  }

  @Test
  void startsNothingWithoutAnOrder() {
    plans.start(bakery, cycle());

    assertThat(company().premium()).isFalse();
    assertThat(plans.ofCompany(bakery)).isEmpty();
  }

  @Test
  void isOrderedByOwnersOfTheCompanyAlone() {
    house.approved(House.brewery(), House.owner("jan@brouwerij.example"));

    assertRefused(
        ProblemType.NOT_OWNER, () -> plans.orderFor(house.signedIn(HUGO), bakery, cycle()));
    assertRefused(ProblemType.NOT_OWNER, () -> plans.order(house.signedIn(HUGO)));
    assertRefused(
        ProblemType.NOT_FOUND,
        () -> plans.orderFor(house.signedIn("jan@brouwerij.example"), bakery, cycle()));
    assertRefused(ProblemType.NO_COMPANY, () -> plans.orderFor(house.operator(), bakery, cycle()));
  }

  @Test
  void waitsUntilTheCompanyIsApproved() {
    house.pending(House.brewery(), House.owner("jan@brouwerij.example"));

    assertRefused(
        ProblemType.NOT_APPROVED, () -> plans.order(house.signedIn("jan@brouwerij.example")));
  }

  @Test
  void isProlongedNearItsEndAndNotBefore() {
    plans.order(house.signedIn(PAULE));
    assertRefused(ProblemType.ORDER_STATE, () -> plans.order(house.signedIn(PAULE)));
    database.clock().advance(Duration.ofDays(310));

    PlanOrder renewal = plans.order(house.signedIn(PAULE));

    assertThat(renewal.fromDay()).isEqualTo(LocalDate.of(2027, 11, 23));
    assertThat(company().planUntil()).isEqualTo(LocalDate.of(2028, 11, 21));
    database.clock().advance(Duration.ofDays(100));
    assertThat(company().premium()).isTrue();
  }

  @Test
  void doesNotRunBeforeItsFirstDay() {
    OrderId first = plans.order(house.signedIn(PAULE)).id();
    database.clock().advance(Duration.ofDays(310));
    plans.order(house.signedIn(PAULE));

    plans.cancel(house.operator(), first);

    assertThat(company().premium()).isFalse();
    assertThat(company().planUntil()).isNull();
  }

  @Test
  void isPaidOnceAndCancelledOnlyBefore() {
    Actor operator = house.operator();
    OrderId order = plans.order(house.signedIn(PAULE)).id();

    plans.pay(operator, order);

    assertThat(onlyOrder().state()).isEqualTo(PlanOrder.State.PAID);
    assertThat(company().premium()).isTrue();
    assertRefused(ProblemType.ORDER_STATE, () -> plans.pay(operator, order));
    assertRefused(ProblemType.ORDER_STATE, () -> plans.cancel(operator, order));
    assertRefused(ProblemType.NOT_FOUND, () -> plans.pay(operator, new OrderId(UUID.randomUUID())));
    assertRefused(ProblemType.NOT_FOUND, () -> plans.pay(house.signedIn(PAULE), order));
    assertRefused(ProblemType.NOT_FOUND, () -> plans.cancel(house.signedIn(PAULE), order));
  }

  @Test
  void endsAtOnceWhenCancelled() {
    OrderId order = plans.order(house.signedIn(PAULE)).id();

    plans.cancel(house.operator(), order);

    assertThat(company().premium()).isFalse();
    assertThat(plans.orders(null, PlanOrder.State.VOID, 1).items()).hasSize(1);
    assertThat(plans.orders(null, null, 1).items()).hasSize(1);
    assertThat(plans.due()).isZero();
  }

  @Test
  void givesTheFirstCycleFreeOnceIfTheInstanceSaysSo() {
    House generous = new House(database, House.selling(FIRST_FREE));
    Plans free = generous.members.plans();
    assertThat(plans.firstCycleFree(bakery)).isFalse();
    assertThat(free.firstCycleFree(bakery)).isTrue();

    free.start(bakery, cycle());

    assertThat(free.firstCycleFree(bakery)).isFalse();
    assertThat(company().premium()).isFalse();
    assertThat(free.ofCompany(bakery)).isEmpty();
  }

  @Test
  void tellsItsPrice() {
    assertThat(plans.price()).isEqualTo(Money.euros(23_500));
  }
}
