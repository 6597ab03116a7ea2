package org.ronde.exchanges;

/** Hears, inside the same transaction, what became of an exchange. */
public interface ExchangeListener {
  /** Every leg has been received. */
  void closed(Exchange exchange);
}
