package org.ronde.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that creates or decides: repeated with the same {@code Idempotency-Key}
 * it does nothing twice and gives the first answer again; with the same key and another body it is
 * refused. Pages carry the key in the hidden field {@code idempotencyKey}.
 *
 * <p>The method runs inside one transaction together with the record of its key, so it must do its
 * work in the database alone; what takes long before that is for {@link Preparing}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Once {}
