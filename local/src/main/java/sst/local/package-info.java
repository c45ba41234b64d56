/**
 * Here: the start and the life of the embedded local cloud process.
 * In: a state folder and a port. Out: AWS wire protocols answered on 127.0.0.1.
 * Must not be here: any other module of the product.
 */
@NullMarked
package sst.local;

import org.jspecify.annotations.NullMarked;
