package sst.local.dynamodb.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.value.Item;

/**
 * What a page held.
 *
 * @param items the shown items in wire form; empty when they were only counted
 * @param count how many passed the filter
 * @param scanned how many rows were looked at
 * @param bytes the size of these rows
 * @param fetchedBytes the size of what had to be read from the table besides
 * @param last where the next page goes on; null at the end
 */
record Page(List<JsonNode> items, int count, int scanned, long bytes, long fetchedBytes, @Nullable Item last) {}
