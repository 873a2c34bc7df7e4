/** Reads answers and scales from files, and writes what the statistics say about them. */
package dev.rolewise.local.statistics;
