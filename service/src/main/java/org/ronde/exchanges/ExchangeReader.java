package org.ronde.exchanges;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronde.exchanges.ExchangesDao.LegRow;
import org.ronde.exchanges.ExchangesDao.TopUpRow;
import org.ronde.ids.ExchangeId;
import org.ronde.money.Money;

/** Puts exchanges together from the rows of three tables, by three queries however many. */
final class ExchangeReader {
  private final ExchangesDao dao;

  ExchangeReader(ExchangesDao dao) {
    this.dao = dao;
  }

  List<Exchange> whole(List<ExchangesDao.Head> heads) {
    if (heads.isEmpty()) {
      return List.of();
    }
    List<ExchangeId> found = heads.stream().map(ExchangesDao.Head::exchangeId).toList();
    Map<ExchangeId, List<LegRow>> legs =
        dao.legs(found).stream().collect(Collectors.groupingBy(LegRow::exchangeId));
    Map<ExchangeId, List<TopUpRow>> topUps =
        dao.topUps(found).stream().collect(Collectors.groupingBy(TopUpRow::exchangeId));
    return heads.stream()
        .map(
            head ->
                new Exchange(
                    head.exchangeId(),
                    head.cycleId(),
                    head.state(),
                    head.openedAt(),
                    head.closedAt(),
                    legs.getOrDefault(head.exchangeId(), List.of()).stream()
                        .map(ExchangeReader::leg)
                        .toList(),
                    topUps.getOrDefault(head.exchangeId(), List.of()).stream()
                        .map(ExchangeReader::topUp)
                        .toList()))
        .toList();
  }

  static Exchange.Leg leg(LegRow row) {
    return new Exchange.Leg(
        row.legId(),
        row.position(),
        row.offerId(),
        row.offerRevision(),
        row.offerTitle(),
        row.needId(),
        row.needRevision(),
        row.needTitle(),
        row.unit(),
        row.giverId(),
        row.receiverId(),
        row.quantity(),
        Money.euros(row.valueCents()),
        row.dueOn(),
        row.state(),
        row.sentAt(),
        row.sentNote(),
        row.receivedAt());
  }

  private static Exchange.TopUp topUp(TopUpRow row) {
    return new Exchange.TopUp(
        row.payerId(), row.payeeId(), Money.euros(row.amountCents()), row.settledAt());
  }
}
