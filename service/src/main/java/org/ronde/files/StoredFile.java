package org.ronde.files;

import org.ronde.ids.FileId;

/**
 * What is known of a stored file.
 *
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record StoredFile(FileId fileId, String mediaType, long size, String sha256) {}
