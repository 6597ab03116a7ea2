package org.ronde.http;

import java.nio.file.Path;

/**
 * A file that came with a form, kept in a temporary file until the request ends.
 *
 * @param field the form's field
 * @param name as the sender's machine called it; never trusted, never a path
 * @param size in bytes, as sent; of a file larger than {@link UploadSettings#fileMegabytesMax} only
 *     the beginning was kept
 */
public record Upload(String field, String name, Path content, long size) {}
