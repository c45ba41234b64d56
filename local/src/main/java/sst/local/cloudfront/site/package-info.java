/**
 * Here: a distribution's web server: behaviours, functions, error pages, origins.
 * In: requests of browsers. Out: objects of buckets, answers of servers.
 * Must not be here: AWS's calls and resources.
 */
@NullMarked
package sst.local.cloudfront.site;

import org.jspecify.annotations.NullMarked;
