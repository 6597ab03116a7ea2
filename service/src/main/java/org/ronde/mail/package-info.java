/**
 * Mail: an outbox written in the transaction that gives the reason, and the job that sends from it.
 *
 * <p>At least once, with a Message-ID that stays the same; nothing for work that was rolled back.
 * Knows addresses and texts, no rooms. Without a mail server nothing is sent, and the operator
 * reads the mails in the mailbox; with one, nobody does.
 */
@NullMarked
package org.ronde.mail;

import org.jspecify.annotations.NullMarked;
