package org.ronde.http;

/**
 * A resource with slow work to do on what a form brings. It is done before the transaction of its
 * {@link Once} methods opens, so that nothing is locked and no connection is held meanwhile; what
 * came of it waits in the form, under {@link Form#made}.
 */
public interface Preparing {
  /** Works on the form of any of its methods; asked again for the same form, it does nothing. */
  void prepare(Form form);
}
