/** Clients. */
package dev.rolewise.bench.load;
