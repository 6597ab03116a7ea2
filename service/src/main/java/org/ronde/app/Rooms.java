package org.ronde.app;

import java.time.InstantSource;
import org.ronde.db.Database;
import org.ronde.db.Transactions;
import org.ronde.http.Cookies;
import org.ronde.http.Templates;
import org.ronde.http.Words;
import org.ronde.ids.Ids;

/**
 * Every room, built once and in order: a room gets the doors it may use, and the listeners of the
 * rooms below it are plugged in here. The server, the commands and the tests share it.
 */
public record Rooms(
    Database database,
    Transactions transactions,
    Ids ids,
    InstantSource clock,
    Words words,
    Templates templates,
    Cookies cookies) {

  static Rooms build(RondeConfiguration configuration, Database database, InstantSource clock) {
    Transactions transactions = database.transactions();
    Ids ids = Ids.timeOrdered();
    Words words = Words.load();
    Templates templates = new Templates(words, configuration.getTimeZone());
    return new Rooms(
        database,
        transactions,
        ids,
        clock,
        words,
        templates,
        new Cookies(configuration.getBaseUrl()));
  }
}
