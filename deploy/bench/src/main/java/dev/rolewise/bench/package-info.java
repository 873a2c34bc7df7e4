/** The performance goals, each measured beside its yardstick. */
package dev.rolewise.bench;
