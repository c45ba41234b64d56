package sst.local.dynamodb.partiql.syntax;

/**
 * What a statement reads or writes.
 *
 * @param table the table's name or ARN
 * @param index empty for the table itself
 */
public record Origin(String table, String index) {}
