/**
 * The suite as it runs for people, started for a measurement: processes of its own, a database of
 * its own.
 */
package dev.rolewise.bench.suite;
