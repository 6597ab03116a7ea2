package org.ronde.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method whose {@link Form} may bring files ({@code multipart/form-data}): it
 * alone may be sent more than a page of text. What it may be sent is in {@link UploadSettings}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Uploads {}
