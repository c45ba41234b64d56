package sst.local.s3.bucket;

/**
 * Bytes that were written to a file.
 *
 * @param id the file's name, made by chance
 * @param size in bytes
 * @param md5 in lower-case hexadecimal, which is the ETag of a plain object
 * @param checksum the additional checksum in base64; empty when none was asked for
 */
public record Blob(String id, long size, String md5, String checksum) {}
